import { describe, expect, test } from 'vitest'
import { isOver, isSuspended, lastDayOf } from '#domain/case/clock.ts'
import { latest } from '#domain/case/clock-events.ts'
import { countedClock } from '#domain/case/contested-clocks.ts'
import { remediesOver } from '#domain/case/gates/court.ts'
import { decisionStands } from '#domain/case/gates/performance.ts'
import { projectionOf } from '#domain/case/projection.ts'
import { type CaseState, NO_FACTS, rootRun } from '#domain/case/state.ts'
import { viewOf } from '#domain/case/view.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import { noticesOfDay } from '#domain/notice/notices-of-day.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import { COMPANY, done, gatesOf, LawOffice, PEOPLE } from '../../tests/support/law-office.ts'
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
  const view = viewOf({ env, state, run: rootRun(state), actor: PEOPLE.lin, ...what })
  return decisionStands.refuse(view) ?? remediesOver.refuse(view)
}

describe('the way to the court', () => {
  test('is open once the terms have passed, and closed while a review is pending or after it has altered the decision', () => {
    expect(courtSays('2027-01-10')).toBeUndefined()
    expect(courtSays('2027-01-10', pendingReview())).toContain('正在复议、诉讼')
    expect(courtSays('2027-01-10', reviewed('decision-stands', { result: '维持' }))).toBeUndefined()
    expect(courtSays('2027-01-10', reviewed('decision-altered', { alteration: '变更' }))).toContain(
      '已经被行政复议改变（2026-06-25），不能再按原决定执行',
    )
    expect(courtSays('2027-01-10', reviewed('decision-altered', { alteration: '确认违法' }))).toBeUndefined()
  })
})

describe('what lists show of a case whose decision is contested in another case', () => {
  const listed = (today: string, ...disputes: readonly CaseState[]) => {
    const office = reach(new LawOffice(), 'performance').on('2026-06-18')
    const met = { events: [{ type: 'clock-met', run: 'main', clock: 'publication', party: COMPANY.id }] } as const
    office.receive(met, 'lin').on(today as never)
    office.disputes = disputes
    const { dueOn, dueClock } = projectionOf(office.env, office.case)
    const kinds = noticesOfDay(office.env, office.case).map(({ kind }) => kind)
    return { dueOn, dueClock, told: kinds.filter((kind) => kind === 'due-soon' || kind === 'overdue') }
  }

  test('is no last day for the court while it is pending, and nobody is warned', () => {
    expect(listed('2027-03-02')).toEqual({ dueOn: '2027-03-01', dueClock: '申请法院强制执行', told: ['overdue'] })
    expect(listed('2027-03-02', pendingReview())).toEqual({ dueOn: null, dueClock: null, told: [] })
  })

  test('is the day counted anew once it is over, of which people are told in time', () => {
    const decided = reviewed('decision-stands', { result: '维持' })
    const due = { dueOn: '2026-10-10', dueClock: '申请法院强制执行' }
    expect(listed('2026-10-06', decided)).toEqual({ ...due, told: [] })
    expect(listed('2026-10-07', decided)).toEqual({ ...due, told: ['due-soon'] })
    expect(listed('2026-10-11', decided)).toEqual({ ...due, told: ['overdue'] })
  })
})

/** The clock of the application to the court as the case page shows it on this day. */
function courtClock(today: string, ...disputes: readonly CaseState[]) {
  const office = reach(new LawOffice(), 'performance').on(today)
  office.disputes = disputes
  return counted(office)
}
function counted({ env, case: state }: LawOffice) {
  const run = rootRun(state)
  const started = latest(run.clocks, 'court-application')[0]
  if (!started) throw new Error('the term has not begun')
  const { clock, note } = countedClock({ env, state }, run, started)
  return { isStill: isSuspended(clock), isOver: isOver(clock, env), dueOn: lastDayOf(clock), note }
}

describe('the three months for applying to the court', () => {
  test('begin when nobody can contest the decision any more', () =>
    expect(courtClock('2027-03-02')).toEqual({ isStill: false, isOver: true, dueOn: '2027-03-01', note: '' }))

  test('do not run while a review is pending, however long that takes, and the reason is said', () => {
    expect(courtClock('2027-03-02', pendingReview())).toMatchObject({ isStill: true, isOver: false })
    expect(courtClock('2027-03-02', pendingReview()).note).toContain('行政复议（2026-06-20 起）还没有结束')
  })

  test('run from the end of the fifteen days for a lawsuit once the review is decided', () => {
    const decided = reviewed('decision-stands', { result: '维持' })
    expect(courtClock('2026-10-10', decided)).toMatchObject({ isStill: false, isOver: false, dueOn: '2026-10-10' })
    expect(courtClock('2026-10-11', decided)).toMatchObject({ isOver: true })
    expect(courtClock('2026-10-10', decided).note).toContain('2026-07-10')
    expect(account('2026-10-10', decided)?.courtEndsOn).toBe('2026-10-10')
  })

  test('do not run for a decision that the review has altered', () => {
    const altered = courtClock('2027-03-02', reviewed('decision-altered', { alteration: '变更' }))
    expect(altered).toMatchObject({ isStill: true, isOver: false })
    expect(altered.note).toContain('已经被行政复议改变')
  })

  test('run on for another party', () =>
    expect(courtClock('2027-03-02', { ...pendingReview(), parties: [] })).toMatchObject({ isOver: true, note: '' }))
})

