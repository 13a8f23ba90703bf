import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '#domain/case/decide.ts'
import type { CaseEvent, EventOf } from '#domain/case/event.ts'
import { offersOf } from '#domain/case/offers.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { getRun } from '#domain/case/state.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { missingAt } from '../../tests/support/decision-oracle.ts'
import { gatesOf, LawOffice, PEOPLE } from '../../tests/support/law-office.ts'
import { apply } from '../../tests/support/licence-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { RandomWalk } from '../../tests/support/random-walk.ts'
import { ALL_MUST } from '../../tests/support/recording-lists.ts'
import { leftUnrecorded, unspoken } from '../../tests/support/recording-oracle.ts'
import { SCENARIOS } from '../../tests/support/scenarios/gate-scenarios.ts'
import { withGates } from '../../tests/support/with-gates.ts'

const SEEDS = 48
const RUNS = 8
const STEPS = 75

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

/** A penalty on its road, with what makes review, panel and hearing necessary or not; or a fresh application. */
function begin(seed: number): LawOffice {
  const office = new LawOffice({ recordingList: seed % 3 === 0 ? ALL_MUST : [] })
  const bit = (place: number) => (seed >> place) % 2 === 1
  if (seed % 16 === 0) {
    apply(office)
    return office
  }
  steps.fileCase(office)
  if (seed % 9 === 0) return office
  steps.investigate(office, { 'public-interest': bit(0), 'is-major': bit(1) })
  return steps.reach(office, bit(3) ? 'statement' : 'drafting', bit(2) ? steps.HEAVY_NOTICE : steps.NOTICE)
}

type Walked = {
  readonly seed: number
  readonly office: LawOffice
  readonly refusals: readonly Refusal[]
  /** What an open offer was refused for, though it was known before any input. */
  readonly surprises: readonly string[]
}

/** The state is frozen before every step, so a command that changed it would throw. */
function walk(seed: number): Walked {
  const office = begin(seed)
  const walker = new RandomWalk(office, seed)
  const refusals: Refusal[] = []
  const surprises: string[] = []
  for (let count = 0; count < STEPS && !office.case.endedOn; count += 1) {
    freeze(office.case)
    const decision = walker.step()?.decision
    if (decision?.ok === false) refusals.push(...decision.refusals)
    if (count % 10 === 0) surprises.push(...surprisesAt(office))
  }
  return { seed, office, refusals, surprises }
}

function decisions(events: readonly CaseEvent[]): readonly EventOf<'document-issued'>[] {
  return events.filter(
    (event): event is EventOf<'document-issued'> =>
      event.type === 'document-issued' && event.document.code === 'penalty-decision',
  )
}

function lawless({ office: { events } }: Walked): readonly string[] {
  return decisions(events).flatMap((decision) => missingAt(events, decision))
}

/** Deliveries of papers that did not exist yet, and clocks that no article carries. */
function baseless({ office }: Walked): readonly string[] {
  const issued = new Map(office.case.documents.map((doc) => [doc.id, doc.seq]))
  const early = office.case.deliveries.filter((made) => (issued.get(made.document) ?? made.seq) >= made.seq)
  const bare = office.events
    .filter((event) => event.type === 'clock-started')
    .filter(({ run, clock }) => !procedureOf(office, run).clocks[clock]?.basis.match(/^《.+》第.+条/))
  return [...early.map((made) => `delivery of ${made.document}`), ...bare.map(({ clock }) => `clock ${clock}`)]
}

const FIXED = Array.from({ length: SEEDS }, (_item, index) => walk(index + 1))

