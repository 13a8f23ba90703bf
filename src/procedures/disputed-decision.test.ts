import { describe, expect, test } from 'vitest'
import { remediesOver } from '#domain/case/gates/court.ts'
import { type CaseState, NO_FACTS, rootRun } from '#domain/case/state.ts'
import { viewOf } from '#domain/case/view.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import { done, LawOffice, PEOPLE } from '../../tests/support/law-office.ts'
import { reach } from '../../tests/support/penalty-steps.ts'

/** The decision is delivered on the 1st of June, so the last day to pay is the 16th; the fine is 5,000 yuan, 150 a day. */
function account(today: string, ...disputes: readonly CaseState[]) {
  const office = reach(new LawOffice(), 'performance').on(today)
  office.disputes = disputes
  return performanceOf({ env: office.env, state: office.case })[0]
}
const review = (office: LawOffice) => office.case
const asked = { ...dispute.REVIEW, case: { ...dispute.REVIEW.case, 'applied-on': '2026-06-20' } }
const pendingReview = () => review(dispute.openReview(new LawOffice({ on: '2026-06-20' }), asked))

function reviewed(action: string, facts: object): CaseState {
  const office = dispute.openReview(new LawOffice({ on: '2026-06-20' }), asked)
  done(office.take('lin', 'take-notice', { case: { 'notice-number': '青复答〔2026〕1号', 'notice-on': '2026-06-20' } }))
  done(office.take('lin', 'answer', { case: dispute.DEFENCE }))
  office.agreeAll('zheng', 'wu')
  office.on('2026-06-25')
  done(office.take('lin', action, { case: { ...dispute.RESULT, ...facts, 'result-on': '2026-06-25' } }))
  return office.case
}

describe('a review that this agency answers is known to the case whose decision it is about', () => {
  test('without it the surcharge grows day by day', () =>
    expect(account('2026-06-26')?.surcharge).toMatchObject({
      amountFen: 150_000,
      lines: [{ days: 10, pausedDays: 0, baseFen: 500_000 }],
    }))

  test('while it is pending the surcharge stands still, and the court is not asked', () => {
    const sheet = account('2026-06-26', pendingReview())
    expect(sheet?.surcharge).toMatchObject({ amountFen: 45_000, lines: [{ days: 10, pausedDays: 7 }] })
    expect(sheet).toMatchObject({ remedyEndsOn: null, courtEndsOn: null })
    expect(sheet?.pauses).toMatchObject([{ kind: '行政复议', fromOn: '2026-06-20' }])
  })

  test('once it is decided the days after it count again, and the fifteen days for a lawsuit run', () => {
    const sheet = account('2026-06-28', reviewed('decision-stands', { result: '维持' }))
    expect(sheet?.surcharge.lines).toMatchObject([{ days: 12, pausedDays: 6 }])
    expect(sheet?.remedyEndsOn).toBe('2026-07-10')
    expect(sheet?.pauses).toMatchObject([{ untilOn: '2026-06-25' }])
  })

  test('that has altered the decision says so', () =>
    expect(account('2026-06-28', reviewed('decision-altered', { alteration: '变更' }))?.pauses).toMatchObject([
      { hasAltered: true },
    ]))

  test('does not concern another party', () => {
    const others = { ...pendingReview(), parties: [] }
    expect(account('2026-06-26', others)?.surcharge.amountFen).toBe(150_000)
  })
})

/** What the way to the court says on this day. */
function courtSays(today: string, ...disputes: readonly CaseState[]): string | undefined {
  const office = reach(new LawOffice(), 'performance').on(today)
  office.disputes = disputes
  const { env, case: state } = office
  const what = { action: 'open-court-execution', facts: NO_FACTS, evidence: [] }
  return remediesOver.refuse(viewOf({ env, state, run: rootRun(state), actor: PEOPLE.lin, ...what }))
}

describe('the way to the court', () => {
  test('is open once the terms have passed, and closed while a review is pending or after it has altered the decision', () => {
    expect(courtSays('2027-01-10')).toBeUndefined()
    expect(courtSays('2027-01-10', pendingReview())).toContain('正在复议、诉讼')
    expect(courtSays('2027-01-10', reviewed('decision-stands', { result: '维持' }))).toBeUndefined()
    expect(courtSays('2027-01-10', reviewed('decision-altered', { alteration: '变更' }))).toContain(
      '已经被复议、诉讼改变',
    )
  })
})

describe('a lawsuit', () => {
  test('is pending from the day on which it was brought until nobody can appeal any more', () => {
    const suit = { case: { ...dispute.SUIT.case, 'sued-on': '2026-05-25' } }
    const office = new LawOffice({ on: '2026-06-01' })
    done(dispute.openSuit(office, suit).take('lin', 'answer', { case: dispute.DEFENCE }))
    office.agreeAll('zheng', 'wu')
    expect(account('2026-06-26', office.case)?.pauses).toMatchObject([{ fromOn: '2026-05-25' }])
    done(office.take('lin', 'judged-for-agency', { case: { judgment: '驳回诉讼请求', ...dispute.JUDGMENT } }))
    done(office.on('2026-06-20').take('lin', 'becomes-final'))
    const sheet = account('2026-06-26', office.case)
    expect(sheet?.pauses).toMatchObject([{ kind: '行政诉讼', fromOn: '2026-05-25', untilOn: '2026-06-16' }])
    expect(sheet?.remedyEndsOn).toBe('2026-06-16')
  })
})
