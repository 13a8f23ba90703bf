import fc from 'fast-check'
import { expect, it } from 'vitest'
import { farLexeme, nearLexeme, nextReach, windowsBelow } from './search-windows.ts'

it('the windows of a place hold the thousands right below it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 4096 }), (below, back) => {
      const seq = Math.max(0, below - back)
      expect(windowsBelow(below, 'near')).toContain(nearLexeme(seq))
      expect(windowsBelow(below, 'far')).toContain(farLexeme(seq))
    }),
  )
  expect(windowsBelow(1_000_000, 'all')).toEqual([])
})

it('what is frequent is looked for further, what is rare everywhere, and then it is over', () => {
  expect(nextReach('near', 100, 1000)).toBe('far')
  expect(nextReach('near', 3, 1000)).toBe('all')
  expect(nextReach('far', 900, 1000)).toBe('all')
  expect(nextReach('all', 0, 1000)).toBeUndefined()
})
