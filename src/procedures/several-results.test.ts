import { describe, expect, test } from 'vitest'
import type { CaseEvent, EventOf } from '#domain/case/event.ts'
import { fold } from '#domain/case/evolve.ts'
import { offersOf } from '#domain/case/offers.ts'
import { rootRun } from '#domain/case/state.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import { missingAt } from '../../tests/support/decision-oracle.ts'
import { LETTERHEAD } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice, PEOPLE } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { RandomWalk } from '../../tests/support/random-walk.ts'
import {
  CLEARED,
  investigateThree,
  PENALISED,
  penalise,
  reachThree,
  SPARED,
  spare,
} from '../../tests/support/several-parties.ts'

const papersOf = (office: LawOffice, party: string) =>
  office.case.documents.filter((doc) => doc.party === party).map(({ code }) => code)
const clocksOf = (office: LawOffice, name: string) => rootRun(office.case).clocks.filter(({ clock }) => clock === name)
const offer = (office: LawOffice, action: string) =>
  offersOf(office.env, office.case, PEOPLE.lin).find((item) => item.action === action)

function decideAll(office: LawOffice): LawOffice {
  reachThree(office)
  spare(office, 'spare-not-established')
  penalise(office)
  spare(office, 'spare-first')
  return office
}

describe('one case with three parties of whom one is penalised, one spared and one cleared', () => {
  test('the notice, its rights and its papers concern only the one who faces a penalty', () => {
    const office = investigateThree(new LawOffice())
    expect(offer(office, 'issue-notice')?.parties).toEqual([PENALISED])
    steps.issueNotice(office)
    expect(papersOf(office, PENALISED)).toContain('penalty-notice')
    expect(papersOf(office, SPARED)).not.toContain('penalty-notice')
    steps.deliverAll(office)
    expect(clocksOf(office, 'statement').map(({ party }) => party)).toEqual([PENALISED])
    const strange = office.take('lin', 'hear-party', { party: { [SPARED]: steps.WAIVER } })
    expect(strange.ok ? [] : strange.refusals.map(({ sentence }) => sentence)).toEqual([
      '这一步不涉及这个当事人或者违法行为，请刷新页面后重填',
    ])
  })

  test('a sanction against the spared one is neither asked for nor taken', () => {
    const office = investigateThree(new LawOffice())
    const violation = { ...steps.NOTICE.violation, 'violation-2': { fine: '5000' } }
    expect(gatesOf(office.take('lin', 'issue-notice', { ...steps.NOTICE, violation }))).toEqual(['input'])
  })

  test('the decision waits for nobody, and the case moves on when every party has its result', () => {
    const office = reachThree(new LawOffice())
    penalise(office)
    expect(rootRun(office.case)).toMatchObject({ stage: 'decision', results: { [PENALISED]: 'penalty' } })
    expect(clocksOf(office, 'decision')[0]?.metOn).toBeUndefined()
    spare(office, 'spare-first')
    expect(rootRun(office.case).stage).toBe('decision')
    spare(office, 'spare-not-established')
    expect(rootRun(office.case).stage).toBe('delivery-no-penalty')
    expect(clocksOf(office, 'decision')[0]?.metOn).toBe(office.today)
    expect(rootRun(office.case).results).toEqual({
      [PENALISED]: 'penalty',
      [SPARED]: 'no-penalty-first',
      [CLEARED]: 'no-penalty-not-established',
    })
  })

  test('each gets the paper of its own result and no other', () => {
    const office = decideAll(new LawOffice())
    const decided = (party: string) => papersOf(office, party).filter((code) => /decision|payment-notice/.test(code))
    expect(decided(PENALISED)).toEqual(['penalty-decision', 'payment-notice'])
    expect(decided(SPARED)).toEqual(['no-penalty-decision'])
    expect(decided(CLEARED)).toEqual(['no-penalty-decision'])
  })

  test('nobody is decided twice, and on no other ground than the proposed one', () => {
    const office = reachThree(new LawOffice())
    penalise(office)
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['penalty-proposed'])
    expect(gatesOf(office.take('lin', 'spare-minor'))).toEqual(['no-penalty-proposed'])
  })

  test('the term of delivery runs for each party apart, and payment only for the penalised', () => {
    const office = decideAll(new LawOffice())
    const [run] = office.case.runs.filter((item) => item.procedure === 'delivery' && item.party === SPARED)
    const facts = { case: { ...steps.DELIVERED.case, 'received-on': office.today } }
    const scenes = office.unrecorded(run?.id ?? '', 'deliver', facts)
    done(office.do('lin', { type: 'take', run: run?.id ?? '', action: 'deliver', facts, evidence: [], scenes }))
    const met = clocksOf(office, 'delivery-no-penalty').map(({ party, metOn }) => [party, metOn !== undefined])
    expect(met).toEqual([
      [CLEARED, false],
      [SPARED, true],
    ])
    steps.deliverAll(office)
    expect(clocksOf(office, 'delivery').map(({ party, metOn }) => [party, metOn])).toEqual([[PENALISED, office.today]])
    expect(clocksOf(office, 'payment').map(({ party }) => party)).toEqual([PENALISED])
  })

  test('performance is asked of the penalised only, and the outcome of the case is the weightiest result', () => {
    const office = decideAll(new LawOffice())
    steps.deliverAll(office)
    done(office.take('lin', 'begin-performance'))
    expect(offer(office, 'record-performance')?.parties).toEqual([PENALISED])
    const paid = { ...steps.PAID, 'paid-on': office.today }
    done(office.take('lin', 'record-performance', { party: { [PENALISED]: paid } }))
    done(office.take('lin', 'close', { case: { 'closure-note': '罚款已缴清，两个当事人不予处罚。' } }))
    office.agreeAll('zheng', 'wu')
    done(office.take('lin', 'make-dossier', { case: { retention: '30年' } }))
    expect(rootRun(office.case).outcome).toBe('penalty')
    expect(office.refold()).toEqual(office.case)
  })

  test('what is said to a new notice for one leaves what another said untouched', () => {
    const office = reachThree(new LawOffice())
    penalise(office)
    done(office.take('lin', 'back-to-draft'))
    done(office.take('lin', 'revise-proposal', { party: { [SPARED]: { 'own-proposal': '给予行政处罚' } } }))
    done(office.agree('zheng'))
    done(office.take('lin', 'issue-notice', { violation: { 'violation-2': { fine: '1000' } } }))
    office.agreeAll('zheng', 'wu')
    expect(papersOf(office, PENALISED).filter((code) => code === 'penalty-notice')).toHaveLength(1)
    expect(rootRun(office.case).facts.party[PENALISED]).toMatchObject({ heard: expect.any(String) })
    expect(rootRun(office.case).facts.party[SPARED]).not.toHaveProperty('heard')
  })

  test('a party is spared without a new notice, and the review of the earlier draft lapses', () => {
    const office = reachThree(new LawOffice(), { 'public-interest': true })
    done(office.take('lin', 'back-to-draft'))
    const lenient = { case: { proposal: '不予处罚：轻微并及时改正，没有造成危害后果（第三十三条第一款前段）' } }
    done(office.take('lin', 'lighten-proposal', lenient))
    done(office.agree('zheng'))
    expect(gatesOf(office.take('lin', 'go-to-decision'))).toEqual(['review-passed'])
  })
})

