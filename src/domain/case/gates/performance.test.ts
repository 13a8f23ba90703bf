import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'

/** The decision is delivered on the 1st of June, so the last day to pay is the 16th. */
function due(): LawOffice {
  return steps.reach(new LawOffice(), 'performance')
}
function closed(today: string, facts: Record<string, unknown>): readonly string[] {
  const office = due().on(today)
  const recorded = office.take('lin', 'record-performance', {
    party: steps.ofEveryParty(office, { ...steps.PAID, ...facts }),
  })
  if (!recorded.ok) return gatesOf(recorded)
  return gatesOf(office.take('lin', 'close', { case: { 'closure-note': '履行完毕' } }))
}

describe('a fine of 5,000 yuan', () => {
  test('is due fifteen days after the delivery', () => {
    expect(due().case.runs[0]?.clocks.find((clock) => clock.clock === 'payment')?.rolledDue).toBe('2026-06-16')
  })

  test.each<readonly [string, string, Record<string, unknown>, readonly string[]]>([
    ['paid on the last day closes the case', '2026-06-16', { 'paid-on': '2026-06-16' }, []],
    ['paid a day late lacks the surcharge', '2026-06-17', { 'paid-on': '2026-06-17' }, ['performed']],
    ['paid a day late is 5,150', '2026-06-17', { 'paid-on': '2026-06-17', paid: '5150' }, []],
    ['paid a day late is not a fen less', '2026-06-17', { 'paid-on': '2026-06-17', paid: '5149.99' }, ['performed']],
    ['paid on day 33 is 9,950', '2026-07-19', { 'paid-on': '2026-07-19', paid: '9950' }, []],
    ['paid on day 33 is not less', '2026-07-19', { 'paid-on': '2026-07-19', paid: '9949.99' }, ['performed']],
    ['is doubled on day 34 and never more', '2026-07-20', { 'paid-on': '2026-07-20', paid: '10000' }, []],
    ['is not more than doubled after a year', '2027-07-20', { 'paid-on': '2027-07-20', paid: '10000' }, []],
    ['paid in time bears no surcharge when the case is closed later', '2026-12-01', { 'paid-on': '2026-06-10' }, []],
    ['stops growing on the day of payment', '2026-12-01', { 'paid-on': '2026-06-18', paid: '5300' }, []],
    ['is not paid tomorrow', '2026-06-16', { 'paid-on': '2026-06-17' }, ['paid-by-today']],
    ['keeps growing while no day of payment is known', '2026-06-18', { paid: '5150' }, ['performed']],
    ['may be spared the surcharge', '2026-06-17', { 'paid-on': '2026-06-17', 'waived-surcharge': '150' }, []],
    [
      'is never waived itself',
      '2026-06-16',
      { 'paid-on': '2026-06-16', paid: '0', 'waived-surcharge': '5000' },
      ['performed'],
    ],
    ['is not performed while other parts are open', '2026-06-16', { 'is-performed': false }, ['performed']],
  ])('%s', (_title, today, facts, gates) => expect(closed(today, facts)).toEqual(gates))
})

describe('closure', () => {
  test('of a mere warning needs no payment', () => {
    const office = steps.reach(new LawOffice(), 'performance', {
      ...steps.NOTICE,
      violation: { 'violation-1': { warning: true } },
    })
    done(
      office.take('lin', 'record-performance', {
        party: steps.ofEveryParty(office, { paid: '0', 'is-performed': true }),
      }),
    )
    expect(gatesOf(office.take('lin', 'close', { case: { 'closure-note': '履行完毕' } }))).toEqual([])
  })

  test('is judged again on the day of the last agreement: an execution that was begun since keeps it open', () => {
    const office = due().on('2026-06-16')
    done(office.take('lin', 'record-performance', { party: steps.ofEveryParty(office, steps.PAID) }))
    done(office.take('lin', 'close', { case: { 'closure-note': '履行完毕' } }))
    office.agreeAll('zheng')
    done(office.take('lin', 'open-execution'))
    expect(gatesOf(office.agree('wu'))).toEqual(['performed'])
  })
})