describe('whatever anybody does, in whatever order', () => {
  test('the walks come to decisions, to ends and to refusals', () => {
    expect(FIXED.flatMap(({ office }) => decisions(office.events)).length).toBeGreaterThan(8)
    expect(FIXED.filter(({ office }) => office.case.endedOn).length).toBeGreaterThan(2)
    expect(FIXED.flatMap(({ refusals }) => refusals).length).toBeGreaterThan(50)
  })

  test.each(FIXED)('walk $seed decides no penalty without notice, statement, hearing, review and panel', (walked) =>
    expect(lawless(walked)).toEqual([]),
  )

  test('no step leaves behind what must be recorded and is not', () =>
    expect(FIXED.flatMap(({ office }) => leftUnrecorded(office.events))).toEqual([]))

  test('of every scene that was acted somebody has said whether it was recorded', () =>
    expect(FIXED.flatMap(({ office }) => unspoken(office.events, (act) => plainScenes(office, act)))).toEqual([]))

  test('recordings come in, hold back and let go', () => {
    const bound = FIXED.flatMap(({ office }) => office.case.recordings ?? [])
    const held = FIXED.flatMap(({ refusals }) => refusals).filter(({ gate }) => gate === 'recording-bound')
    expect(bound.length).toBeGreaterThan(10)
    expect(held.length).toBeGreaterThan(2)
  })

  test('the history, told again, is the state', () => {
    for (const { office } of FIXED) expect(office.refold()).toEqual(office.case)
  })

  test('every refusal has a sentence, and an article unless it speaks of a field or a stale page', () => {
    const refusals = FIXED.flatMap((walked) => walked.refusals)
    const bare = refusals.filter(({ gate, basis }) => basis === '' && !['input', 'stale'].includes(gate))
    expect(bare).toEqual([])
    expect(refusals.filter(({ sentence }) => sentence === '')).toEqual([])
  })

  test('nothing is delivered before it is issued, and no clock runs without its article', () =>
    expect(FIXED.flatMap(baseless)).toEqual([]))

  test('what is offered without a reason against it is refused for its input only', () =>
    expect(FIXED.flatMap(({ surprises }) => surprises)).toEqual([]))

  test('and all of it holds on any other walk', () => {
    const holds = (seed: number) => {
      const walked = walk(seed)
      const unrecorded = leftUnrecorded(walked.office.events)
      expect([...lawless(walked), ...baseless(walked), ...walked.surprises, ...unrecorded]).toEqual([])
      expect(walked.office.refold()).toEqual(walked.office.case)
    }
    fc.assert(fc.property(fc.nat(), holds), { numRuns: RUNS })
  })
})

describe('the second opinion is no echo of the first', () => {
  test.each([
    ['notice-heard', 'statement neither waived nor over'],
    ['hearing-settled', 'hearing neither held nor waived nor over'],
    ['review-passed', 'review not passed'],
    ['panel-decided', 'panel has not agreed to this draft'],
  ])('it sees a decision from which %s was left out', (gate, found) => {
    const office = new LawOffice({ procedures: withGates((...place) => place[2] !== gate) })
    SCENARIOS[`penalty-ordinary/decide/${gate}`]?.run(office)
    office.agreeAll('wu')
    const [decision] = decisions(office.events)
    expect(decision && missingAt(office.events, decision)).toEqual([found])
  })
})

/** Scenes that an act always shows. */
function plainScenes(office: LawOffice, { run, action }: EventOf<'action-taken'>): readonly string[] {
  const stages = Object.values(procedureOf(office, run).stages)
  const records = stages.flatMap(({ actions }) => actions[action]?.records ?? [])
  return records.filter(({ onlyIf }) => onlyIf === undefined).map(({ scene }) => scene)
}

function procedureOf(office: LawOffice, runId: string): AnyProcedure {
  const { procedure, version } = getRun(office.case, runId)
  return getProcedure(office.env.procedures, procedure, version)
}

/** Refusals of offers that stood open, by anything that was known before the input. */
function surprisesAt(office: LawOffice): readonly string[] {
  const open = offersOf(office.env, office.case, PEOPLE.lin).filter(
    (offer) => offer.isYours && offer.refusals.length === 0,
  )
  return open.flatMap((offer) => {
    const { stage } = getRun(office.case, offer.run)
    const gates = procedureOf(office, offer.run).stages[stage]?.actions[offer.action]?.gates ?? []
    const later = [
      'input',
      'scene-word',
      'suspension-basis',
      ...gates.filter((gate) => gate.judgesInput).map((gate) => gate.id),
    ]
    const command = { type: 'take', run: offer.run, action: offer.action, facts: {}, evidence: [] } as const
    const decision = decide(office.env, office.case, command, PEOPLE.lin)
    return gatesOf(decision).filter((gate) => !later.includes(gate))
  })
}