function printed(office: LawOffice, code: string, party?: string): string {
  const document = office.case.documents.findLast((doc) => doc.code === code && doc.party === party)
  const run = office.case.runs.find(({ id }) => id === document?.run)
  if (!document || !run) throw new Error(`no ${code}`)
  return JSON.stringify(fillDocument({ env: office.env, state: office.case, run, document, agency: LETTERHEAD }))
}

describe('its papers', () => {
  test('the report proposes for each party what is meant for it', () => {
    const report = printed(investigateThree(new LawOffice()), 'investigation-report')
    expect(report).toContain('对青石老街调味品店：不予处罚：初次违法')
    expect(report).toContain('货架上的不是其经营的商品')
  })

  test('a no-penalty decision rests on the ground of its own party', () => {
    const office = decideAll(new LawOffice())
    expect(printed(office, 'no-penalty-decision', SPARED)).toContain('第三十三条第一款后段')
    expect(printed(office, 'no-penalty-decision', CLEARED)).toContain('第五十七条第一款第三项')
  })

  test('the closure tells the result of every party', () => {
    const office = decideAll(new LawOffice())
    steps.deliverAll(office)
    done(office.take('lin', 'begin-performance'))
    const paid = { ...steps.PAID, 'paid-on': office.today }
    done(office.take('lin', 'record-performance', { party: { [PENALISED]: paid } }))
    done(office.take('lin', 'close', { case: { 'closure-note': '罚款已缴清，两个当事人不予处罚。' } }))
    office.agreeAll('zheng', 'wu')
    const closure = printed(office, 'closure-approval')
    expect(closure).toContain('对青石味来餐饮管理有限公司：')
    expect(closure).toContain('对青石老街调味品店：不予行政处罚。')
    expect(closure).toContain('对青石河畔杂货铺：不予行政处罚。')
  })
})