const elsewhere = (untilOn?: string) => ({
  party: { [COMPANY.id]: { remedies: [{ kind: '行政复议', fromOn: '2026-06-20', ...(untilOn && { untilOn }) }] } },
})

describe('a review elsewhere that is written down in the case', () => {
  const written = () => {
    const office = reach(new LawOffice(), 'performance').on('2026-06-22')
    done(office.take('lin', 'record-remedy', elsewhere()))
    return office.receive(
      { events: [{ type: 'clock-met', run: 'main', clock: 'publication', party: COMPANY.id }] },
      'lin',
    )
  }

  test('stops the three months on record: no list calls them overdue, and nobody is warned', () => {
    const office = written().on('2027-03-02')
    expect(counted(office)).toMatchObject({ isStill: true })
    expect(projectionOf(office.env, office.case)).toMatchObject({ dueOn: null, dueClock: null })
    expect(noticesOfDay(office.env, office.case).map(({ kind }) => kind)).toEqual(['term-over'])
    expect(office.refold()).toEqual(office.case)
  })

  test('starts them anew when its end is written down, in the lists as well', () => {
    const office = written().on('2026-06-26')
    done(office.take('lin', 'record-remedy', elsewhere('2026-06-25')))
    expect(counted(office)).toMatchObject({ isStill: false, dueOn: '2026-10-10' })
    expect(projectionOf(office.env, office.case)).toMatchObject({ dueOn: '2026-10-10', dueClock: '申请法院强制执行' })
    expect(office.refold()).toEqual(office.case)
  })

  test('that was over before it was written down starts them anew at once', () => {
    const office = reach(new LawOffice(), 'performance').on('2026-06-26')
    done(office.take('lin', 'record-remedy', elsewhere('2026-06-25')))
    expect(counted(office)).toMatchObject({ isStill: false, dueOn: '2026-10-10' })
    expect(latest(rootRun(office.case).clocks, 'court-application')[0]?.startOn).toBe('2026-07-10')
  })

  test('leaves the term as it was when it is taken back, whether it was pending or over', () => {
    for (const untilOn of [undefined, '2026-06-25']) {
      const office = written().on('2026-06-26')
      if (untilOn) done(office.take('lin', 'record-remedy', elsewhere(untilOn)))
      done(office.take('lin', 'record-remedy', { party: { [COMPANY.id]: { remedies: [] } } }))
      expect(counted(office)).toEqual({ isStill: false, isOver: false, dueOn: '2027-03-01', note: '' })
      expect(rootRun(office.case).facts.party[COMPANY.id]?.remedies).toBeUndefined()
      expect(office.refold()).toEqual(office.case)
    }
  })

  test('has begun when it is written down, and has ended when its end is, in that order', () => {
    const office = reach(new LawOffice(), 'performance').on('2026-06-22')
    const write = (row: Record<string, string>) =>
      office.take('lin', 'record-remedy', { party: { [COMPANY.id]: { remedies: [{ kind: '行政诉讼', ...row }] } } })
    expect(gatesOf(write({ fromOn: '2026-06-23' }))).toEqual(['remedy-came'])
    expect(gatesOf(write({ fromOn: '2026-06-20', untilOn: '2026-06-23' }))).toEqual(['remedy-came'])
    expect(gatesOf(write({ fromOn: '2026-06-20', untilOn: '2026-06-19' }))).toEqual(['remedy-came'])
    expect(gatesOf(write({ kind: '信访', fromOn: '2026-06-20' }))).toEqual(['input'])
    done(write({ fromOn: '2026-06-22', untilOn: '2026-06-22' }))
  })

  test('moves nothing a second time when the same is written down again', () => {
    const office = written()
    const before = office.case.runs[0]?.clocks
    done(office.take('lin', 'record-remedy', elsewhere()))
    expect(office.case.runs[0]?.clocks).toEqual(before)
  })
})

test('a review that this agency answers itself moves no clock on record: when it ends, nothing here would start it', () => {
  const office = reach(new LawOffice(), 'performance').on('2026-06-22')
  office.disputes = [pendingReview()]
  const before = office.case.runs[0]?.clocks
  done(office.take('lin', 'record-remedy', { party: { [COMPANY.id]: { remedies: [] } } }))
  expect(office.case.runs[0]?.clocks).toEqual(before)
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
