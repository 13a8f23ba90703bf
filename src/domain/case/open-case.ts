import { roleTitle } from '../access/acting.ts'
import { ENTRUSTMENT_BASIS } from '../agency/entrustment.ts'
import { type CaseItem, caseItemOf } from '../item/item.ts'
import { refuseItem } from '../item/refuse-item.ts'
import type { AnyProcedure, Opening } from '../procedure/definition.ts'
import { kindOf } from '../procedure/kind-of.ts'
import { continueClock, latest, startClock, startClocks } from './clock-events.ts'
import { type Decision, type RawFacts, refused } from './command.ts'
import type { Environment, Person } from './environment.ts'
import type { CaseEventBody } from './event.ts'
import { evolve } from './evolve.ts'
import { issue } from './issue.ts'
import { readFacts } from './read-facts.ts'
import type { Refusal } from './refusal.ts'
import { refuseEntrusted } from './refuse-entrusted.ts'
import { refuseOrigin } from './refuse-origin.ts'
import { isOurs, refuseStrangers } from './refuse-strangers.ts'
import { refuseByRule } from './rules.ts'
import {
  type CaseState,
  type Facts,
  type FactValues,
  MAIN_RUN,
  NO_FACTS,
  type Origin,
  type Party,
  rootRun,
  type Violation,
} from './state.ts'
import { type Story, storyOf, tell, through } from './story.ts'
import { viewOf } from './view.ts'

export type OpenCase = {
  readonly caseId: string
  readonly unit: string
  readonly name: string
  readonly parties: readonly Party[]
  readonly violations: readonly Violation[]
  readonly handlers: readonly string[]
  readonly facts: RawFacts
  readonly origin?: Origin
}

/** A case begins: 1..n parties and, where the procedure judges acts, 1..n violations. */
export function decideOpening(env: Environment, procedure: AnyProcedure, input: OpenCase, actor: Person): Decision {
  const item = env.catalogue?.item && caseItemOf(env.catalogue.item)
  const read = readFacts(procedure, askedBeside(env, procedure), input.facts, NO_FACTS, input)
  const refusals = [
    ...refuseOpening(env, procedure, input, actor),
    ...refuseItem(env, procedure),
    ...refuseStrangers(env, procedure, read.facts),
    ...read.refusals,
  ]
  if (refusals.length > 0) return refused(...refusals)
  const facts = { ...read.facts, case: { ...broughtBy(item, procedure), ...read.facts.case } }
  const opened = {
    type: 'case-opened',
    caseId: input.caseId,
    agency: env.agency.id,
    unit: input.unit,
    name: input.name,
    procedure: procedure.code,
    version: procedure.version,
    stage: procedure.start,
    parties: input.parties,
    violations: input.violations,
    handlers: input.handlers,
    ...(input.origin && { origin: input.origin }),
    ...(item && { item }),
  } as const satisfies CaseEventBody
  const first = evolve(undefined, { ...opened, seq: 1, at: env.now, on: env.today, by: actor.id })
  const misfits = refuseByGates(env, procedure, first, actor, facts)
  if (misfits.length > 0) return refused(...misfits)
  const { starts = [], issues = [] } = procedure.opening ?? {}
  const parties = input.parties.map(({ id }) => id)
  const told = through(
    tell(storyOf(env, first, actor.id), { type: 'facts-recorded', run: MAIN_RUN, facts }),
    (so) => beginClocks(so, procedure, starts),
    ...issues.map((code) => (so: Story) => issue(so, { run: MAIN_RUN, action: {}, parties }, code)),
  )
  return { ok: true, events: [opened, ...told.events] }
}

/** Where the agency keeps a list, what an item says is not typed in. */
function askedBeside({ catalogue }: Environment, { opening }: AnyProcedure): readonly string[] {
  const { asks = [], item } = opening ?? {}
  const isListed = catalogue?.item !== undefined || catalogue?.isKept === true
  return isListed && item ? asks.filter((name) => name !== item.name && name !== item.basis) : asks
}

/** What the item says stands as the catalogue has it, and is not typed in. */
function broughtBy(item: CaseItem | undefined, { opening }: AnyProcedure): FactValues {
  const fact = opening?.item
  if (!item || !fact) return {}
  return { [fact.name]: item.name, [fact.basis]: item.basis, ...(fact.published && { [fact.published]: true }) }
}

