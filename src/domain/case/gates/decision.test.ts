import { describe, expect, test } from 'vitest'
import type { RawFacts } from '#domain/case/command.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { done, gatesOf, LawOffice, VIOLATION, valuesWith } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import { CHILD, RANGED, SECOND_ACT, TWO_PARTIES } from '../../../../tests/support/scenarios/scenario.ts'
import { plainDate } from '../../calendar/plain-date.ts'

const MITIGATED = { mitigation: '主动消除或者减轻违法行为危害后果', 'mitigation-reason': '已经主动召回，见证据三' }
const on = (facts: Record<string, unknown>): RawFacts => ({ violation: { [VIOLATION.id]: facts } })

describe('a fine within five and fifty thousand yuan', () => {
  const notice = (facts: Record<string, unknown>) => {
    const office = new LawOffice()
    steps.fileCase(office, { violations: [RANGED] })
    return steps.reach(office, 'notice').take('lin', 'issue-notice', { ...steps.NOTICE, ...on(facts) })
  }
  test.each<readonly [string, Record<string, unknown>, readonly string[]]>([
    ['may be the lower bound', { fine: '5000' }, []],
    ['may be the upper bound', { fine: '50000' }, []],
    ['is not a fen above the upper bound', { fine: '50000.01' }, ['within-range']],
    ['is not above the upper bound on any ground', { fine: '60000', ...MITIGATED }, ['within-range']],
    ['is not below the lower bound', { fine: '4999.99' }, ['within-range']],
    ['is below the lower bound with a ground and its reason', { fine: '1000', ...MITIGATED }, []],
    ['is not below it with a ground alone', { fine: '1000', mitigation: MITIGATED.mitigation }, ['within-range']],
    ['is not below it with a reason alone', { fine: '1000', 'mitigation-reason': '已经主动召回' }, ['within-range']],
    ['is not below it on the ground “none”', { fine: '1000', ...MITIGATED, mitigation: '无' }, ['within-range']],
    ['is not left out for a warning', { warning: true }, ['within-range']],
    ['is not nought beside a warning', { warning: true, fine: '0' }, ['within-range']],
    ['is left out with a ground and its reason', { warning: true, ...MITIGATED }, []],
  ])('%s', (_title, facts, gates) => expect(gatesOf(notice(facts))).toEqual(gates))
})

describe('the decision', () => {
  const draftWith = (facts: Record<string, unknown>) => {
    const office = steps.reach(new LawOffice(), 'drafting', { ...steps.NOTICE, ...on({ fine: '5000', gains: '300' }) })
    return office.take('lin', 'draft', { case: steps.DRAFT, ...on(facts) })
  }
  test.each<readonly [string, Record<string, unknown>, readonly string[]]>([
    ['is never worse than the notice', { 'final-fine': '5000.01' }, ['nothing-beyond-notice']],
    ['takes no more gains than the notice', { 'final-gains': '300.01' }, ['nothing-beyond-notice']],
    ['may be the notice', { 'final-fine': '5000', 'final-gains': '300' }, []],
    ['may be milder', { 'final-fine': '4000' }, []],
  ])('%s', (_title, facts, gates) => expect(gatesOf(draftWith(facts))).toEqual(gates))

  test('that leaves nothing of the penalty is none', () => {
    const office = steps.reach(new LawOffice(), 'drafting', { ...steps.NOTICE, ...on({ fine: '5000' }) })
    steps.draft(office, on({ 'final-fine': '0' }))
    done(office.take('lin', 'go-to-decision'))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['final-sanction-named'])
  })

  test('orders the correction or says that it is done', () => {
    const office = steps.reach(new LawOffice(), 'drafting')
    done(office.take('lin', 'draft', { case: { 'decision-reasons': '裁量适当。', 'correction-done': true } }))
    done(office.take('lin', 'go-to-decision'))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual([])
  })

  test('of several parties with several acts gives each its papers and its day of payment', () => {
    const acts = [VIOLATION, SECOND_ACT, { ...SECOND_ACT, id: 'violation-3', party: 'party-2' }]
    const office = new LawOffice()
    steps.fileCase(office, { parties: TWO_PARTIES, violations: acts })
    const fines = { 'violation-1': { fine: '5000' }, 'violation-2': { fine: '1000' }, 'violation-3': { warning: true } }
    steps.reach(office, 'delivery', { ...steps.NOTICE, violation: fines })
    const papers = office.case.documents.filter((doc) => doc.code === 'penalty-decision')
    expect(papers.map((doc) => doc.party)).toEqual(['party-1', 'party-2'])
    steps.deliverAll(office)
    const due = office.case.runs[0]?.clocks.filter((clock) => clock.clock === 'payment')
    expect(due?.map((clock) => [clock.party, clock.rawDue])).toEqual([
      ['party-1', '2026-06-16'],
      ['party-2', '2026-06-16'],
    ])
    expect(office.refold()).toEqual(office.case)
  })
})

