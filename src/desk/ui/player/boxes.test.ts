import { describe, expect, test } from 'vitest'
import { boxBetween, isShownAt, movedBy, WHOLE, withSide } from './boxes.ts'

const BOX = { x: 1000, y: 2000, width: 3000, height: 4000 }

describe('a box that is drawn', () => {
  test('is the same whichever corner it began at', () => {
    expect(boxBetween({ x: 4000, y: 6000 }, { x: 1000, y: 2000 })).toEqual(BOX)
    expect(boxBetween({ x: 1000, y: 6000 }, { x: 4000, y: 2000 })).toEqual(BOX)
  })
  test('ends at the edge of the picture', () => {
    expect(boxBetween({ x: -500, y: 9000 }, { x: 500, y: 12_000 })).toEqual({ x: 0, y: 9000, width: 500, height: 1000 })
  })
  test('is none when the hand only trembled', () => {
    expect(boxBetween({ x: 1000, y: 1000 }, { x: 1049, y: 5000 })).toBeUndefined()
  })
})

describe('a box that is moved or sized', () => {
  test('stays inside the picture with its size', () => {
    expect(movedBy(BOX, -9999, 9999)).toEqual({ ...BOX, x: 0, y: WHOLE - 4000 })
  })
  test.each([
    ['x', 9999, { x: 7000 }],
    ['y', -1, { y: 0 }],
    ['width', 99_999, { width: 9000 }],
    ['height', 0, { height: 50 }],
  ] as const)('takes %s %i as far as there is room', (side, value, change) => {
    expect(withSide(BOX, side, value)).toEqual({ ...BOX, ...change })
  })
})

test('a box with times covers from the first to the last of them, one without always', () => {
  expect([99, 100, 200, 201].map((ms) => isShownAt({ ...BOX, fromMs: 100, untilMs: 200 }, ms))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isShownAt(BOX, 12_345)).toBe(true)
})
