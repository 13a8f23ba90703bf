import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { paidFen } from '#domain/case/book-payment.ts'
import { isRunning, lastDayOf } from '#domain/case/clock.ts'
import { latest } from '#domain/case/clock-events.ts'
import { rootRun } from '#domain/case/state.ts'
import { timelineOf } from '#domain/case/timeline.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import { weighLine } from '#domain/payment/weigh-line.ts'
import { PROCEDURES } from '#procedures/index.ts'
import * as execution from '../../tests/support/execution-steps.ts'
import { LETTERHEAD } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { newestEntry, planned, reverse, reversed } from '../../tests/support/reversal-steps.ts'
import * as summary from '../../tests/support/summary-steps.ts'

const PARTY = 'party-1'
const CLOSE = { case: { 'closure-note': '已经履行完毕' } }
/** The decision is delivered on the 1st of June, so the last day to pay is the 16th; the fine is 5,000 yuan, 150 a day. */
const due = () => steps.reach(new LawOffice(), 'performance')
const paid = (office: LawOffice, more: Readonly<Record<string, unknown>> = {}): LawOffice => {
  const facts = { ...steps.PAID, 'paid-on': office.today, ...more }
  done(office.take('lin', 'record-performance', { party: { [PARTY]: facts } }))
  return office
}
const sheet = (office: LawOffice) => performanceOf({ env: office.env, state: office.case })[0]
const clocks = (office: LawOffice, name: string) => latest(rootRun(office.case).clocks, name)

