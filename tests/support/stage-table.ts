import type { Decision } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import type { Person } from '#domain/case/environment.ts'
import { type Offer, offersOf } from '#domain/case/offers.ts'
import type { Run } from '#domain/case/state.ts'
import { actionsOf, findAction } from '#domain/procedure/actions-of.ts'
import type { Action, AnyProcedure, Role } from '#domain/procedure/definition.ts'
import { deepFreeze } from './deep-freeze.ts'
import { gatesOf, type LawOffice, PEOPLE, type Who } from './law-office.ts'
import { ACTORS, overridesOf, plausibleFacts } from './walk-path.ts'

/** One place of the table: a case that stands at a stage, an action that the procedure knows somewhere, and who tries it. */
export type Cell = {
  readonly office: LawOffice
  readonly run: Run
  readonly procedure: AnyProcedure
  readonly action: string
  readonly who: Who
}

/** Somebody for each role, and somebody of another agency who has all of them. */
export const WHO: readonly Who[] = [...Object.values(ACTORS), 'other']

const BY_ROLE = new Set(['role', 'other-agency', 'reviewer-not-handler', 'host-not-handler'])
/** What every action of every procedure may be refused by, beside the gates that it lists. */
const OF_THE_ENGINE = new Set([
  ...['pending', 'missed', 'custody', 'recording-bound', 'scene-word', 'input'],
  ...[
    'extension-basis',
    'extension-once',
    'suspension-basis',
    'suspension-state',
    'merging',
    'paper-addressed',
    'paper-fits',
  ],
])

/** Every name of an action that the procedure knows at any stage. */
export function actionNames(procedure: AnyProcedure): readonly string[] {
  return [...new Set(actionsOf(procedure).map(({ name }) => name))]
}

/** What is wrong with one place of the table; nothing when the engine answers as the definition reads. */
export function wrongAt(cell: Cell): readonly string[] {
  const { office, run, procedure, who } = cell
  deepFreeze(office.case)
  const here = findAction(procedure, run.stage, cell.action)
  const decision = tryIt(cell, here)
  const wrong = [...wordless(decision), ...judged(cell, here, decision)]
  return wrong.map((what) => `${procedure.code}, ${run.stage}, ${cell.action}, ${who}: ${what}`)
}

function tryIt({ office, run, procedure, action, who }: Cell, here: Action | undefined): Decision {
  const key = `${procedure.code}/${action}`
  const facts = here ? plausibleFacts(office, procedure, here, overridesOf(key, office)) : {}
  const scenes = here ? office.unrecorded(run.id, action, facts) : {}
  const command = { type: 'take', run: run.id, action, facts, evidence: [], scenes } as const
  return decide(office.env, office.case, command, PEOPLE[who])
}

/** Every refusal says what and by which article; what is wrong with a field stands beside the field. */
function wordless(decision: Decision): readonly string[] {
  if (decision.ok) return []
  return decision.refusals.flatMap(({ gate, basis, sentence }) => {
    const isSaid = /[\u4e00-\u9fff]/.test(sentence) && !/undefined|null|NaN|\[object/.test(sentence)
    const isBased = /^(《.+》(.*第.+(条|部分)|（.+号）)|内部管理：.)/.test(basis) || gate === 'input'
    return [...(isSaid ? [] : [`${gate} says “${sentence}”`]), ...(isBased ? [] : [`${gate} rests on “${basis}”`])]
  })
}

function judged(cell: Cell, here: Action | undefined, decision: Decision): readonly string[] {
  const gates = gatesOf(decision)
  if (isClosed(cell)) return only(gates, 'stale')
  if (!here) return only(gates, 'not-offered')
  const offer = offerOf(cell)
  const isTheirs = holdsAny(cell, [here.by].flat())
  const seen = offer?.isYours === isTheirs ? [] : [`the offer says isYours: ${offer?.isYours}`]
  return [...seen, ...(isTheirs ? ofOwn(here, offer, decision) : ofOthers(gates))]
}

const only = (gates: readonly string[], gate: string): readonly string[] =>
  gates.length === 1 && gates[0] === gate ? [] : [`answers ${gates.join('、') || 'yes'} and not ${gate}`]

function ofOthers(gates: readonly string[]): readonly string[] {
  return gates.length === 1 && BY_ROLE.has(gates[0] ?? '') ? [] : [`answers ${gates.join('、') || 'yes'} to a stranger`]
}

/** Open, or closed by a gate that it lists; and a button that is closed before any input stays closed whatever is typed in. */
function ofOwn(here: Action, offer: Offer | undefined, decision: Decision): readonly string[] {
  const listed = new Set([...(here.gates ?? []), ...(here.concerns ? [here.concerns] : [])].map(({ id }) => id))
  const strange = gatesOf(decision).filter((gate) => !listed.has(gate) && !OF_THE_ENGINE.has(gate))
  const isUntrue = decision.ok && (offer?.refusals ?? []).length > 0
  const closed = isUntrue ? [`the button is closed by ${offer?.refusals[0]?.gate}, and the act goes through`] : []
  return [...strange.map((gate) => `is refused by ${gate}, which it does not list`), ...closed]
}

function isClosed({ office, run }: Cell): boolean {
  return office.case.endedOn !== undefined || run.endedOn !== undefined
}

function offerOf({ office, run, action, who }: Cell): Offer | undefined {
  const offers = offersOf(office.env, office.case, PEOPLE[who])
  return offers.find((offer) => offer.run === run.id && offer.action === action)
}

/** Read from posts and the case alone. */
function holdsAny({ office, run, who }: Cell, roles: readonly Role[]): boolean {
  const { agency, handlers } = office.case
  const person: Person = PEOPLE[who]
  const named = run.facts.case.host
  const posts = person.posts.map(({ role }) => role)
  const holds = (role: Role) => {
    if (role === 'handler') return handlers.includes(person.id)
    return role === 'host' && Array.isArray(named) ? named.includes(person.id) : posts.includes(role)
  }
  return person.agency === agency && roles.some(holds)
}
