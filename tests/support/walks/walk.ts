import { isDeepStrictEqual } from 'node:util'
import { decide } from '#domain/case/decide.ts'
import type { CaseEvent, EventOf } from '#domain/case/event.ts'
import { offersOf } from '#domain/case/offers.ts'
import { projectionOf } from '#domain/case/projection.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { getRun } from '#domain/case/state.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { custodyProblems } from '../custody-oracle.ts'
import { missingAt } from '../decision-oracle.ts'
import { deepFreeze } from '../deep-freeze.ts'
import { lawProblems } from '../law/law.ts'
import type { Place } from '../law/rule.ts'
import { gatesOf, type LawOffice, PEOPLE } from '../law-office.ts'
import { RandomWalk } from '../random-walk.ts'
import { leftUnrecorded, unspoken } from '../recording-oracle.ts'
import { historyProblems } from './history-problems.ts'
import { unreviewed } from './review-oracle.ts'
import { startOfWalk } from './start-of-walk.ts'

export const STEPS = 50

export type Walked = {
  readonly procedure: AnyProcedure
  readonly seed: number
  readonly office: LawOffice
  /** How many acts went through. */
  readonly acts: number
  readonly refusals: readonly Refusal[]
  /** What an open offer was refused for, though it was known before any input. */
  readonly surprises: readonly string[]
}

/** Fifty steps of anybody from any moment of the procedure; the state is frozen before each, so a rule that changed it would throw. */
export function walk(procedure: AnyProcedure, seed: number): Walked {
  const office = startOfWalk(procedure, seed)
  // A second clerk, for who has taken in may not hand out.
  const walker = new RandomWalk(office, seed, placeOf(office).isApart ? ['yuan'] : [])
  const surprises: string[] = []
  let acts = 0
  for (let count = 0; count < STEPS && !office.case.endedOn; count += 1) {
    deepFreeze(office.case)
    if (walker.step()) acts += 1
    if (count % 25 === 12) surprises.push(...surprisesAt(office))
  }
  return { procedure, seed, office, acts, refusals: walker.refusals, surprises }
}

/** Everything that the walk has broken. */
export function problemsOf({ office, refusals, surprises }: Walked): readonly string[] {
  const { events, env } = office
  return [
    ...historyProblems(env.procedures, events),
    ...decisions(events).flatMap((decision) => missingAt(events, decision)),
    ...custodyProblems(events),
    ...unreviewed(events),
    ...lawProblems(events, placeOf(office)),
    ...leftUnrecorded(events),
    ...unspoken(events, (act) => plainScenes(office, act)).map(
      (scene) => `nobody has said whether ${scene} was recorded`,
    ),
    ...unfaithful(office),
    ...refusals.flatMap(wordless),
    ...surprises,
  ]
}

function placeOf({ parameters, monitors, today }: LawOffice): Place {
  return { isApart: parameterValueOf(parameters, 'licence.separate-people', today), monitors }
}

export function decisions(events: readonly CaseEvent[]): readonly EventOf<'document-issued'>[] {
  return events.filter(
    (event): event is EventOf<'document-issued'> =>
      event.type === 'document-issued' && event.document.code === 'penalty-decision',
  )
}

/** The history, told again, is the state, and lists show the same of both. */
function unfaithful(office: LawOffice): readonly string[] {
  const told = office.refold()
  if (!told || !isDeepStrictEqual(told, office.case)) return ['the history, told again, is another case']
  const isShown = isDeepStrictEqual(projectionOf(office.env, told), projectionOf(office.env, office.case))
  return isShown ? [] : ['the history, told again, is listed otherwise']
}

/** A sentence, and an article unless it speaks of a field or a stale page. */
function wordless({ gate, basis, sentence }: Refusal): readonly string[] {
  if (sentence === '' || /undefined|\[object/.test(sentence)) return [`${gate} says “${sentence}”`]
  return basis === '' && !['input', 'stale'].includes(gate) ? [`${gate} names no article`] : []
}

/** Scenes that an act always shows. */
function plainScenes(office: LawOffice, { run, action }: EventOf<'action-taken'>): readonly string[] {
  const stages = Object.values(definitionOf(office, run).stages)
  const records = stages.flatMap(({ actions }) => actions[action]?.records ?? [])
  return records.filter(({ onlyIf }) => onlyIf === undefined).map(({ scene }) => scene)
}

function definitionOf(office: LawOffice, runId: string): AnyProcedure {
  const { procedure, version } = getRun(office.case, runId)
  return getProcedure(office.env.procedures, procedure, version)
}

/** Refusals of offers that stood open, by anything that was known before the input. */
function surprisesAt(office: LawOffice): readonly string[] {
  const { lin } = PEOPLE
  const open = offersOf(office.env, office.case, lin).filter((offer) => offer.isYours && offer.refusals.length === 0)
  return open.flatMap((offer) => {
    const { stage } = getRun(office.case, offer.run)
    const gates = definitionOf(office, offer.run).stages[stage]?.actions[offer.action]?.gates ?? []
    const judged = gates.filter((gate) => gate.judgesInput).map((gate) => gate.id)
    const later = ['input', 'scene-word', 'suspension-basis', ...judged]
    const command = { type: 'take', run: offer.run, action: offer.action, facts: {}, evidence: [] } as const
    const found = gatesOf(decide(office.env, office.case, command, lin)).filter((gate) => !later.includes(gate))
    return found.map((gate) => `${offer.action} stood open and is refused by ${gate}`)
  })
}
