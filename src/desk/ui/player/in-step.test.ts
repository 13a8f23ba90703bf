import { expect, test } from 'vitest'
import { offsetOf, planStep } from './in-step.ts'

const first = { positionMs: 5000, isPlaying: true, offsetMs: 0, otherMs: 5000, otherLengthMs: 10_000 }

test('the one that began earlier is further along at the same instant, in whatever zone the times are written', () => {
  expect(offsetOf('2026-06-01T02:00:30Z', '2026-06-01T10:00:00+08:00')).toBe(30_000)
  expect(offsetOf('2026-06-01T02:00:00Z', '2026-06-01T02:00:30Z')).toBe(-30_000)
})
test('before the second began there is nothing of it to see, and how long until', () => {
  expect(planStep({ ...first, offsetMs: -8000 })).toEqual({ is: 'before', inMs: 3000 })
})
test('after its end neither', () => expect(planStep({ ...first, offsetMs: 5001 })).toEqual({ is: 'after' }))
test('while it plays a drift that nobody hears is left alone, a longer one is not', () => {
  expect(planStep({ ...first, otherMs: 5100 })).toMatchObject({ is: 'there', mustSeek: false })
  expect(planStep({ ...first, otherMs: 5121 })).toMatchObject({ atMs: 5000, mustSeek: true })
})
test('while it stands still both show the same instant', () => {
  expect(planStep({ ...first, isPlaying: false, otherMs: 5100 })).toMatchObject({ mustSeek: true })
})
