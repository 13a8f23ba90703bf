import type { PlainDate } from '../calendar/plain-date.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { type Alteration, alterationOf, whyAltered } from './alterations.ts'
import { dueOf, isRunning, isSuspended } from './clock.ts'
import { latest, startClock, whoseOf } from './clock-events.ts'
import type { Environment } from './environment.ts'
import { courtStartsOn } from './obligations.ts'
import { openRuns } from './open-runs.ts'
import { type Pause, pausesOf } from './remedies.ts'
import { reviewRouteOf } from './review-route.ts'
import { type CaseState, type ClockState, type Run, rootRun } from './state.ts'
import { type Story, tell } from './story.ts'

/** A clock as it counts beside the disputes that are known, and why it is not as it was started. */
export type CountedClock = { readonly clock: ClockState; readonly note: string }

/** What such a term is counted from, beside the case. */
export type Counting = Pick<Environment, 'procedures' | 'disputes' | 'calendar' | 'parameters' | 'today'>
type Subject = { readonly env: Counting; readonly state: CaseState }

/**
 * A term for which the decision must be beyond contest (行政强制法第五十三条): it does not run while a review or lawsuit is pending or has
 * altered the decision, and begins once nobody can bring another.
 */
export function countedClock(subject: Subject, run: Run, clock: ClockState): CountedClock {
  const asStarted = { clock, note: '' }
  const { party } = clock
  if (party === undefined || !isRunning(clock) || !isContestable(subject.env.procedures, run, clock.clock))
    return asStarted
  const pauses = pausesOf(subject, party)
  const pending = pendingOf(pauses)
  if (pending) return { clock: standing(clock, pending), note: whyHalted(pending) }
  const startOn = courtStartsOn(subject, party)
  const alteration = alterationOf(subject, party)
  if (alteration) return countedAltered(subject, clock, startOn, alteration)
  const since = lastEnd(pauses) ?? reviewedFirst(subject, run)
  return since === undefined || startOn === undefined ? asStarted : countedAnew(subject, clock, startOn, since)
}

/** It runs for what was decided in its stead, once the party has that. */
function countedAltered(subject: Subject, clock: ClockState, startOn: PlainDate | undefined, alteration: Alteration) {
  const { decision, by, on } = alteration
  if (decision && startOn !== undefined) return countedAnew(subject, clock, startOn, `${by} ${on} 变更了决定`)
  return { clock: standing(clock, { kind: by, fromOn: on }), note: whyStopped(alteration) }
}

function countedAnew(subject: Subject, clock: ClockState, startOn: PlainDate, since: string): CountedClock {
  const anew = { ...clock, startOn, deductions: [] }
  const note = `${since}，申请复议、提起诉讼的期限到 ${startOn} 届满，这个期限从届满起重新计算`
  return { clock: { ...anew, ...dueOf(subject.env, anew) }, note }
}

/** Whether a term runs in this case that disputes about its decision may move. */
export function isMovedByDisputes(procedures: Procedures, state: CaseState): boolean {
  return openRuns(state).some((run) =>
    run.clocks.some((clock) => isRunning(clock) && isContestable(procedures, run, clock.clock)),
  )
}

/**
 * What is written down in the case of disputes elsewhere stops such a term, or starts it anew. Disputes that are answered in cases of
 * their own do not: they go on without this case, and nothing here would start the term when they end.
 */
export function moveContested(story: Story): Story {
  const root = rootRun(story.state)
  if (root.endedOn !== undefined) return story
  const { clocks } = getProcedure(story.env.procedures, root.procedure, root.version)
  const contestable = Object.keys(clocks).filter((name) => clocks[name]?.contestable)
  return contestable
    .flatMap((name) => latest(root.clocks, name))
    .filter((clock) => isRunning(clock))
    .reduce(moveOne, story)
}

function moveOne(story: Story, clock: ClockState): Story {
  const { party } = clock
  if (party === undefined) return story
  const subject = { env: { ...story.env, disputes: [] }, state: story.state }
  const pauses = pausesOf(subject, party)
  const pending = pendingOf(pauses)
  if (pending) return halt(story, clock, pending)
  // What was written down may be taken back: then the term is what it was before.
  const isCountedAnew =
    rootRun(story.state).clocks.filter((one) => one.clock === clock.clock && one.party === party).length > 1
  const isTouched = pauses.length > 0 || isSuspended(clock) || isCountedAnew
  return isTouched ? begin(story, clock, courtStartsOn(subject, party)) : story
}

function halt(story: Story, clock: ClockState, { kind }: Pause): Story {
  if (isSuspended(clock)) return story
  const halted = { type: 'clock-suspended', run: rootRun(story.state).id, clock: clock.clock, ground: kind } as const
  return tell(story, { ...halted, ...whoseOf(clock), fromOn: story.env.today })
}

function begin(story: Story, clock: ClockState, on: PlainDate | undefined): Story {
  const isKnown = on === clock.startOn && !isSuspended(clock)
  if (on === undefined || isKnown) return story
  return startClock(story, rootRun(story.state).id, clock.clock, on, clock.party)
}

function isContestable(procedures: Procedures, run: Run, name: string): boolean {
  return getProcedure(procedures, run.procedure, run.version).clocks[name]?.contestable === true
}

const pendingOf = (pauses: readonly Pause[]): Pause | undefined => pauses.find(({ untilOn }) => untilOn === undefined)

/** Of an item that goes to review first, though its procedure does not: nobody sues directly, so that the term begins earlier. */
function reviewedFirst(subject: Subject, run: Run): string | undefined {
  const { reviewFirst } = getProcedure(subject.env.procedures, run.procedure, run.version)
  return !reviewFirst && reviewRouteOf(subject) !== 'choice' ? '本案的决定应当先申请行政复议' : undefined
}

/** What ended last, of disputes that have all ended. */
function lastEnd(pauses: readonly Pause[]): string | undefined {
  const last = pauses.toSorted((a, b) => (a.untilOn ?? '').localeCompare(b.untilOn ?? '')).at(-1)
  return last && `${last.kind} ${last.untilOn} 结束`
}

function standing(clock: ClockState, { kind, fromOn }: Pause): ClockState {
  return isSuspended(clock) ? clock : { ...clock, deductions: [...clock.deductions, { ground: kind, fromOn }] }
}

function whyHalted({ kind, fromOn }: Pause): string {
  return `${kind}（${fromOn} 起）还没有结束，期限不计算；结束以后，从不能再申请复议、提起诉讼时起重新计算`
}

function whyStopped(alteration: Alteration): string {
  return alteration.decision ? '变更后的决定书还没有送达，期限不计算' : whyAltered(alteration)
}
