import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { fillIssued, plainWords } from '../../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { asked } from '../../../tests/support/scenarios/child-scenarios.ts'
import { historyProblems } from '../../../tests/support/walks/history-problems.ts'

const clock = (office: LawOffice) => office.case.runs[0]?.clocks.findLast((item) => item.clock === 'decision')
const stop = (office: LawOffice, ground: string) =>
  office.take('lin', 'stop-clock', { case: { 'suspension-ground': ground, 'suspension-reason': '送检，期间不计' } })
const extend = (office: LawOffice) => office.take('lin', 'extend-clock', { case: { 'extension-reason': '案情复杂' } })

function filed(parameters: Parameters<typeof valuesWith>[0] = {}, on = '2026-06-01'): LawOffice {
  const office = new LawOffice({ parameters: valuesWith(parameters), on })
  steps.fileCase(office)
  return office
}
const GROUNDS = { 'decision.deductible-grounds': ['听证', '鉴定'] }

describe('the ninety days', () => {
  test('count from the day on which the filing took effect', () => {
    expect(clock(filed({}, '2026-07-06'))).toMatchObject({ rawDue: '2026-10-04', rolledDue: '2026-10-08' })
  })

  test('have no extension of themselves', () => {
    const refused = extend(filed())
    expect(gatesOf(refused)).toEqual(['extension-basis'])
    expect(refused.ok ? '' : refused.refusals[0]?.basis).toBe('《行政处罚法》第六十条')
  })

  test('are extended by thirty where the field allows it, once, and only when the heads have agreed', () => {
    const office = filed({ 'decision.extension-allowed': true })
    done(extend(office))
    expect(clock(office)?.rawDue).toBe('2026-08-30')
    office.agreeAll('zheng', 'wu')
    expect(clock(office)?.rawDue).toBe('2026-09-29')
    expect(gatesOf(extend(office))).toEqual(['extension-once'])
  })

  test('stand still on no ground where the field has none', () =>
    expect(gatesOf(stop(filed(), '鉴定'))).toEqual(['suspension-basis']))

  test('stand still only on a ground that the field names', () => {
    expect(gatesOf(stop(filed(GROUNDS), '休假'))).toEqual(['suspension-basis'])
    expect(gatesOf(stop(filed(GROUNDS), '鉴定'))).toEqual([])
  })

  test('do not count the days of an expert test', () => {
    const office = filed(GROUNDS).on('2026-06-10')
    done(stop(office, '鉴定'))
    done(office.agree('wu'))
    expect(gatesOf(stop(office, '鉴定'))).toEqual(['suspension-state'])
    done(office.on('2026-06-20').take('lin', 'resume-clock'))
    expect(clock(office)).toMatchObject({ rawDue: '2026-09-09' })
    expect(clock(office)?.deductions).toEqual([{ ground: '鉴定', fromOn: '2026-06-10', untilOn: '2026-06-19' }])
    expect(gatesOf(office.take('lin', 'resume-clock'))).toEqual(['suspension-state'])
  })

  test('that are stopped and resumed on one day lose nothing', () => {
    const office = filed(GROUNDS)
    done(stop(office, '鉴定'))
    done(office.agree('wu'))
    done(office.take('lin', 'resume-clock'))
    expect(clock(office)?.rawDue).toBe('2026-08-30')
  })

  test('do not count a hearing where the field says so, from the day after the start to the day before its end', () => {
    const office = asked(new LawOffice({ parameters: valuesWith(GROUNDS) }))
    expect(clock(office)?.deductions).toEqual([{ ground: 'hearing', fromOn: '2026-06-01' }])
    steps.callHearing(office)
    steps.deliverAll(office)
    office.on('2026-06-12')
    done(office.take('zhu', 'hold', steps.HEARING_RECORD))
    expect(clock(office)?.rawDue).toBe('2026-09-09')
  })

  test('stand still for the test though a hearing ends meanwhile', () => {
    const office = filed(GROUNDS)
    steps.reach(office, 'notice')
    done(stop(office, '鉴定'))
    done(office.agree('wu'))
    steps.reach(office, 'statement', steps.HEAVY_NOTICE)
    steps.hear(office)
    expect(clock(office)?.deductions).toEqual([{ ground: '鉴定', fromOn: '2026-06-01' }])
  })

  test('are met by the decision', () => {
    expect(clock(steps.reach(new LawOffice(), 'delivery'))?.metOn).toBe('2026-06-01')
  })

  test('may be extended on their last day, a day off that moves it included, and never after it', () => {
    const asked = () => filed({ 'decision.extension-allowed': true }, '2026-07-06')
    expect(gatesOf(extend(asked().on('2026-10-08')))).toEqual([])
    expect(gatesOf(extend(asked().on('2026-10-09')))).toEqual(['extension-in-time'])
  })

  test('are not extended by an agreement that comes after their last day: what was over does not come to life again', () => {
    const office = filed({ 'decision.extension-allowed': true }).on('2026-08-28')
    done(extend(office))
    done(office.agree('zheng'))
    expect(gatesOf(office.on('2026-09-01').agree('wu'))).toEqual(['extension-in-time'])
    done(office.on('2026-08-31').agree('wu'))
    expect(clock(office)?.rawDue).toBe('2026-09-29')
  })

  test('and the days of a test inside the added thirty do not count either', () => {
    const office = filed({ ...GROUNDS, 'decision.extension-allowed': true }).on('2026-08-20')
    done(extend(office))
    office.agreeAll('zheng', 'wu')
    done(stop(office.on('2026-09-05'), '鉴定'))
    done(office.agree('wu'))
    done(office.on('2026-09-15').take('lin', 'resume-clock'))
    expect(clock(office)).toMatchObject({ rawDue: '2026-10-09', rolledDue: '2026-10-09' })
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })

  test('that are over are stopped by nothing: neither on a ground that is told nor by a hearing', () => {
    const told = filed(GROUNDS).on('2026-09-01')
    expect(gatesOf(stop(told, '鉴定'))).toEqual(['suspension-in-time'])
    const late = filed(GROUNDS).on('2026-09-01')
    asked(late)
    expect(late.child('hearing').endedOn).toBeUndefined()
    expect(clock(late)).toMatchObject({ deductions: [], rawDue: '2026-08-30' })
  })
})

