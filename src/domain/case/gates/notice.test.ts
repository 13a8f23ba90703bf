import { describe, expect, test } from 'vitest'
import type { RawFacts } from '#domain/case/command.ts'
import { offersOf } from '#domain/case/offers.ts'
import type { Party, Violation } from '#domain/case/state.ts'
import {
  COMPANY,
  done,
  gatesOf,
  LawOffice,
  PEOPLE,
  VIOLATION,
  valuesWith,
} from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import { CHILD, SECOND_ACT, TWO_PARTIES } from '../../../../tests/support/scenarios/scenario.ts'
import { plainDate } from '../../calendar/plain-date.ts'

const PERSON: Party = { ...CHILD, name: '成某', bornOn: plainDate('1990-01-01') }
const TWO_ACTS: Violation[] = [VIOLATION, { ...SECOND_ACT, party: 'party-2' }]

function notified(
  violation: NonNullable<RawFacts['violation']>,
  more: Parameters<typeof steps.fileCase>[1] = {},
  parameters = {},
) {
  const office = new LawOffice({ parameters: valuesWith(parameters) })
  steps.fileCase(office, more)
  return steps.reach(office, 'statement', { ...steps.NOTICE, violation })
}
const reconsider = (office: LawOffice) =>
  office.take('lin', 'reconsider', { party: steps.ofEveryParty(office, { heard: '没有陈述、申辩。' }) })
const fine = (amount: string) => ({ [VIOLATION.id]: { fine: amount } })

describe('the hearing is a right', () => {
  type Row = readonly [string, Party, Record<string, unknown>, boolean]
  test.each<Row>([
    ['of an organisation from 100,000 yuan on, inclusive', COMPANY, { fine: '100000' }, true],
    ['not of an organisation one fen below', COMPANY, { fine: '99999.99' }, false],
    ['of a person from 10,000 yuan on, inclusive', PERSON, { fine: '10000' }, true],
    ['not of a person one fen below', PERSON, { fine: '9999.99' }, false],
    ['of a sole trader as of a person', { ...PERSON, kind: 'self-employed' }, { fine: '10000' }, true],
    ['when unlawful gains of that size are taken', COMPANY, { gains: '100000' }, true],
    ['whatever the amount when a licence is revoked', COMPANY, { fine: '1', 'is-heavy': true }, true],
    ['when unlawful goods of that value are taken', COMPANY, { goods: '酱油', 'goods-value': '100000' }, true],
    ['not when they are worth one fen less', COMPANY, { goods: '酱油', 'goods-value': '99999.99' }, false],
    ['not for a mere warning', COMPANY, { warning: true }, false],
  ])('%s', (_title, party, sanction, isRight) => {
    const office = notified({ [VIOLATION.id]: sanction }, { parties: [party] })
    expect(gatesOf(steps.requestHearing(office))).toEqual(isRight ? [] : ['hearing-right'])
  })

  test('from the threshold that the region has set', () => {
    const office = notified(fine('50000'), {}, { 'hearing.threshold-organisation-fen': 5_000_000 })
    expect(gatesOf(steps.requestHearing(office))).toEqual([])
  })

  test('by all fines against one party together', () => {
    const acts = { [VIOLATION.id]: { fine: '60000' }, 'violation-2': { fine: '40000' } }
    const office = notified(acts, { violations: [VIOLATION, SECOND_ACT] })
    expect(gatesOf(steps.requestHearing(office))).toEqual([])
  })

  test('but not of the party beside it whose fine is small', () => {
    const acts = { [VIOLATION.id]: { fine: '100000' }, 'violation-2': { fine: '500' } }
    const office = notified(acts, { parties: TWO_PARTIES, violations: TWO_ACTS })
    expect(gatesOf(steps.requestHearing(office, 'party-2'))).toEqual(['hearing-requested'])
    expect(gatesOf(steps.requestHearing(office, 'party-1'))).toEqual([])
  })
})

