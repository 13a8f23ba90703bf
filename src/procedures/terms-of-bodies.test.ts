import { describe, expect, test } from 'vitest'
import { isOver, isSuspended } from '#domain/case/clock.ts'
import { latest } from '#domain/case/clock-events.ts'
import { lapsesOf } from '#domain/case/lapses.ts'
import { projectionOf } from '#domain/case/projection.ts'
import { type ClockState, rootRun } from '#domain/case/state.ts'
import { noticesOfDay } from '#domain/notice/notices-of-day.ts'
import { PROCEDURES } from '#procedures/index.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import * as execution from '../../tests/support/execution-steps.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { historyProblems } from '../../tests/support/walks/history-problems.ts'

const clock = (office: LawOffice, name: string): ClockState => {
  const found = latest(rootRun(office.case).clocks, name)[0]
  if (!found) throw new Error(`${name} does not run`)
  return found
}
const words = ({ env, case: state }: LawOffice) => lapsesOf(env, state).map((lapse) => lapse.words)
const kinds = ({ env, case: state }: LawOffice) => noticesOfDay(env, state).map(({ kind }) => kind)

describe('the reviewing body has a term of its own', () => {
  const TAKEN_UP = { 'notice-number': '青复答〔2026〕1号', 'notice-on': '2026-05-29', 'taken-up-on': '2026-05-25' }
  const pending = (action = 'take-notice', facts: Record<string, string> = TAKEN_UP) => {
    const office = dispute.openReview(new LawOffice())
    done(office.take('lin', action, { case: facts }))
    done(office.take('lin', 'answer', { case: dispute.DEFENCE }))
    office.agreeAll('zheng', 'wu')
    return office
  }
  const extended = (office: LawOffice, days = 30) =>
    office.take('lin', 'extend-decision', { case: { 'extended-days': String(days) } })

  test('of sixty days from its acceptance, of thirty by the simple procedure', () => {
    expect(clock(pending(), 'decision')).toMatchObject({ startOn: '2026-05-25', rawDue: '2026-07-24' })
    const simple = pending('take-simple-notice')
    expect(clock(simple, 'simple-decision')).toMatchObject({ startOn: '2026-05-25', rawDue: '2026-06-24' })
    expect(historyProblems(PROCEDURES, simple.events)).toEqual([])
  })

  test('that counts from its notice where nobody knows the day of acceptance', () => {
    const { 'taken-up-on': _unknown, ...notice } = TAKEN_UP
    expect(clock(pending('take-notice', notice), 'decision').startOn).toBe('2026-05-29')
  })

  test('that it may lengthen once by thirty days at the most, and that is written down as it was told', () => {
    const office = pending()
    expect(gatesOf(extended(office, 31))).toEqual(['extended-at-most'])
    done(extended(office.on('2026-07-30')))
    expect(clock(office, 'decision')).toMatchObject({ rawDue: '2026-08-23', rolledDue: '2026-08-24' })
    expect(gatesOf(extended(office))).toEqual(['extension-once'])
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })

  test('that stands still while the review does, and goes on after it', () => {
    const office = pending().on('2026-06-02')
    done(office.take('lin', 'halt', { case: { 'suspension-ground': '申请人下落不明' } }))
    expect(isSuspended(clock(office, 'decision'))).toBe(true)
    expect(words(office.on('2026-12-01'))).toEqual([])
    done(office.on('2026-06-12').take('lin', 'go-on'))
    expect(clock(office, 'decision')).toMatchObject({ rawDue: '2026-08-03' })
    expect(gatesOf(office.take('lin', 'go-on'))).toEqual(['suspension-state'])
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })

  test('that becomes sixty days when the simple procedure is left', () => {
    const office = pending('take-simple-notice')
    done(office.take('lin', 'turn-to-ordinary'))
    expect(clock(office, 'simple-decision').metOn).toBeDefined()
    expect(clock(office, 'decision')).toMatchObject({ startOn: '2026-05-25', rawDue: '2026-07-24' })
    expect(gatesOf(office.take('lin', 'turn-to-ordinary'))).toEqual(['review-by-simple'])
  })

  test('that is nobody’s task in the office, and is asked after once it is over', () => {
    const office = pending().on('2026-07-25')
    expect(isOver(clock(office, 'decision'), office.env)).toBe(true)
    expect(projectionOf(office.env, office.case)).toMatchObject({
      dueOn: null,
      lapsedOn: '2026-07-25',
      lapse: '行政复议机关作出决定期限已满（7月24日），还没有登记结果',
    })
    expect(kinds(office)).toEqual(['term-over'])
  })
})

