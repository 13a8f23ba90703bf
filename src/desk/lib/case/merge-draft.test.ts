import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf, mergeDraft } from './merge-draft.ts'

describe('two drafts of one form', () => {
  it('differ only where the values differ, and blank is the same as absent', () => {
    expect(differencesOf({}, { a: '甲', b: ' ', c: '丙' }, { a: '甲', c: '丁' })).toEqual([
      { pointer: 'c', mine: '丙', theirs: '丁' },
    ])
  })

  it('suggest the value of the one who changed it', () => {
    const base = { a: '旧', b: '旧' }
    expect(differencesOf(base, { a: '新', b: '旧' }, { a: '旧', b: '新' })).toEqual([
      { pointer: 'a', mine: '新', theirs: '旧', suggested: 'mine' },
      { pointer: 'b', mine: '旧', theirs: '新', suggested: 'theirs' },
    ])
  })

  it('suggest nothing where both changed it, and do not merge until somebody has chosen', () => {
    const differences = differencesOf({ a: '旧' }, { a: '我' }, { a: '他' })
    expect(differences[0]?.suggested).toBeUndefined()
    expect(() => mergeDraft({ a: '我' }, differences, {})).toThrow('a')
    expect(mergeDraft({ a: '我' }, differences, { a: 'theirs' })).toEqual({ a: '他' })
  })

  it('lose no edit: every merged value is one of the two, the chosen one where they differ', () => {
    const values = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    )
    fc.assert(
      fc.property(values, values, values, fc.constantFrom('mine', 'theirs'), (base, mine, theirs, choice) => {
        const differences = differencesOf(base, mine, theirs)
        const choices = Object.fromEntries(differences.map(({ pointer }) => [pointer, choice] as const))
        const merged = mergeDraft(mine, differences, choices)
        const expected = choice === 'mine' ? mine : theirs
        for (const pointer of ['a', 'b', 'c']) expect(merged[pointer]).toEqual(expected[pointer])
      }),
    )
  })
})
