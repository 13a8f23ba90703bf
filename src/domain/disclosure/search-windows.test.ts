import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NEAREST, nextReach, windowLexemes, windowsBelow } from './search-windows.ts'

it('the windows of a place hold the thousands right below it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.constantFrom(12, 14, 16, 18),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (below, bits, part) => {
        const seq = Math.max(0, below - 1 - Math.floor(part * 2 ** bits))
        expect(windowsBelow(below, bits).some((lexeme) => windowLexemes(seq).includes(lexeme))).toBe(true)
      },
    ),
  )
  expect(windowsBelow(1_000_000, 'all')).toEqual([])
})

it('what is frequent is looked for a little further, what is rare everywhere, and then it is over', () => {
  expect(nextReach(NEAREST, 900, 1000)).toBe(14)
  expect(nextReach(NEAREST, 100, 1000)).toBe(16)
  expect(nextReach(NEAREST, 20, 1000)).toBe(18)
  expect(nextReach(NEAREST, 3, 1000)).toBe('all')
  expect(nextReach(16, 300, 1000)).toBe(18)
  expect(nextReach(18, 900, 1000)).toBe('all')
  expect(nextReach('all', 0, 1000)).toBeUndefined()
})