describe('what the reviewing body has upheld', () => {
  test('may be sued about for fifteen days, and then the case can end', () => {
    const office = dispute.upheld(new LawOffice())
    expect(clock(office, 'suit')).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-06-16' })
    expect(gatesOf(office.on('2026-06-16').take('lin', 'nobody-sued'))).toEqual(['suit-term-over'])
    expect(words(office.on('2026-06-17'))[0]).toContain(
      '当事人的不服复议决定，提起行政诉讼期限已满（6月16日），可以登记没有人起诉',
    )
    done(office.take('lin', 'nobody-sued'))
    expect(rootRun(office.case).outcome).toBe('upheld')
  })

  test('ends before that when somebody sues', () => {
    const office = dispute.upheld(new LawOffice())
    done(office.take('lin', 'sued', { case: { 'suit-words': '某某公司（虚构），青石区人民法院' } }))
    expect(office.case.endedOn).toBe(office.today)
  })

  test('is not waited for where the application was withdrawn or settled', () => {
    const office = dispute.answered(new LawOffice())
    done(office.take('lin', 'ended-otherwise', { case: { ending: '申请人撤回', ...dispute.RESULT } }))
    expect(office.case.endedOn).toBe(office.today)
    expect(latest(rootRun(office.case).clocks, 'suit')).toEqual([])
  })

  test('or altered may be sued about while it is carried out', () => {
    const office = dispute.answered(new LawOffice())
    done(office.take('lin', 'decision-altered', { case: { alteration: '变更', ...dispute.RESULT } }))
    expect(clock(office, 'suit').rolledDue).toBe('2026-06-16')
    expect(words(office.on('2026-06-20'))).toEqual([])
  })
})

describe('a judgment against the agency', () => {
  const APPEAL = { 'own-appeal-reason': '判决认定事实不清', 'appealed-on': '2026-06-16' }
  const appeal = (office: LawOffice, facts = APPEAL) => office.take('lin', 'appeal-oneself', { case: facts })

  test('may be appealed against for fifteen days, and this term is the office’s own', () => {
    const office = dispute.judgedAgainst(new LawOffice())
    expect(clock(office, 'own-appeal')).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-06-16' })
    expect(projectionOf(office.env, office.case)).toMatchObject({ dueOn: '2026-06-16', dueClock: '本机关提起上诉' })
    expect(kinds(office.on('2026-06-15'))).toContain('due-soon')
  })

  test('is judged by the day on which the appeal was handed in, however late it is typed in', () => {
    const inTime = dispute.judgedAgainst(new LawOffice()).on('2026-06-20')
    done(appeal(inTime))
    inTime.agreeAll('wu')
    expect(rootRun(inTime.case).stage).toBe('second-instance')
    expect(clock(inTime, 'own-appeal').metOn).toBe('2026-06-16')
    const late = dispute.judgedAgainst(new LawOffice()).on('2026-06-20')
    expect(gatesOf(appeal(late, { ...APPEAL, 'appealed-on': '2026-06-17' }))).toEqual(['missed'])
  })

  test('has changed nothing yet while either side has appealed, and has once neither did', () => {
    const clockOf = (office: LawOffice) => latest(rootRun(office.case).clocks, 'withdrawal')[0]
    const appealed = dispute.judgedAgainst(new LawOffice()).on('2026-06-10')
    done(appeal(appealed, { ...APPEAL, 'appealed-on': '2026-06-10' }))
    appealed.agreeAll('wu')
    expect(latest(rootRun(appealed.case).clocks, 'appeal')[0]?.metOn).toBe('2026-06-10')
    const final = { case: { alteration: '撤销', ...dispute.JUDGMENT, 'judgment-on': '2026-09-01' } }
    done(appealed.on('2026-09-01').take('lin', 'finally-against-agency', final))
    expect(clockOf(appealed)?.startOn).toBe('2026-09-01')
  })

  test('that the other side appeals against leaves no term of the office', () => {
    const office = dispute.judgedAgainst(new LawOffice())
    done(office.take('lin', 'appeal', { case: { 'appeal-text': '原告上诉' } }))
    expect(projectionOf(office.env, office.case).dueOn).toBeNull()
  })
})

describe('what the court decides otherwise than by a judgment', () => {
  const judged = (judgment: string) => {
    const office = dispute.defended(new LawOffice())
    done(office.take('lin', 'judged-for-agency', { case: { judgment, ...dispute.JUDGMENT } }))
    return office
  }
  test('a ruling is appealed against within ten days', () =>
    expect(clock(judged('驳回起诉'), 'appeal')).toMatchObject({ rawDue: '2026-06-11' }))
  test('a settlement is not appealed against at all', () => {
    const office = judged('调解结案')
    expect(latest(rootRun(office.case).clocks, 'appeal')).toEqual([])
    done(office.take('lin', 'becomes-final'))
  })
})

test('the days that an urging gave are over, and the office may decide to execute', () => {
  const office = execution.urged(new LawOffice())
  const urging = latest(office.child('coercive-execution').clocks, 'urging-term')[0]
  expect(urging).toMatchObject({ startOn: '2026-06-17', rawDue: '2026-07-02' })
  expect(words(office.on('2026-07-03'))).toContain('催告书载明的履行期限已满（7月2日），可以作出强制执行决定')
})

describe('the upper court', () => {
  const term = (action: 'not-accepted' | 'not-allowed') => {
    const reach = action === 'not-accepted' ? execution.applied : execution.reviewing
    const office = reach(new LawOffice()).on('2026-12-20')
    done(execution.ruled(office, action, '2026-12-10'))
    done(office.take('lin', 'ask-upper', { case: { 'upper-court': '中院', 'review-reasons': '依据充分' } }))
    office.agreeAll('zheng', 'wu')
    return latest(office.child('court-execution').clocks, 'upper-ruling')[0]
  }
  test('rules within thirty days whether to execute, and within fifteen whether to accept', () => {
    expect(term('not-allowed')).toMatchObject({ startOn: '2026-12-20', rawDue: '2027-01-19' })
    expect(term('not-accepted')).toMatchObject({ startOn: '2026-12-20', rawDue: '2027-01-04' })
  })
})
