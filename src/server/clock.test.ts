import { expect, test } from 'vitest'
import { fixedClock } from './clock.ts'

test('the office day begins at midnight in Shanghai, whatever the machine says', () => {
  expect(fixedClock('2026-02-11T15:59:59Z').today()).toBe('2026-02-11')
  expect(fixedClock('2026-02-11T16:00:00Z').today()).toBe('2026-02-12')
})

test('a fixed clock hands out instants that cannot move it', () => {
  const clock = fixedClock('2026-02-11T16:00:00Z')
  clock.now().setFullYear(1999)
  expect(clock.now().toISOString()).toBe('2026-02-11T16:00:00.000Z')
})

test('a text that is no instant is refused', () => {
  expect(() => fixedClock('2026-02-30T99:00')).toThrow(RangeError)
})