/** The history of a case from before each party had a result: one proposal, one outcome, clocks for all. */
function asBefore(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.map((event) => {
    if (event.type !== 'action-taken') return event
    const { results: _results, parties: _parties, ...older } = event
    return older
  })
}

describe('a case from before', () => {
  test('folds to one result for all and goes on to its end', () => {
    const office = steps.reach(new LawOffice(), 'delivery')
    office.events = [...asBefore(office.events)]
    office.state = fold(office.events)
    expect(rootRun(office.case)).toMatchObject({ stage: 'delivery', result: 'penalty' })
    expect(rootRun(office.case).results).toBeUndefined()
    steps.deliverAll(office)
    done(office.take('lin', 'begin-performance'))
    done(office.take('lin', 'record-performance', { party: { 'party-1': { ...steps.PAID, 'paid-on': office.today } } }))
    done(office.take('lin', 'close', { case: { 'closure-note': '已履行' } }))
    office.agreeAll('zheng', 'wu')
    expect(office.refold()).toEqual(office.case)
  })
})

const SEEDS = Array.from({ length: 24 }, (_item, index) => index + 1)

function decisionsOf(events: readonly CaseEvent[], code: string): readonly EventOf<'document-issued'>[] {
  return events.filter(
    (event): event is EventOf<'document-issued'> => event.type === 'document-issued' && event.document.code === code,
  )
}

function walk(seed: number): LawOffice {
  const office = new LawOffice()
  if (seed % 3 !== 0) reachThree(office, { 'is-major': seed % 4 === 0 })
  else investigateThree(office, { 'public-interest': seed % 3 === 0 })
  const walker = new RandomWalk(office, seed)
  for (let count = 0; count < 60 && !office.case.endedOn; count += 1) walker.step()
  return office
}
const WALKS = SEEDS.map(walk)

describe('whatever anybody does in a case of three parties', () => {
  test('no party gets a penalty without its own notice, statement, hearing, review and panel', () => {
    const lacking = WALKS.flatMap(({ events }) =>
      decisionsOf(events, 'penalty-decision').flatMap((decision) => missingAt(events, decision)),
    )
    expect(WALKS.flatMap(({ events }) => decisionsOf(events, 'penalty-decision')).length).toBeGreaterThan(2)
    expect(lacking).toEqual([])
  })

  test('no party gets two decisions, and a spared one never a notice to pay', () => {
    for (const { events } of WALKS) {
      const decided = ['penalty-decision', 'no-penalty-decision'].flatMap((code) =>
        decisionsOf(events, code).map(({ document }) => document.party),
      )
      expect(new Set(decided).size).toBe(decided.length)
      const spared = decisionsOf(events, 'no-penalty-decision').map(({ document }) => document.party)
      expect(decisionsOf(events, 'payment-notice').filter(({ document }) => spared.includes(document.party))).toEqual(
        [],
      )
    }
  })

  test('the history, told again, is the state', () => {
    for (const office of WALKS) expect(office.refold()).toEqual(office.case)
  })
})