describe('the heads decide together', () => {
  const ready = (report: Record<string, unknown>, office = new LawOffice()) => {
    steps.fileCase(office)
    steps.investigate(office, report)
    return steps.reach(office, 'drafting')
  }
  const toDecision = (office: LawOffice) => {
    steps.draft(office)
    done(office.take('lin', 'go-to-decision'))
    return office
  }

  test.each([{ 'is-complicated': true }, { 'is-major': true }])('on a case with %j', (report) => {
    const office = toDecision(ready(report))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['panel-decided'])
    steps.holdPanel(office)
    expect(gatesOf(office.take('lin', 'decide'))).toEqual([])
  })

  test('on every reviewed decision where the region says so', () => {
    const office = ready(
      { 'public-interest': true },
      new LawOffice({ parameters: valuesWith({ 'panel.every-major-decision': true }) }),
    )
    steps.draft(office)
    steps.review(office)
    done(office.take('lin', 'go-to-decision'))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['panel-decided'])
  })

  test('and when they differ there is no decision', () => {
    const office = toDecision(ready({}))
    steps.holdPanel(office, 'differ')
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['panel-decided'])
  })

  test('on the draft as it lay before them', () => {
    const office = toDecision(ready({ 'is-major': true }))
    steps.holdPanel(office)
    done(office.take('lin', 'back-to-draft'))
    steps.draft(office, on({ 'final-fine': '4000' }))
    done(office.take('lin', 'go-to-decision'))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['panel-decided'])
  })

  test('anew after a later hearing', () => {
    const office = new LawOffice()
    steps.fileCase(office)
    steps.investigate(office, { 'is-major': true })
    toDecision(steps.reach(office, 'drafting', steps.HEAVY_NOTICE))
    steps.holdPanel(office)
    done(office.take('lin', 'back-to-draft'))
    done(office.take('lin', 'notify-again'))
    steps.notify(office, steps.HEAVY_NOTICE)
    steps.hear(office)
    steps.reconsider(office)
    steps.review(office)
    done(office.take('lin', 'go-to-decision'))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['panel-decided'])
  })

  test.each<readonly [string, Record<string, unknown>, readonly string[]]>([
    ['two of them', {}, []],
    ['not one alone', { attendees: ['wu'] }, ['panel-quorum']],
    ['not with somebody who is no head', { attendees: ['wu', 'zheng'] }, ['panel-quorum']],
    ['not tomorrow', { 'discussed-on': '2026-06-02' }, ['panel-quorum']],
  ])('%s', (_title, more, gates) => {
    const office = toDecision(ready({}))
    done(office.take('lin', 'hold-panel'))
    expect(gatesOf(office.take('wu', 'agree', { case: { ...steps.panelFacts(office), ...more } }))).toEqual(gates)
  })
})

describe('a child', () => {
  const born = (day: string) => {
    const office = new LawOffice()
    steps.fileCase(office, { parties: [{ ...CHILD, bornOn: plainDate(day) }] })
    return office
  }
  const spare = (day: string) =>
    steps.reachSpare(born(day), PROPOSALS.underFourteen).take('lin', 'spare-under-fourteen')
  const punish = (day: string) => steps.reach(born(day), 'notice').take('lin', 'issue-notice', steps.NOTICE)

  test('of thirteen on the day of the act is spared and not punished', () => {
    expect(gatesOf(spare('2012-05-29'))).toEqual([])
    expect(gatesOf(punish('2012-05-29'))).toEqual(['nobody-under-fourteen'])
  })

  test('who turned fourteen the day before is not spared on this ground, and on the birthday itself is', () => {
    expect(gatesOf(spare('2012-05-27'))).toEqual(['under-fourteen'])
    expect(gatesOf(punish('2012-05-27'))).toEqual([])
    expect(gatesOf(punish('2012-05-28'))).toEqual(['nobody-under-fourteen'])
  })

  test('is as old as at the last of several acts', () => {
    const office = new LawOffice()
    const parties = [{ ...CHILD, bornOn: plainDate('2012-05-27') }]
    const ended = { 'violation-1': '2026-05-27', 'violation-2': '2026-05-28' }
    steps.fileCase(office, { parties, violations: [VIOLATION, SECOND_ACT] }, ended)
    expect(gatesOf(steps.reachSpare(office, PROPOSALS.underFourteen).take('lin', 'spare-under-fourteen'))).toEqual([
      'under-fourteen',
    ])
  })
})