describe('the terms of the party count from the delivery of the notice', () => {
  test('three working days for a statement, by parameter', () => {
    const office = notified(fine('5000'))
    expect(gatesOf(reconsider(office.on('2026-06-04')))).toEqual(['notice-heard'])
    expect(gatesOf(reconsider(office.on('2026-06-05')))).toEqual([])
  })

  test('five working days to ask for a hearing, and not an hour less', () => {
    const office = notified(fine('100000'))
    expect(gatesOf(reconsider(office.on('2026-06-08')))).toEqual(['hearing-settled'])
    expect(gatesOf(reconsider(office.on('2026-06-09')))).toEqual([])
  })

  test('the request of the last day is in time, that of the day after is not', () => {
    expect(gatesOf(steps.requestHearing(notified(fine('100000')).on('2026-06-08')))).toEqual([])
    expect(gatesOf(steps.requestHearing(notified(fine('100000')).on('2026-06-09')))).toEqual(['missed'])
  })

  test('a request is judged by the day on which it was made, however late it is typed in', () => {
    const late = () => notified(fine('100000')).on('2026-06-20')
    expect(gatesOf(steps.requestHearing(late(), 'party-1', '2026-06-08'))).toEqual([])
    expect(gatesOf(steps.requestHearing(late(), 'party-1', '2026-06-09'))).toEqual(['missed'])
    const office = late()
    const offer = offersOf(office.env, office.case, PEOPLE.lin).find(({ action }) => action === 'hold-hearing')
    expect(offer?.refusals).toEqual([])
  })

  test('a request is not made on a day to come, and has a day and a content', () => {
    const office = notified(fine('100000'))
    expect(gatesOf(steps.requestHearing(office, 'party-1', '2026-06-02'))).toEqual(['hearing-requested'])
    for (const half of [{ 'hearing-request': '要求听证' }, { 'hearing-asked-on': '2026-06-01' }])
      expect(gatesOf(office.take('lin', 'hold-hearing', { party: { 'party-1': half } }))).toEqual(['hearing-requested'])
  })

  test('they do not run before every party has the notice', () => {
    const office = steps.reach(new LawOffice(), 'notice')
    steps.issueNotice(office)
    expect(gatesOf(reconsider(office.on('2026-08-01')))).toEqual(['notice-heard'])
  })

  test('an announced notice counts from its thirtieth day', () => {
    const office = steps.reach(new LawOffice(), 'notice')
    steps.issueNotice(office)
    steps.deliverAll(office, { method: '公告送达', 'delivery-note': '下落不明，其他方式均退回' })
    expect(gatesOf(reconsider(office.on('2026-06-30')))).toEqual(['notice-heard'])
    expect(gatesOf(reconsider(office.on('2026-07-06')))).toEqual(['notice-heard'])
    expect(gatesOf(reconsider(office.on('2026-07-07')))).toEqual([])
  })

  test('each party has its own, and a late request is refused for that party only', () => {
    const acts = { [VIOLATION.id]: { fine: '100000' }, 'violation-2': { fine: '100000' } }
    const office = new LawOffice()
    steps.fileCase(office, { parties: TWO_PARTIES, violations: TWO_ACTS })
    steps.reach(office, 'notice')
    steps.issueNotice(office, { ...steps.NOTICE, violation: acts })
    const [first, second] = office.case.runs.filter((run) => run.procedure === 'delivery')
    const deliver = (run: string) => {
      const facts = { case: { ...steps.DELIVERED.case, 'received-on': office.today } }
      done(office.do('lin', { type: 'take', run, action: 'deliver', facts, evidence: [] }))
    }
    deliver(first?.id ?? '')
    office.on('2026-06-08')
    deliver(second?.id ?? '')
    office.on('2026-06-10')
    expect(gatesOf(steps.requestHearing(office, 'party-1'))).toEqual(['missed'])
    const asked = { 'hearing-asked-on': office.today, 'hearing-request': '要求听证' }
    const both = { party: steps.ofEveryParty(office, asked) }
    expect(gatesOf(office.take('lin', 'hold-hearing', both))).toEqual(['missed'])
    expect(gatesOf(steps.requestHearing(office, 'party-2'))).toEqual([])
  })
})

