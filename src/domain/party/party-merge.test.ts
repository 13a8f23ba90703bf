import { expect, test } from 'vitest'
import { type Registered, refuseMerge, refuseMergeStep } from './party-merge.ts'

const party = (id: string, more: Partial<Registered> = {}): Registered => ({
  id,
  name: `某公司${id}`,
  kind: 'organisation',
  mergedInto: null,
  isPending: false,
  ...more,
})

test('two entries of one party are merged; not one with itself, not a person with a company, and nothing twice', () => {
  expect(refuseMerge(party('1'), party('2'))).toBeUndefined()
  expect(refuseMerge(party('1'), party('1'))?.sentence).toContain('自己不能并入自己')
  expect(refuseMerge(party('1', { kind: 'person' }), party('2'))?.sentence).toContain('不是同一个当事人')
  expect(refuseMerge(party('1', { mergedInto: '3' }), party('2'))?.sentence).toContain('已经并入')
  expect(refuseMerge(party('1'), party('2', { mergedInto: '3' }))?.sentence).toContain('已经并入')
  expect(refuseMerge(party('1'), party('2', { isPending: true }))?.sentence).toContain('等人确认')
  expect(refuseMerge(party('1', { kind: 'self-employed' }), party('2'))).toBeUndefined()
})

test('who proposed a merge does not confirm it, and only what stands is undone', () => {
  const proposed = { state: 'proposed', proposedBy: 'lin' } as const
  expect(refuseMergeStep(proposed, 'confirmed', 'lin')?.sentence).toContain('另一人确认')
  expect(refuseMergeStep(proposed, 'confirmed', 'zheng')).toBeUndefined()
  expect(refuseMergeStep(proposed, 'refused', 'lin')).toBeUndefined()
  expect(refuseMergeStep(proposed, 'undone', 'zheng')?.sentence).toContain('没有成立')
  expect(refuseMergeStep({ ...proposed, state: 'confirmed' }, 'undone', 'lin')).toBeUndefined()
  expect(refuseMergeStep({ ...proposed, state: 'undone' }, 'confirmed', 'zheng')?.sentence).toContain('不能再办')
})
