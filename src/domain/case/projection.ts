import { officeDateOf } from '../calendar/due-at.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Role } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { sceneOf } from '../recording/scenes.ts'
import { nextRole } from './approval-right.ts'
import { isRunning, isSuspended, lastDayOf } from './clock.ts'
import { newest } from './clock-events.ts'
import { type Counting, countedClock } from './contested-clocks.ts'
import { outstandingOf } from './countersigning.ts'
import { type Lapse, lapsedOn, lapsesOf } from './lapses.ts'
import { openRuns } from './open-runs.ts'
import { sceneDebts } from './scene-debts.ts'
import { type CaseState, type Returned, type Run, rootRun } from './state.ts'
import { cappedDebts } from './surcharge-clock.ts'

/** What lists show of a case; always computed from its state, and its last day from the disputes about its decision as well. */
export type Projection = {
  readonly stage: string
  readonly outcome: string | null
  readonly number: string | null
  readonly dueOn: PlainDate | null
  readonly dueClock: string | null
  /** From this day on a term that is not the office's own is over, and what becomes possible then; the earliest. */
  readonly lapsedOn: PlainDate | null
  readonly lapse: string | null
  /** From this day on the notices of the day look at it, beside the office's own terms. */
  readonly tellsOn: PlainDate | null
  readonly partyName: string
  readonly waitsFor: readonly string[]
  readonly returnedTo: readonly string[]
}

export function projectionOf(env: Counting, state: CaseState): Projection {
  const { procedures } = env
  const due = nextDue(env, state)
  const [lapse] = lapsesOf(env, state)
  const [first] = state.parties
  const runs = openRuns(state)
  return {
    stage: rootRun(state).stage,
    outcome: rootRun(state).outcome ?? null,
    number: state.number ?? null,
    dueOn: due?.on ?? null,
    dueClock: due?.title ?? null,
    lapsedOn: lapse ? lapsedOn(lapse) : null,
    lapse: lapse?.words ?? null,
    tellsOn: tellsOn(env, state, lapse),
    partyName: state.parties.length > 1 ? `${first?.name}等${state.parties.length}个` : (first?.name ?? ''),
    waitsFor: [
      ...new Set([...runs.flatMap((run) => runTokens(procedures, state, run)), ...excusers(state), ...voiders(state)]),
    ].toSorted(),
    returnedTo: [...new Set(state.returned.flatMap((item) => mendersOf(state, item)))].toSorted(),
  }
}

/** Who mends what came back: whoever had proposed it, or, where that was a handler who has gone, those who handle the case now. */
export function mendersOf(
  { handlers, formerHandlers }: Pick<CaseState, 'handlers' | 'formerHandlers'>,
  { to }: Pick<Returned, 'to'>,
): readonly string[] {
  return formerHandlers.includes(to) ? handlers : [to]
}

/** The office's own clock that runs out first; terms of the party are nobody's task here. */
function nextDue(env: Counting, state: CaseState): { on: PlainDate; title: string } | undefined {
  const running = openRuns(state).flatMap((run) => {
    const { clocks } = getProcedure(env.procedures, run.procedure, run.version)
    return newest(run.clocks)
      .map((started) => countedClock({ env, state }, run, started).clock)
      .filter((clock) => isRunning(clock) && !isSuspended(clock) && clocks[clock.clock]?.binds === undefined)
      .map((clock) => ({ on: lastDayOf(clock), title: clocks[clock.clock]?.title ?? clock.clock }))
  })
  return [...running, ...recordingsDue(state)].toSorted((a, b) => a.on.localeCompare(b.on))[0]
}

/** The first end of somebody else's term, or the day on which a surcharge that is still owed stops growing. */
function tellsOn(env: Counting, state: CaseState, lapse: Lapse | undefined): PlainDate | null {
  const caps = cappedDebts(env, state).map(({ capOn }) => capOn)
  return [...(lapse ? [lapsedOn(lapse)] : []), ...caps].toSorted()[0] ?? null
}

/** Recordings that an open case owes, by the day on which they are due in the store. */
function recordingsDue(state: CaseState): readonly { on: PlainDate; title: string }[] {
  if (state.endedOn) return []
  return sceneDebts(state).map(({ scene, dueAt }) => ({
    on: officeDateOf(dueAt),
    title: `${sceneOf(scene).title}的音像归集`,
  }))
}

/** The head of the agency, while somebody has asked to go on without a recording that must be. */
function excusers(state: CaseState): readonly string[] {
  const isAsked = !state.endedOn && sceneDebts(state).some(({ exception }) => exception && !exception.decided)
  return isAsked ? [roleToken('agency-head', state)] : []
}

/** Who is asked whether a paper is void. */
function voiders(state: CaseState): readonly string[] {
  return state.endedOn
    ? []
    : state.documents.flatMap(({ voidAsked }) => (voidAsked ? [roleToken(voidAsked.role, state)] : []))
}

/** A run waits for whoever agrees next and for those who are to be heard before, or for the role of the first action of its stage: the main road. */
export function runTokens(procedures: Procedures, state: CaseState, run: Run): readonly string[] {
  if (run.proposals.length > 0) {
    return run.proposals.flatMap((item) => [
      item.movedTo === undefined ? roleToken(nextRole(item), state) : `person:${item.movedTo}`,
      ...outstandingOf(item).flatMap(({ of }) => [`person:${of}`, countersignToken(of)]),
    ])
  }
  if (openRuns(state).some((child) => child.parent === run.id)) return []
  const [main] = Object.values(getProcedure(procedures, run.procedure, run.version).stages[run.stage]?.actions ?? {})
  const roles = main ? [main.by].flat() : []
  return roles.flatMap((role) => tokensOf(role, state, run))
}

function tokensOf(role: Role, state: CaseState, run: Run): readonly string[] {
  if (role === 'handler') return state.handlers.map((id) => `person:${id}`)
  const host = run.facts.case.host
  if (role === 'host' && Array.isArray(host)) return host.map((id) => `person:${id}`)
  return [roleToken(role, state)]
}

/** Beside the token of the person: what waits for them is to be countersigned. */
export function countersignToken(person: string): string {
  return `countersign:${person}`
}

export function roleToken(role: Role, state: CaseState): string {
  return role === 'unit-head' ? `unit-head:${state.unit}` : `role:${role}`
}

/** The tokens by which somebody finds what waits for them. */
export function tokensFor(person: {
  readonly id: string
  readonly posts: readonly { readonly role: string; readonly unit: string }[]
}): readonly string[] {
  const posts = person.posts.map((post) => (post.role === 'unit-head' ? `unit-head:${post.unit}` : `role:${post.role}`))
  return [`person:${person.id}`, ...posts]
}