describe('a waiver', () => {
  const waived = (facts: Record<string, unknown>, amount = '5000') => {
    const office = notified(fine(amount))
    const decision = office.take('lin', 'hear-party', { party: { 'party-1': facts } })
    return decision.ok ? gatesOf(reconsider(office)) : gatesOf(decision)
  }

  test.each<readonly [string, Record<string, unknown>, readonly string[]]>([
    ['in writing ends the wait', steps.WAIVER, []],
    ['that nobody has recorded is none', { 'waives-statement': true, 'waives-hearing': true }, ['waiver-recorded']],
    ['is not what a party says in its defence', { statement: '我已经改正。' }, ['notice-heard']],
    ['is not a no', { 'waives-statement': false, 'waiver-medium': '书面' }, ['notice-heard']],
  ])('%s', (_title, facts, gates) => expect(waived(facts)).toEqual(gates))

  test('on a recording ends the wait once the recording is bound, and not before', () => {
    const office = notified(fine('5000'))
    steps.waive(office, { ...steps.WAIVER, 'waiver-medium': '录音录像' })
    expect(gatesOf(reconsider(office))).toEqual(['recording-bound'])
    done(office.bind('lin', 'main', 'rights-waiver', { medium: 'audio' }))
    expect(gatesOf(reconsider(office))).toEqual([])
  })

  test('of the statement does not give up the hearing', () => {
    expect(waived({ 'waives-statement': true, 'waiver-medium': '书面' }, '100000')).toEqual(['hearing-settled'])
  })
})

describe('a new notice gives the rights anew', () => {
  function renotified(office: LawOffice, amount = '100000') {
    done(office.take('lin', 'notify-again'))
    steps.notify(office, { ...steps.NOTICE, violation: fine(amount) })
    return office
  }

  test('a waiver of the older one does not count', () => {
    const office = notified(fine('100000'))
    steps.waive(office)
    expect(gatesOf(reconsider(renotified(office)))).toEqual(['notice-heard', 'hearing-settled'])
  })

  test('a hearing on the older one does not count', () => {
    const office = notified(fine('100000'))
    steps.hear(office)
    renotified(office)
    steps.waive(office, { 'waives-statement': true, 'waiver-medium': '书面' })
    expect(gatesOf(reconsider(office))).toEqual(['hearing-settled'])
    expect(gatesOf(steps.requestHearing(office))).toEqual([])
  })

  test('an older paper that is handed over after the new one shortens nothing', () => {
    const office = steps.reach(new LawOffice(), 'notice')
    steps.issueNotice(office)
    const old = office.child('delivery').id
    office.on('2026-06-15')
    done(office.take('lin', 'notify-again'))
    steps.issueNotice(office)
    const facts = { case: { ...steps.DELIVERED.case, 'received-on': office.today } }
    done(office.do('lin', { type: 'take', run: office.child('delivery').id, action: 'deliver', facts, evidence: [] }))
    const early = { case: { ...steps.DELIVERED.case, 'received-on': '2026-06-02' } }
    done(office.do('lin', { type: 'take', run: old, action: 'deliver', facts: early, evidence: [] }))
    expect(gatesOf(reconsider(office))).toEqual(['notice-heard'])
    expect(gatesOf(reconsider(office.on('2026-06-23')))).toEqual([])
  })

  test('a text that was notified can be emptied', () => {
    const office = notified({ [VIOLATION.id]: { fine: '5000', goods: '调味品 6 瓶', 'goods-value': '60' } })
    done(office.take('lin', 'notify-again'))
    steps.notify(office, { ...steps.NOTICE, violation: { [VIOLATION.id]: { fine: '5000', goods: '' } } })
    expect(office.case.runs[0]?.facts.violation[VIOLATION.id]?.goods).toBeUndefined()
    expect(office.refold()).toEqual(office.case)
  })
})
