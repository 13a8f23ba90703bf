import { describe, expect, test } from 'vitest'
import { lapsesOf } from '#domain/case/lapses.ts'
import { projectionOf } from '#domain/case/projection.ts'
import type { CaseState } from '#domain/case/state.ts'
import { noticesOfDay } from '#domain/notice/notices-of-day.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import { opensOf } from '#domain/procedure/opens-of.ts'
import { PROCEDURES } from '#procedures/index.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import * as execution from '../../tests/support/execution-steps.ts'
import { COMPANY, done, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { proposeTransfer, sendToPolice } from '../../tests/support/transfer-steps.ts'

const words = ({ env, case: state }: LawOffice) => lapsesOf(env, state).map((lapse) => lapse.words)
const listed = ({ env, case: state }: LawOffice) => {
  const { lapsedOn, lapse } = projectionOf(env, state)
  return { lapsedOn, lapse }
}
const told = ({ env, case: state }: LawOffice) =>
  noticesOfDay(env, state)
    .filter(({ kind }) => kind === 'term-over')
    .map(({ sentence }) => sentence)
const paid = (office: LawOffice, more: Record<string, unknown> = {}) =>
  office.take('lin', 'record-performance', {
    party: steps.ofEveryParty(office, { ...steps.PAID, 'paid-on': office.today, ...more }),
  })
const URGE = { case: { 'urging-until': '2026-07-10' } }
const urge = (office: LawOffice) => {
  done(office.take('lin', 'urge-fine', URGE))
  office.agreeAll('zheng')
}

describe('a notice that the party does not answer', () => {
  const notified = (notice = steps.NOTICE) => steps.reach(new LawOffice(), 'statement', notice)

  test('lets the office go on from the day after the three working days', () => {
    const says = '当事人的陈述、申辩期限已满（6月4日），可以复核陈述、申辩和听证意见'
    expect(listed(notified())).toEqual({ lapsedOn: '2026-06-05', lapse: says })
    expect(told(notified().on('2026-06-04'))).toEqual([])
    expect(told(notified().on('2026-06-05'))).toEqual([`“某某案”：${says}`])
  })
  test('that opens a hearing waits for both terms, and is told once', () => {
    const heavy = () => notified(steps.HEAVY_NOTICE)
    expect(told(heavy().on('2026-06-08'))).toEqual([])
    expect(told(heavy().on('2026-06-09'))).toEqual([
      '“某某案”：当事人的要求听证期限已满（6月8日），可以复核陈述、申辩和听证意见',
    ])
  })
  test('says nothing while a hearing is held, and nothing to what was waived', () => {
    const heard = notified(steps.HEAVY_NOTICE)
    done(steps.requestHearing(heard))
    expect(words(heard)).toEqual([])
    const waived = notified()
    steps.waive(waived)
    expect(words(waived)).toEqual([])
  })
  test('is told no more once the office has gone on', () => {
    const office = notified().on('2026-06-05')
    done(office.take('lin', 'reconsider', { party: steps.ofEveryParty(office, { heard: '没有陈述、申辩。' }) }))
    expect(words(office)).toEqual([])
  })
})

describe('a fine that is not paid', () => {
  const unpaid = (day = '2026-06-17') => steps.reach(new LawOffice(), 'performance').on(day)
  const PAYMENT = '当事人的缴纳罚款期限已满（6月16日），可以催告缴纳罚款'
  const SUIT = '当事人的直接提起行政诉讼期限已满（12月1日），可以申请人民法院强制执行'

  test('is told the day after, with the surcharge that begins by itself, and is no term of the office', () => {
    expect(told(unpaid('2026-06-16'))).toEqual([])
    expect(told(unpaid())).toEqual([`“某某案”：${PAYMENT}；加处罚款从期满的第二天起按日计算，复议、诉讼期间不计`])
    const kinds = noticesOfDay(unpaid().env, unpaid().case).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'overdue' || kind === 'due-soon')).toHaveLength(1)
    const { dueOn, dueClock, ...projection } = projectionOf(unpaid().env, unpaid().case)
    expect({ dueOn, dueClock }).toEqual({ dueOn: '2026-06-10', dueClock: '公示决定' })
    expect(projection).toMatchObject({ lapsedOn: '2026-06-17', lapse: PAYMENT, tellsOn: '2026-06-17' })
  })
  test('that is paid in time is told of to nobody', () => {
    const office = unpaid('2026-06-16')
    done(paid(office))
    expect(words(office)).toEqual([])
    expect(projectionOf(office.env, office.case)).toMatchObject({ lapsedOn: null, lapse: null, tellsOn: null })
  })
  test('is spoken of no more once it is urged, or put forward to be; then the end of the remedies comes', () => {
    const office = unpaid()
    done(office.take('lin', 'urge-fine', URGE))
    expect(words(office)).toEqual([SUIT])
    office.agreeAll('zheng')
    expect(listed(office)).toEqual({ lapsedOn: '2026-12-02', lapse: SUIT })
    expect(told(office.on('2026-12-02'))).toEqual([`“某某案”：${SUIT}`])
    expect(office.refold()).toEqual(office.case)
  })
  test('waits while a review is pending, and for the terms after it', () => {
    const office = unpaid('2026-06-22')
    urge(office)
    done(office.take('lin', 'record-remedy', elsewhere()))
    expect(words(office)).toEqual([])
    done(office.on('2026-06-26').take('lin', 'record-remedy', elsewhere('2026-06-25')))
    expect(listed(office)).toMatchObject({ lapsedOn: '2026-07-11' })
  })
  test('leads nowhere when the decision was altered and nobody has written down to what', () => {
    const office = unpaid()
    office.disputes = [altered()]
    expect(words(office)).toEqual([])
  })
  test('in instalments is told of instalment by instalment', () => {
    const office = unpaid('2026-06-10')
    const instalments = [
      { dueOn: '2026-07-10', amount: '2000' },
      { dueOn: '2026-08-10', amount: '3000' },
    ]
    const plan = { 'instalment-request': '资金周转困难', instalments }
    done(office.take('lin', 'grant-instalments', { party: { [COMPANY.id]: plan } }))
    office.agreeAll('zheng', 'wu')
    expect(words(office.on('2026-07-11'))[0]).toBe(
      '当事人的延期、分期缴纳（第 1 期）期限已满（7月10日），可以催告缴纳罚款',
    )
    done(paid(office, { paid: '2000', 'is-performed': false }))
    expect(words(office)[0]).toContain('第 2 期')
  })
  test('may go to the court when both the urging and the remedies are over, whichever is later', () => {
    const office = execution.late(new LawOffice())
    done(office.take('lin', 'open-court-execution'))
    done(office.take('lin', 'urge', execution.URGING))
    office.agreeAll('zheng')
    steps.deliverAll(office)
    expect(words(office)).toEqual([SUIT])
    const late = execution.late(new LawOffice()).on('2026-12-10')
    done(late.take('lin', 'open-court-execution'))
    done(late.take('lin', 'urge', { case: { ...execution.URGING.case, 'urging-until': '2026-12-30' } }))
    late.agreeAll('zheng')
    steps.deliverAll(late)
    expect(words(late)).toEqual([expect.stringMatching(/^催告书送达已满十个工作日（.*），可以向人民法院申请强制执行$/)])
  })
})

