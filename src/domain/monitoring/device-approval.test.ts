import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { approvalOn, isSound } from './device-approval.ts'

const entry = (id: string, fromOn: string, untilOn: string | null = null) => ({
  id,
  publishedOn: plainDate('2026-01-01'),
  fromOn: plainDate(fromOn),
  untilOn: untilOn === null ? null : plainDate(untilOn),
})
const on = (day: string) =>
  approvalOn([entry('first', '2026-02-01', '2026-03-31'), entry('second', '2026-05-01')], plainDate(day))?.id

describe('a device that watches by itself', () => {
  test.each([
    ['2026-01-31', undefined],
    ['2026-02-01', 'first'],
    ['2026-03-31', 'first'],
    ['2026-04-15', undefined],
    ['2026-05-01', 'second'],
  ])('stood on %s on what held that day', (day, id) => expect(on(day)).toBe(id))

  test('stands on the newest entry where two hold', () => {
    const both = [entry('new', '2026-03-01'), entry('old', '2026-01-01')]
    expect(approvalOn(both, plainDate('2026-04-01'))?.id).toBe('new')
  })
})

test.each(['isTrue', 'isClear', 'isComplete', 'isAccurate'] as const)('a record without %s is not sound', (check) => {
  const all = { isTrue: true, isClear: true, isComplete: true, isAccurate: true }
  expect([isSound(all), isSound({ ...all, [check]: false })]).toEqual([true, false])
})
