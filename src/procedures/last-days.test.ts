import { describe, expect, test } from 'vitest'
import * as custody from '../../tests/support/custody-steps.ts'
import { begunDuty } from '../../tests/support/duty-roads.ts'
import * as execution from '../../tests/support/execution-steps.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../tests/support/law-office.ts'
import { openAbout } from '../../tests/support/licence-roads.ts'
import { NO_GROUND } from '../../tests/support/major-review-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import * as summary from '../../tests/support/summary-steps.ts'
import { proposeTransfer, sendToPolice } from '../../tests/support/transfer-steps.ts'

describe('the last day of a term is still in it', () => {
  test('a renewal is asked for thirty days before the end, on that day and not after it (许可法第五十条第一款)', () => {
    const ask = (on: string) =>
      gatesOf(openAbout(new LawOffice({ on }), 'licence-renewal', { 'licence-ends-on': '2026-12-31' }))
    expect(ask('2026-12-01')).toEqual([])
    expect(ask('2026-12-02')).toEqual(['renewal-in-time'])
  })

  test('what is to be taken down oneself by a day is taken down by force after that day (强制法第四十四条)', () => {
    const office = execution.urged(new LawOffice())
    const facts = { structure: '二层彩钢房 60 平方米', 'demolish-by': execution.AFTER_REMEDIES }
    done(office.take('lin', 'announce', { case: facts }))
    office.agreeAll('zheng', 'wu')
    const decide = () => gatesOf(execution.decide(execution.withPower(office), { way: '强制拆除' }))
    office.on(execution.AFTER_REMEDIES)
    expect(decide()).toEqual(['demolition-announced'])
    office.on('2026-12-03')
    expect(decide()).toEqual([])
  })

  test('money is executed when the surcharge has run for more than thirty days (强制法第四十六条第一款)', () => {
    const office = execution.withPower(execution.urged(new LawOffice()))
    const decide = (on: string) => gatesOf(execution.decide(office.on(on), { way: '划拨存款、汇款' }))
    expect(decide('2026-07-16')).toEqual(['surcharge-long-enough'])
    expect(decide('2026-07-17')).toEqual([])
  })

  test('what is urged to be done by a day is decided to be executed after that day (强制法第三十七条)', () => {
    const decide = (on: string) =>
      gatesOf(execution.decide(execution.withPower(execution.urged(new LawOffice())).on(on)))
    expect(decide('2026-07-02')).toEqual(['urging-over'])
    expect(decide('2026-07-03')).toEqual([])
  })

  test('a row of a plan is paid in time on its day, and urged after it (处罚法第六十六条第二款)', () => {
    const office = steps.reach(new LawOffice(), 'performance')
    const instalments = [{ dueOn: '2026-06-25', amount: '5000' }]
    const asked = { 'instalment-request': '2026年6月1日书面申请', instalments }
    done(office.take('lin', 'grant-instalments', { party: steps.ofEveryParty(office, asked) }))
    office.agreeAll('zheng', 'wu')
    const urge = (on: string) =>
      gatesOf(office.on(on).take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-20' } }))
    expect(urge('2026-06-25')).toEqual(['payment-late'])
    expect(urge('2026-06-26')).toEqual([])
  })

  test('an agreement is broken on the day after the one that was agreed (强制法第四十二条第二款)', () => {
    const office = execution.agreed(new LawOffice())
    const breach = () => gatesOf(office.take('lin', 'breach', { case: { 'resume-words': '第一期没有履行' } }))
    office.on('2026-07-30')
    expect(breach()).toEqual(['stage-passed'])
    office.on('2026-07-31')
    expect(breach()).toEqual([])
  })
})

test('the whole surcharge may be remitted, and not a fen of the fine (强制法第四十二条第一款)', () => {
  const office = execution.decided(new LawOffice())
  const agree = (waived: string) =>
    gatesOf(office.take('lin', 'agree', execution.agreement(office, { 'waived-surcharge': waived })))
  expect(agree('5000.01')).toEqual(['only-surcharge-remitted'])
  expect(agree('5000')).toEqual([])
})

describe('when nothing is carried out by force (强制法第四十三条第一款)', () => {
  /** Told late on Tuesday evening, of the same day. */
  const carried = (from: string, until: string) => {
    const office = execution.decided(new LawOffice()).at('2026-07-21T23:30:00+08:00')
    const at = (time: string) => new Date(`2026-07-21T${time}:00+08:00`).toISOString()
    return gatesOf(execution.execute(office, { 'began-at': at(from), 'ended-at': at(until) }))
  }

  test('night begins at ten and ends at six, to the minute', () => {
    expect(carried('06:00', '21:59')).toEqual([])
    expect(carried('05:59', '08:00')).toEqual(['day-time-only'])
    expect(carried('20:00', '22:00')).toEqual(['day-time-only'])
  })

  test('where a place leaves weekends open, holidays stay closed', () => {
    const on = (day: string) => {
      const office = execution.decided(new LawOffice())
      office.parameters = valuesWith({ 'execution.own-ways': execution.OWN_WAYS, 'coercion.on-days-off': false })
      return gatesOf(execution.execute(office.on(day)))
    }
    expect(on('2026-07-25')).toEqual([])
    expect(on('2026-07-26')).toEqual([])
    // 国庆节 and a Saturday of the same holiday.
    expect(on('2026-10-01')).toEqual(['day-time-only'])
    expect(on('2026-10-03')).toEqual(['day-time-only'])
  })
})

test('what is requisitioned may be used today and given back today (突发事件应对法第十二条)', () => {
  const submit = (until: string) => {
    const facts = { property: '大客车 两辆', use: '防汛指挥部，转移群众', 'use-until': until }
    const office = begunDuty(new LawOffice(), 'requisition')
    return gatesOf(office.take('lin', 'submit-review', { case: { ...NO_GROUND, ...facts } }))
  }
  expect(submit('2026-05-31')).toEqual(['use-ahead'])
  expect(submit('2026-06-01')).toEqual([])
})

test('the police may sign for a case on the day on which it comes, and not before (移送规定第七条)', () => {
  const office = sendToPolice(proposeTransfer(new LawOffice())).on('2026-06-03')
  const sign = (on: string) =>
    gatesOf(office.take('lin', 'sign-receipt', { case: { 'receipt-signed-by': '警号 001', 'receipt-on': on } }))
  expect(sign('2026-05-31')).toEqual(['signed-after-sending'])
  expect(sign('2026-06-01')).toEqual([])
})

test('a fine of a hundred yuan is collected on the spot, and not a fen more (处罚法第六十八条)', () => {
  const collect = (fine: string) => {
    const office = summary.openSummary(new LawOffice())
    done(summary.decide(office, { act: { fine } }))
    return gatesOf(summary.collect(summary.handOver(office), { paid: fine }))
  }
  expect(collect('100')).toEqual([])
  expect(collect('100.01')).toEqual(['collection-allowed'])
})

test('a seizure takes some time, and may have ended just now (强制法第十八条第七项)', () => {
  const seize = (began: string, ended: string) => {
    const office = custody.seizureApproved(new LawOffice()).at('2026-06-01T10:00:00+08:00')
    const at = (time: string) => new Date(`2026-06-01T${time}:00+08:00`).toISOString()
    const facts = custody.onTheSpot(office, { 'began-at': at(began), 'ended-at': at(ended) })
    return gatesOf(office.take('lin', 'seize', { case: facts }))
  }
  expect(seize('09:00', '09:00')).toEqual(['measure-times-in-order'])
  expect(seize('09:00', '10:01')).toEqual(['measure-times-in-order'])
  expect(seize('09:00', '10:00')).toEqual([])
})
