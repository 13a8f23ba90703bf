import { describe, expect, it } from 'vitest'
import { haltedClock, loudestClock } from './loudest-clock.ts'

const clock = (title: string, daysLeft: number, state: 'running' | 'overdue' | 'suspended' | 'met') => ({
  run: 'main',
  clock: title,
  title,
  party: null,
  basis: '《行政处罚法》第六十条',
  consequence: '',
  rawDue: '2026-06-03',
  rolledDue: '2026-06-03',
  estimated: false,
  dueAt: null,
  state,
  daysLeft,
  note: '',
  lapse: '',
})

const nobodys = () => false

describe('the loudest clock of a case', () => {
  it('is the one that ends first', () => {
    expect(loudestClock([clock('决定', 20, 'running'), clock('送达', -1, 'overdue')], nobodys)?.title).toBe('送达')
  })
  it('is never one that is met or stands still', () => {
    expect(
      loudestClock([clock('立案', -9, 'met'), clock('决定', 1, 'suspended'), clock('归档', 30, 'running')], nobodys)
        ?.title,
    ).toBe('归档')
    expect(loudestClock([clock('立案', 1, 'met')], nobodys)).toBeUndefined()
  })
  it('leaves the word to a clock that a dispute holds still, and to no other that stands', () => {
    const halted = { ...clock('申请法院强制执行', -20, 'suspended'), note: '行政复议还没有结束' }
    const anew = { ...clock('归档', 20, 'running'), note: '从届满起重新计算' }
    expect(loudestClock([clock('决定', 1, 'suspended'), halted], nobodys)).toBeUndefined()
    expect(haltedClock([anew, clock('决定', 1, 'suspended'), halted])).toBe(halted)
    expect(haltedClock([anew])).toBeUndefined()
  })
  it('is never a term of the party, who may take all of it', () => {
    const clocks = [clock('陈述、申辩', 3, 'running'), clock('作出决定', 90, 'running')]
    expect(loudestClock(clocks, ({ title }) => title === '陈述、申辩')?.title).toBe('作出决定')
  })
})