describe('a payment that was booked by mistake', () => {
  test('is taken back as if it had never come: the term runs again as it was, and the surcharge grows from its end', () => {
    const office = paid(due().on('2026-06-10'))
    expect(clocks(office, 'payment')).toMatchObject([{ metOn: '2026-06-10' }])
    reversed(office.on('2026-06-26'))
    const [clock] = clocks(office, 'payment')
    expect(clock && isRunning(clock)).toBe(true)
    expect(clock && lastDayOf(clock)).toBe('2026-06-16')
    expect(sheet(office)).toMatchObject({ balanceFen: 650_000, surcharge: { amountFen: 150_000 } })
    expect(sheet(office)?.surcharge).toEqual(sheet(due().on('2026-06-26'))?.surcharge)
    expect(gatesOf(office.take('lin', 'close', CLOSE))).toEqual(['performed'])
  })

  test('stands in the account beside the entry that takes it back, with the day of the payment, the reason and who agreed', () => {
    const office = reversed(paid(due().on('2026-06-10')).on('2026-06-26'))
    const [entry, back] = sheet(office)?.payments ?? []
    expect(entry).toMatchObject({ amountFen: 500_000, paidOn: '2026-06-10' })
    expect(entry?.takenBack).toMatchObject({ on: '2026-06-26', by: 'lin', agreed: [{ by: 'zheng' }, { by: 'wu' }] })
    expect(entry?.takenBack?.reason).toContain('误登到本案')
    expect(back).toMatchObject({ amountFen: -500_000, paidOn: '2026-06-10', reference: 'P-1', takenBack: null })
    const told = timelineOf(PROCEDURES, office.case, office.events).map(({ sentence }) => sentence)
    expect(told).toContainEqual(expect.stringMatching(/^冲销.* 2026-06-10 的缴款 5,000.00 元：误登到本案/))
    expect(told).toContainEqual(expect.stringContaining('“缴纳罚款”没有缴清'))
  })

  test('prints which entry and why on the form for matters of the case', () => {
    const office = reversed(paid(due().on('2026-06-10')))
    const document = office.case.documents.findLast(({ code }) => code === 'matter-approval')
    if (!document) throw new Error('no form was issued')
    const { env, case: state } = office
    const { rows = [] } = fillDocument({ env, state, run: rootRun(state), document, agency: LETTERHEAD })
    const text = rows.map(({ label, text: said }) => `${label}：${said}`).join('\n')
    expect(text).toContain('事项类型：冲销误登的缴款')
    expect(text).toMatch(/冲销哪一笔缴款：.*2026年6月10日缴款 5,000.00 元（票据号、流水号 P-1，承办人员登记）/)
    expect(text).toContain('冲销的理由：误登到本案')
  })

  test('is said to be done by nobody any more, so that the party is urged and not left out', () => {
    const office = reversed(paid(due().on('2026-06-10')).on('2026-06-26'))
    expect(rootRun(office.case).facts.party[PARTY]?.['is-performed']).toBe(false)
    done(office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-10' } }))
    office.agreeAll('zheng')
    expect(office.case.documents.at(-1)).toMatchObject({ code: 'fine-urging', party: PARTY })
  })

  test('leaves its receipt and its number free for the right booking', () => {
    const office = paid(due().on('2026-06-10'), { paid: '500', 'is-performed': false })
    expect(gatesOf(office.take('lin', 'record-performance', { party: { [PARTY]: steps.PAID } }))).toEqual([
      'receipt-is-new',
    ])
    reversed(office)
    paid(office)
    expect(sheet(office)).toMatchObject({ balanceFen: 0, dues: [{ metOn: '2026-06-10' }] })
    done(office.take('lin', 'close', CLOSE))
  })

  test('is no twin of what the bank tells of on the same day', () => {
    const office = paid(due().on('2026-06-10'))
    const line = { amountFen: 500_000, payer: '', paidOn: plainDate('2026-06-10') }
    const weighed = () => weighLine({ env: office.env, state: office.case }, PARTY, line)
    expect(weighed()).toMatchObject({ is: 'doubtful' })
    reversed(office)
    expect(weighed()).toMatchObject({ is: 'booked' })
  })

  test('waits for both heads, and holds the case open until they have said', () => {
    const office = paid(due().on('2026-06-10'))
    done(reverse(office))
    expect(paidFen(office.case, PARTY)).toBe(500_000)
    expect(gatesOf(office.take('lin', 'close', CLOSE))).toEqual(['no-reversal-pending'])
    office.agreeAll('zheng')
    expect(paidFen(office.case, PARTY)).toBe(500_000)
    office.agreeAll('wu')
    expect(paidFen(office.case, PARTY)).toBe(0)
  })

  test('undoes a closure that is still on its way', () => {
    const office = paid(due().on('2026-06-10'))
    done(office.take('lin', 'close', CLOSE))
    done(reverse(office))
    const closing = rootRun(office.case).proposals[0]?.id ?? ''
    const reversing = rootRun(office.case).proposals[1]?.id ?? ''
    const agree = (who: 'zheng' | 'wu', proposal: string) =>
      office.do(who, { type: 'agree', run: 'main', proposal, opinion: '同意' })
    done(agree('zheng', closing))
    expect(gatesOf(agree('wu', closing))).toEqual(['no-reversal-pending'])
    done(agree('zheng', reversing))
    done(agree('wu', reversing))
    expect(gatesOf(agree('wu', closing))).toEqual(['performed'])
  })

  test('is asked for anew each time: what was chosen before stands for nothing', () => {
    const office = reversed(paid(due().on('2026-06-10')))
    const refused = office.take('lin', 'reverse-payment')
    expect(refused.ok ? [] : refused.refusals.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['reversed-payment', 'reversal-reason']),
    )
  })

  test('opens a case again that had ended its execution by that money', () => {
    const office = execution.decided(due())
    const party = steps.ofEveryParty(office, { paid: '9000', 'paid-on': office.today, 'receipt-number': 'T-1' })
    done(office.take('lin', 'book-proceeds', { case: { 'proceeds-note': '拍卖所得' }, party }))
    const { id } = newestEntry(office)
    done(execution.execute(office))
    done(office.take('lin', 'finish', { case: { 'performed-words': '执行完毕' } }))
    office.agreeAll('zheng')
    reversed(office, id)
    expect(gatesOf(office.take('lin', 'close', CLOSE))).toContain('performed')
  })

  test('on the spot is handed in by nobody, and one that was taken in truth still is', () => {
    const office = summary.toPerformance(new LawOffice())
    done(office.take('lin', 'file-record'))
    done(summary.collect(office, { paid: '500' }))
    reversed(office)
    paid(office, { paid: '50', 'receipt-number': 'P-2' })
    done(summary.close(office))
    const collected = summary.toPerformance(new LawOffice())
    done(collected.take('lin', 'file-record'))
    done(summary.collect(collected, { paid: '500' }))
    reversed(collected)
    done(summary.collect(collected))
    expect(gatesOf(summary.close(collected))).toEqual(['collection-deposited'])
  })
})

test('the instalments that a booking had met run again, each with its own day; the term before the plan does not', () => {
  const office = paid(planned().on('2026-06-10'))
  expect(clocks(office, 'instalment').map(({ metOn }) => metOn)).toEqual(['2026-06-10', '2026-06-10'])
  reversed(office)
  expect(clocks(office, 'instalment').map((clock) => [isRunning(clock), lastDayOf(clock)])).toEqual([
    [true, '2026-06-20'],
    [true, '2026-07-20'],
  ])
  expect(clocks(office, 'payment').every((clock) => !isRunning(clock))).toBe(true)
  paid(office, { paid: '2000', 'is-performed': false })
  expect(clocks(office, 'instalment').map(isRunning)).toEqual([false, true])
})
