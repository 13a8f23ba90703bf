import { describe, expect, it } from 'vitest'
import { loudestClock } from './loudest-clock.ts'

const clock = (title: string, daysLeft: number, state: 'running' | 'overdue' | 'suspended' | 'met') => ({
  run: 'main',
  clock: title,
  title,
  party: null,
  basis: '《行政处罚法》第六十条',
  rawDue: '2026-06-03',
  rolledDue: '2026-06-03',
  estimated: false,
  state,
  daysLeft,
})

describe('the loudest clock of a case', () => {
  it('is the one that ends first', () => {
    expect(loudestClock([clock('决定', 20, 'running'), clock('送达', -1, 'overdue')])?.title).toBe('送达')
  })
  it('is never one that is met or stands still', () => {
    expect(
      loudestClock([clock('立案', -9, 'met'), clock('决定', 1, 'suspended'), clock('归档', 30, 'running')])?.title,
    ).toBe('归档')
    expect(loudestClock([clock('立案', 1, 'met')])).toBeUndefined()
  })
})