describe('time that was left out', () => {
  test('may begin after the investigation, for a public notice, is told on paper, and goes on where the case stands', () => {
    const office = filed({ 'decision.deductible-grounds': ['公告'] })
    steps.reach(office, 'statement')
    done(stop(office, '公告'))
    done(office.agree('wu'))
    expect(office.case.documents.at(-1)?.code).toBe('matter-approval')
    expect(plainWords(fillIssued(office, 'matter-approval'))).toContain('送检，期间不计')
    done(office.on('2026-07-01').take('lin', 'resume-clock'))
    expect(clock(office)?.rawDue).toBe('2026-09-28')
  })

  test('for an expert is over before the investigation is', () => {
    const office = filed(GROUNDS)
    done(stop(office, '鉴定'))
    done(office.agree('wu'))
    done(office.take('lin', 'inquire', steps.inquiry(office)))
    done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
    const report = () => gatesOf(office.take('lin', 'report', { case: steps.REPORT }))
    expect(report()).toEqual(['tests-settled'])
    done(office.take('lin', 'resume-clock'))
    expect(report()).toEqual([])
  })

  test('is over before the decision: nothing is decided while the ninety days stand still', () => {
    const office = filed({ 'decision.deductible-grounds': ['公告'] })
    steps.reach(office, 'decision')
    done(stop(office, '公告'))
    done(office.agree('wu'))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['clock-stands'])
    done(office.take('lin', 'resume-clock'))
    done(office.take('lin', 'decide'))
    done(office.agree('wu'))
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })
})

describe('a second extension of the ninety days', () => {
  const RULES = { 'decision.extension-allowed': true, 'decision.second-extension-allowed': true }
  const together = (office: LawOffice, more: Record<string, unknown> = {}) => {
    const said = { 'discussed-on': office.today, attendees: ['wu', 'fu'], 'extension-opinions': '一致同意' }
    return office.take('lin', 'extend-again', {
      case: { 'extension-reason': '案情特别复杂', 'extension-days': '20', ...said, ...more },
    })
  }
  const once = (rules: Record<string, boolean> = RULES) => {
    const office = filed(rules)
    done(extend(office))
    office.agreeAll('zheng', 'wu')
    return office
  }

  test('needs a rule of the field of its own, and a first one before it', () => {
    expect(gatesOf(together(once({ 'decision.extension-allowed': true })))).toEqual(['extension-basis'])
    expect(gatesOf(together(filed(RULES)))).toEqual(['extension-first'])
  })

  test('is discussed by the heads together, who say how long it is, and there is no third', () => {
    expect(gatesOf(together(once(), { attendees: ['wu'] }))).toEqual(['panel-quorum'])
    const office = once()
    done(together(office))
    done(office.agree('wu'))
    expect(clock(office)?.rawDue).toBe('2026-10-19')
    expect(plainWords(fillIssued(office, 'extension-approval'))).toContain('一致同意')
    expect(gatesOf(together(office))).toEqual(['extension-once'])
    expect(gatesOf(extend(office))).toEqual(['extension-once'])
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })

  test('comes before the end of the first', () => {
    expect(gatesOf(together(once().on('2026-09-29')))).toEqual([])
    expect(gatesOf(together(once().on('2026-09-30')))).toEqual(['extension-in-time'])
  })
})

describe('a case that was opened without a clue', () => {
  const filing = (office: LawOffice) => office.case.runs[0]?.clocks.findLast((item) => item.clock === 'filing')
  const longer = (office: LawOffice) =>
    office.take('lin', 'extend-filing', { case: { 'extension-reason': '外地核查' } })

  test('is looked into for fifteen working days more when the head agrees in time, and once', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    expect(filing(office)?.rolledDue).toBe('2026-06-23')
    done(longer(office))
    done(office.agree('wu'))
    expect(filing(office)?.rolledDue).toBe('2026-07-14')
    expect(fillIssued(office, 'extension-approval').deadlines.map(({ dueOn }) => dueOn)).toEqual([
      '2026-06-23',
      '2026-07-14',
    ])
    expect(gatesOf(longer(office))).toEqual(['extension-once'])
    const late = new LawOffice()
    steps.openPenalty(late)
    expect(gatesOf(longer(late.on('2026-06-24')))).toEqual(['extension-in-time'])
  })
})

describe('the seven working days of a legal review', () => {
  test('are lengthened by three when the head agrees, once', () => {
    const office = steps.reach(new LawOffice(), 'drafting')
    steps.draft(office)
    done(office.take('lin', 'submit-review'))
    const ask = () => office.take('shen', 'extend', { case: { 'extension-reason': '涉及多个法律关系' } })
    done(ask())
    done(office.agree('wu'))
    expect(office.child('legal-review').clocks[0]?.rolledDue).toBe('2026-06-15')
    expect(gatesOf(ask())).toEqual(['extension-once'])
  })
})
