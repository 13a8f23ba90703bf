import { describe, expect, test } from 'vitest'
import { done, LawOffice, valuesWith } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { movedClocks, recomputeClocks } from './recompute-clocks.ts'
import { rootRun } from './state.ts'
import { storyOf } from './story.ts'

/** Ninety days from the filing on 1 June 2026 end on 30 August, a Sunday. */
const filed = (parameters = valuesWith({ 'decision.deductible-grounds': ['检测'] })) => {
  const office = new LawOffice({ parameters })
  steps.fileCase(office)
  return office
}
/** The same office under a calendar that knows nothing of 2026 but a holiday of these days. */
const under = (office: LawOffice, ...off: readonly string[]) => ({
  ...office.env,
  calendar: calendarOf([{ year: 2026, off: off.map(plainDate), work: [] }]),
})
const moves = (office: LawOffice, ...off: readonly string[]) =>
  movedClocks(under(office, ...off), office.case).map(({ clock, from, to }) => [clock, from, to])

describe('when a calendar is published', () => {
  test('a running term moves with its last day', () => {
    expect(moves(filed(), '2026-08-31')).toEqual([['decision', '2026-08-31', '2026-09-01']])
  })

  test('what is met is history and stays', () => {
    const office = filed()
    expect(rootRun(office.case).clocks.map(({ clock }) => clock)).toContain('filing')
    expect(moves(office, ...days('2026-05-25', 40))).not.toContainEqual(expect.arrayContaining(['filing']))
  })

  test('a suspended term waits for its resumption', () => {
    const office = filed()
    done(office.take('lin', 'stop-clock', { case: { 'suspension-ground': '检测', 'suspension-reason': '送检' } }))
    done(office.agree('wu'))
    expect(moves(office, '2026-08-31')).toEqual([])
  })

  test('a case that has ended is left alone', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    done(office.take('lin', 'refuse-filing', { case: { 'no-filing-reason': '没有违法事实' } }))
    office.agreeAll('zheng', 'wu')
    expect(office.case.endedOn).toBeDefined()
    expect(moves(office, ...days('2026-06-01', 60))).toEqual([])
  })

  test('the record says what the new day is, and nothing is left to move', () => {
    const office = filed()
    const env = under(office, '2026-08-31')
    const story = recomputeClocks(storyOf(env, office.case, null))
    expect(story.events).toMatchObject([{ type: 'clock-recomputed', clock: 'decision', rolledDue: '2026-09-01' }])
    expect(movedClocks(env, story.state)).toEqual([])
  })
})

function days(from: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => addDays(plainDate(from), index))
}
