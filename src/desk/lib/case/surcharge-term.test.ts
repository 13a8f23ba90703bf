import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { SurchargeClock } from '#domain/case/surcharge-clock.ts'
import { surchargeTerm } from './surcharge-term.ts'

const CLOCK: SurchargeClock = {
  sinceOn: plainDate('2026-06-17'),
  perDayFen: 15_000,
  state: 'running',
  capOn: plainDate('2026-07-20'),
  capFen: 500_000,
}
const said = (more: Partial<SurchargeClock>) =>
  surchargeTerm({ ...CLOCK, ...more }).map(({ title, words }) => `${title}：${words}`)

describe('what the account says of the surcharge as a term', () => {
  it('is since when, how much a day, and when it is as high as the fine', () =>
    expect(said({})).toEqual([
      expect.stringMatching(/^起算：.*6月17日$/),
      '每日加处：150.00 元',
      expect.stringMatching(/^达到上限 5,000.00 元：.*7月20日，一直不缴的$/),
    ]))
  it('says that it does not grow while a dispute is pending, and names no day of the cap', () =>
    expect(said({ state: 'paused', capOn: null })).toEqual([expect.any(String), '每日加处：150.00 元，现在不计算']))
  it('says that it has stopped, or has reached its cap', () => {
    expect(said({ state: 'stopped', perDayFen: 0, capOn: null })[1]).toContain('已经缴清')
    expect(said({ state: 'capped' })[2]).toContain('已经达到')
  })
  it('says ahead of time what will come of not paying', () =>
    expect(said({ state: 'ahead' })[0]).toContain('到期不缴的'))
})