/** Those of each party begin together, so that what waits for several of them begins once. */
function beginClocks(story: Story, procedure: AnyProcedure, names: readonly string[]): Story {
  const isOfParty = (name: string) => procedure.clocks[name]?.per === 'party'
  const begun = names.filter((name) => !isOfParty(name)).reduce((so, name) => beginClock(so, procedure, name), story)
  const ofParty = names.filter(isOfParty)
  return begun.state.parties.reduce((so, { id }) => startClocks(so, MAIN_RUN, ofParty, so.env.today, id), begun)
}

/** A clock that goes on from one of the origin keeps its first day. */
function beginClock(story: Story, { opening }: AnyProcedure, clock: string): Story {
  const { origin, today } = story.env
  const goesOn = opening?.continues?.[clock]
  const [there] = origin && goesOn ? latest(rootRun(origin).clocks, goesOn) : []
  return there ? continueClock(story, MAIN_RUN, clock, there) : startClock(story, MAIN_RUN, clock, today)
}

/** The case as it would stand, judged by the gates of its opening. */
function refuseByGates(
  env: Environment,
  procedure: AnyProcedure,
  state: CaseState,
  actor: Person,
  facts: Facts,
): readonly Refusal[] {
  const { opening } = procedure
  if (!opening?.gates) return []
  const view = viewOf({ env, state, run: rootRun(state), actor, action: '', facts, evidence: [] })
  return refuseByRule(
    view,
    { title: procedure.title, basis: procedure.basis, by: opening.by, gates: opening.gates },
    'input',
  )
}

type Found = readonly [gate: string, basis: string, sentence: string | undefined, field?: string]

function refuseOpening(env: Environment, procedure: AnyProcedure, input: OpenCase, actor: Person): readonly Refusal[] {
  const { opening, basis } = procedure
  if (!opening) return [{ gate: 'opening', basis, sentence: `“${procedure.title}”不能单独立案` }]
  const isUnqualified = !env.agency.isQualified
  const found: readonly Found[] = [
    ['role', '《行政处罚法》第四十二条', refuseOpener(opening, actor)],
    [
      'agency-qualified',
      '《行政处罚法》第十七条',
      isUnqualified ? `${env.agency.name}今天没有执法主体资格` : undefined,
    ],
    ['origin', basis, refuseOrigin(env, procedure, input.origin), 'origin'],
    [
      'parties',
      basis,
      input.parties.length === 0 && !opening.needsNoParty ? `请至少填一个${opening.partyTitle}` : undefined,
      'parties',
    ],
    ['handlers', basis, refuseHandlers(env, input.handlers), 'handlers'],
    [
      'handlers-entrusted',
      ENTRUSTMENT_BASIS.inName,
      refuseEntrusted(env, { kind: kindOf(procedure), item: env.catalogue?.item?.name }, input.handlers),
      'handlers',
    ],
    ['violations', basis, refuseViolations(procedure, opening, input), 'violations'],
  ]
  return found.flatMap(([gate, because, sentence, field]) =>
    sentence === undefined ? [] : [{ gate, basis: because, sentence, ...(field === undefined ? {} : { field }) }],
  )
}

function refuseHandlers(env: Environment, handlers: readonly string[]): string | undefined {
  if (handlers.length === 0) return '请至少指定一名承办人员'
  if (new Set(handlers).size < handlers.length) return '同一承办人员重复选择，请只选一次'
  return handlers.every((id) => isOurs(env, id)) ? undefined : '承办人员应从本机关现有人员中选择，请重新选择'
}

function refuseOpener(opening: Opening, actor: Person): string | undefined {
  const roles = [opening.by].flat()
  if (actor.posts.some((post) => roles.includes(post.role))) return undefined
  return `由${roles.map(roleTitle).join('或者')}办理`
}

/** Where acts are judged, every party has one at least; elsewhere there is none to name. */
function refuseViolations(procedure: AnyProcedure, opening: Opening, input: OpenCase): string | undefined {
  const { parties, violations } = input
  if (!opening.violations) return violations.length > 0 ? `“${procedure.title}”不填违法行为` : undefined
  if (violations.length === 0) return '请至少选一项违法行为'
  const without = parties.find((party) => !violations.some((violation) => violation.party === party.id))
  return without && `${without.name}还没有对应的违法行为`
}
