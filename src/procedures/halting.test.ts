import { describe, expect, test } from 'vitest'
import { isSuspended } from '#domain/case/clock.ts'
import { offersOf } from '#domain/case/offers.ts'
import { rootRun } from '#domain/case/state.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import * as roads from '../../tests/support/halting-roads.ts'
import { COMPANY, done, gatesOf, LawOffice, PEOPLE, valuesWith } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'

const office = () => new LawOffice({ parameters: roads.FIELD_RULES })
const decisionClock = (at: LawOffice) => {
  const clock = rootRun(at.case).clocks.findLast((item) => item.clock === 'decision')
  if (!clock) throw new Error('no clock')
  return clock
}
const report = (at: LawOffice) => {
  const run = at.child('expert-test').id
  const facts = { case: { ...roads.REPORT_OF_TEST.case, 'reported-on': at.today } }
  return at.do('lin', { type: 'take', run, action: 'report', facts, evidence: [] })
}

describe('recusal', () => {
  test('the investigation goes on until it is decided', () => {
    const at = roads.askRecusal(office(), 'zhou')
    done(at.take('lin', 'inquire', steps.inquiry(at)))
    expect(at.case.handlers).toContain('zhou')
  })

  test('a handler who stands aside is replaced in the same act, and acts no more', () => {
    const at = roads.askRecusal(office(), 'zhou')
    done(at.take('wu', 'grant-and-replace', { case: { ...roads.REPLACED, handlers: ['lin', 'duo'] } }))
    expect(at.case.handlers).toEqual(['lin', 'duo'])
    expect(gatesOf(at.take('zhou', 'inquire', steps.inquiry(at)))).toEqual(['recused'])
  })

  test('a reviewer who stands aside does not review', () => {
    const at = roads.askRecusal(office(), 'shen')
    done(at.take('wu', 'grant', { case: roads.VERDICT }))
    steps.reach(at, 'drafting')
    steps.draft(at)
    done(at.take('lin', 'submit-review'))
    expect(gatesOf(at.take('shen', 'pass', { case: steps.SEVEN_POINTS }))).toEqual(['recused'])
  })

  test('about a head one head decides where the place has not said that they decide together', () => {
    const at = new LawOffice({ parameters: valuesWith({ 'recusal.heads-together': false }) })
    roads.askRecusal(at, 'deputy')
    expect(gatesOf(at.take('wu', 'grant-together', { case: roads.TOGETHER }))).toEqual(['about-head'])
    done(at.take('wu', 'grant', { case: roads.VERDICT }))
  })

  test('the party is told in writing', () => {
    const at = roads.askRecusal(office(), 'shen')
    done(at.take('wu', 'refuse', { case: { ...roads.VERDICT, 'verdict-words': '驳回申请' } }))
    expect(plainWords(fillIssued(at, 'recusal-decision'))).toContain('驳回申请')
    expect(at.case.runs.filter(({ procedure }) => procedure === 'delivery')).toHaveLength(1)
  })
})

describe('suspension of the case', () => {
  test('while it lasts nothing of the case is done, and its papers are delivered', () => {
    const at = roads.suspend(office())
    const offers = offersOf(at.env, at.case, PEOPLE.lin).filter(({ run }) => run === 'main')
    expect(offers.every(({ refusals }) => refusals.some(({ gate }) => gate === 'halted'))).toBe(true)
    steps.deliverAll(at)
    roads.resume(at)
    done(at.take('lin', 'inquire', steps.inquiry(at)))
  })

  test('its time is left out where the rules of the field say so, and runs on where they do not', () => {
    const at = roads.suspend(office())
    const before = decisionClock(at).rolledDue
    expect(isSuspended(decisionClock(at))).toBe(true)
    at.on('2026-07-01')
    roads.resume(at)
    expect(decisionClock(at).rolledDue > before).toBe(true)
    const other = new LawOffice({
      parameters: valuesWith({ 'case.suspension-grounds': [roads.HALT.case?.['halt-ground']] }),
    })
    expect(isSuspended(decisionClock(roads.suspend(other)))).toBe(false)
  })

  test('a report that waited for agreement meanwhile waits until the case goes on', () => {
    const at = steps.reach(office(), 'investigation')
    done(at.take('lin', 'inquire', steps.inquiry(at)))
    done(at.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
    done(at.take('lin', 'suspend-case', roads.HALT))
    at.agreeAll('zheng', 'wu')
    expect(gatesOf(at.take('lin', 'report', { case: steps.REPORT }))).toEqual(['halted'])
  })
})

describe('an expert test', () => {
  test('its time is left out from the commission to the report, and the party knows it in writing', () => {
    const at = roads.commission(office())
    expect(isSuspended(decisionClock(at))).toBe(true)
    expect(plainWords(fillIssued(at, 'test-period-notice'))).toContain('鉴定期间不计入办案期限')
    at.on('2026-06-12')
    done(report(at))
    expect(isSuspended(decisionClock(at))).toBe(false)
    expect(decisionClock(at).deductions).toEqual([
      { ground: 'expert-test', fromOn: '2026-06-01', untilOn: '2026-06-11' },
    ])
  })

  test('a kind of test that the rules of the field do not name is counted', () => {
    const at = steps.reach(office(), 'investigation')
    done(at.take('lin', 'open-expert-test'))
    expect(isSuspended(decisionClock(at))).toBe(false)
    done(at.take('lin', 'commission', { case: { ...roads.COMMISSION.case, 'test-kind': '检测' } }))
    done(at.agree('zheng'))
    expect(isSuspended(decisionClock(at))).toBe(false)
    expect(plainWords(fillIssued(at, 'test-period-notice'))).toContain('检测期间计入办案期限')
  })

  test('its result is told to the party before the investigation ends', () => {
    const at = roads.commission(office())
    done(report(at))
    expect(plainWords(fillIssued(at, 'test-result-notice', COMPANY.name))).toContain('送检样品变质')
    steps.deliverAll(at)
    done(at.take('lin', 'finish'))
    steps.investigate(at)
    expect(rootRun(at.case).stage).toBe('notice')
  })

  test('a second test is left out as well', () => {
    const at = roads.commission(office())
    at.on('2026-06-05')
    done(report(at))
    done(at.take('lin', 'test-again', { case: { 'retest-reason': '当事人申请复检' } }))
    done(at.agree('zheng'))
    done(at.take('lin', 'commission', roads.COMMISSION))
    done(at.agree('zheng'))
    expect(isSuspended(decisionClock(at))).toBe(true)
  })
})

test('what is terminated is closed with its paper delivered, and counts as neither penalty nor spared', () => {
  const at = steps.reach(office(), 'investigation')
  done(at.take('lin', 'terminate', roads.TERMINATION))
  at.agreeAll('zheng', 'wu')
  steps.deliverAll(at)
  done(at.take('lin', 'close-terminated', { case: { 'closure-note': '终止调查' } }))
  at.agreeAll('zheng', 'wu')
  done(at.take('lin', 'make-dossier', { case: { retention: '10年' } }))
  expect(rootRun(at.case)).toMatchObject({ outcome: 'terminated' })
  expect(rootRun(at.case).results).toBeUndefined()
  expect(plainWords(fillIssued(at, 'termination-decision'))).toContain('起终止调查')
})