const elsewhere = (untilOn?: string) => ({
  party: { [COMPANY.id]: { remedies: [{ kind: '行政复议', fromOn: '2026-06-20', ...(untilOn && { untilOn }) }] } },
})

function altered(): CaseState {
  const office = dispute.answered(new LawOffice({ on: '2026-06-01' }))
  done(office.take('lin', 'decision-altered', { case: { ...dispute.RESULT, alteration: '变更' } }))
  return office.case
}

test('whatever takes the place of what a term opens is an action of its procedure, or of one inside it', () => {
  const named = [...PROCEDURES.values()].flatMap((procedure) => {
    const inside = actionsOf(procedure).flatMap(({ action }) => opensOf(action))
    const within = [...PROCEDURES.values()].filter(({ code }) => code === procedure.code || inside.includes(code))
    const known = within.flatMap((one) => actionsOf(one).map(({ name }) => name))
    const clocks = Object.values(procedure.clocks)
    return clocks
      .flatMap(({ afterwards }) => afterwards?.or ?? [])
      .map((name) => ({ name, isKnown: known.includes(name) }))
  })
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter(({ isKnown }) => !isKnown)).toEqual([])
})

test('the police who do not answer in time are spoken of, and nobody in the office is late', () => {
  const office = sendToPolice(proposeTransfer(new LawOffice())).on('2026-06-20')
  expect(told(office)).toEqual(['“某某案”：公安机关决定是否立案期限已满（6月4日），还没有登记结果'])
  expect(
    noticesOfDay(office.env, office.case)
      .map(({ sentence }) => sentence)
      .join(),
  ).not.toContain('已经超过6月4日')
})

test('a judgment against which nobody has appealed in time may be written down as final', () => {
  const office = dispute.defended(new LawOffice({ on: '2026-06-01' }))
  done(office.take('lin', 'judged-for-agency', { case: { judgment: '驳回诉讼请求', ...dispute.JUDGMENT } }))
  expect(listed(office)).toEqual({
    lapsedOn: '2026-06-17',
    lapse: '当事人的上诉期限已满（6月16日），可以登记裁判生效',
  })
})
