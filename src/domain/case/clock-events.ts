import type { Term } from '../calendar/deadline.ts'
import { officeDateOf } from '../calendar/due-at.ts'
import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { parameterOf, parameterValueOf } from '../parameter/registry.ts'
import type { Clock } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { clockAs, dayBefore, dueOf, hoursFrom, isOver, isRunning, isSuspended, lastDayOf, termOf } from './clock.ts'
import type { Environment } from './environment.ts'
import { isPlanRunning, planOf } from './plan.ts'
import { reviewRouteOf } from './review-route.ts'
import { type ClockState, type Facts, getRun, type Run } from './state.ts'
import { type Story, tell } from './story.ts'
import { toldDay } from './told-day.ts'

/** Starts a clock of the run on a day, for one party or for all, and those that wait for its end; nothing where it does not run in this case. */
export function startClock(story: Story, runId: string, name: string, on: PlainDate, party?: string): Story {
  const { term } = clockNamed(story, getRun(story.state, runId), name)
  if ('plan' in term) return startPlan(story, runId, name, term.plan, on)
  return startClocks(story, runId, [name], on, party)
}

/** The same with several that begin together: what waits for more than one of them begins once. */
export function startClocks(
  story: Story,
  runId: string,
  names: readonly string[],
  on: PlainDate,
  party: string | undefined,
): Story {
  const begun: string[] = []
  const started = names.reduce((so, name) => {
    const next = startOne(so, { runId, name, on, ...(party === undefined ? {} : { party }) })
    if (next !== so) begun.push(name)
    return next
  }, story)
  return startFollowing(started, runId, begun, party)
}

type Start = { runId: string; name: string; on: PlainDate; party?: string; part?: number; term?: Term }

function startOne(story: Story, { runId, name, on, party, part, term: given }: Start): Story {
  const run = getRun(story.state, runId)
  const clock = clockNamed(story, run, name)
  if (clock.onlyByChoice && reviewRouteOf(story, run) !== 'choice') return story
  const actedAt = actOf(story, runId, clock)
  const startOn = actedAt === undefined ? dayFrom(story, run, clock, on) : officeDateOf(actedAt)
  const term = startOn && (given ?? termOf(story.env, clock.term, run, startOn))
  if (!startOn || !term) return story
  if (term.unit === 'hour') return startHours(story, { run: runId, clock: name, term, rolls: clock.rolls }, actedAt)
  const due = dueOf(story.env, { startOn, term, rolls: clock.rolls, deductions: [], extensions: [] })
  const started = { type: 'clock-started', run: runId, clock: name, startOn, term, rolls: clock.rolls, ...due } as const
  return tell(story, { ...started, ...whoseOf({ party, part }) })
}

/** Each row of the plan of each party runs as a term of its own; an older plan is closed by a newer one, and one that is as it was goes on. */
function startPlan(story: Story, runId: string, name: string, fact: string, startOn: PlainDate): Story {
  const run = getRun(story.state, runId)
  const before = latest(run.clocks, name)
  const planned = Object.entries(run.facts.party).filter(([party, facts]) => {
    const rows = planOf(facts[fact])
    return rows.length > 0 && !isPlanRunning(before, party, rows)
  })
  return planned.reduce((so, [party, facts]) => {
    const closed = meetClock(so, runId, name, { case: {}, party: { [party]: {} }, violation: {} })
    const parts = planOf(facts[fact]).reduce((on, { dueOn }, index) => {
      const term = { length: Math.max(0, daysBetween(startOn, dueOn)), unit: 'day' } as const
      return startOne(on, { runId, name, on: startOn, party, part: index + 1, term })
    }, closed)
    return startFollowing(parts, runId, [name], party)
  }, story)
}

/** Terms that begin when these are over (行政处罚法第七十二条第二款). */
function startFollowing(story: Story, runId: string, begun: readonly string[], party: string | undefined): Story {
  const run = getRun(story.state, runId)
  const { clocks } = getProcedure(story.env.procedures, run.procedure, run.version)
  const following = Object.entries(clocks).filter(([, clock]) => clock.after?.some((one) => begun.includes(one)))
  return following.reduce((so, [next, { after = [] }]) => {
    const before = after.flatMap((one) => latest(run.clocks, one).filter((clock) => clock.party === party))
    const last = before.map(lastDayOf).toSorted().at(-1)
    return last === undefined ? so : startClock(so, runId, next, last, party)
  }, story)
}

/** Party and part, where there are any, as an event names them. */
export function whoseOf({ party, part }: { readonly party?: string | undefined; readonly part?: number | undefined }) {
  return { ...(party === undefined ? {} : { party }), ...(part === undefined ? {} : { part }) }
}

/** A clock of another case goes on here: its first day, its term, what was left out of it and what it was lengthened by. */
export function continueClock(story: Story, run: string, clock: string, from: ClockState): Story {
  const { startOn, term, rolls, deductions, extensions } = from
  const due = (left: number, more: number) =>
    dueOf(story.env, {
      startOn,
      term,
      rolls,
      deductions: deductions.slice(0, left),
      extensions: extensions.slice(0, more),
    })
  const leftOut = deductions.flatMap(({ ground, fromOn, untilOn }, index) => {
    const suspended = { type: 'clock-suspended', run, clock, ground, fromOn } as const
    if (untilOn === undefined) return [suspended]
    return [suspended, { type: 'clock-resumed', run, clock, untilOn, ...due(index + 1, 0) } as const]
  })
  const lengthened = extensions.map(
    (more, index) =>
      ({ type: 'clock-extended', run, clock, term: more, ...due(deductions.length, index + 1) }) as const,
  )
  const started = { type: 'clock-started', run, clock, startOn, term, rolls, ...due(0, 0) } as const
  return tell(story, started, ...leftOut, ...lengthened)
}

type Hours = { readonly run: string; readonly clock: string; readonly term: Term; readonly rolls: boolean }

/** When the act was done, as it was written down; the day on which it was typed in may be a later one. */
function actOf(story: Story, runId: string, { fromInstant }: Clock): string | undefined {
  const told = fromInstant === undefined ? undefined : getRun(story.state, runId).facts.case[fromInstant]
  return typeof told === 'string' ? told : undefined
}

/** Hours count from the act, or from now where the record names no time. */
function startHours(story: Story, hours: Hours, startAt: string = story.env.now): Story {
  const due = hoursFrom(startAt, hours.term)
  return tell(story, { type: 'clock-started', ...hours, startOn: officeDateOf(startAt), ...due })
}

/** The day of the act, unless the clock counts from another one. */
function dayFrom({ state }: Story, run: Run, { from }: Clock, on: PlainDate): PlainDate | undefined {
  return from ? from({ state, run }) : on
}

/** Meets every running instance of the clock; where it counts for each party, only for those the input speaks of. */
export function meetClock(story: Story, runId: string, name: string, input?: Facts): Story {
  const spoken = Object.keys(input?.party ?? {})
  const concerns = (clock: ClockState) => !clock.party || spoken.length === 0 || spoken.includes(clock.party)
  const run = getRun(story.state, runId)
  const running = latest(run.clocks, name).filter((clock) => isRunning(clock) && concerns(clock))
  const { metOn } = clockNamed(story, run, name)
  const met = { type: 'clock-met', run: runId, clock: name } as const
  return running.reduce((so, clock) => {
    const doneOn = metOn === undefined ? undefined : toldDay(metOn, clock.party)({ state: story.state, run })
    return tell(so, { ...met, ...(doneOn === undefined ? {} : { doneOn }), ...whoseOf(clock) })
  }, story)
}

/** Meets the clock that runs for this party apart, and no other. */
export function meetClockOf(story: Story, run: string, name: string, party: string | undefined): Story {
  if (party === undefined) return story
  const isOwn = latest(getRun(story.state, run).clocks, name).some((clock) => clock.party === party && isRunning(clock))
  return isOwn ? tell(story, { type: 'clock-met', run, clock: name, party }) : story
}

/** What is over already is stopped by nothing: an overdue term stays overdue. */
export function suspendClock(story: Story, runId: string, name: string, ground: string): Story {
  const clock = runningClock(story, runId, name)
  if (!clock || isSuspended(clock) || isOver(clock, story.env)) return story
  return tell(story, { type: 'clock-suspended', run: runId, clock: name, ground, fromOn: story.env.today })
}

/** The day of resumption counts again, so the last deducted day is the one before. */
export function resumeClock(story: Story, runId: string, name: string): Story {
  const clock = runningClock(story, runId, name)
  if (!clock || !isSuspended(clock)) return story
  const untilOn = dayBefore(story.env.today)
  const deductions = clock.deductions.map((item) => ({ ...item, untilOn: item.untilOn ?? untilOn }))
  const due = dueOf(story.env, { ...clock, deductions: deductions.filter((item) => item.fromOn <= item.untilOn) })
  return tell(story, { type: 'clock-resumed', run: runId, clock: name, untilOn, ...due })
}

export function extendClock(story: Story, runId: string, name: string): Story {
  const run = getRun(story.state, runId)
  const clock = runningClock(story, runId, name)
  const { extension } = clockNamed(story, run, name)
  const by = clock?.extensions.length === 0 ? extension?.by : extension?.again?.by
  if (!clock || !by) return story
  const term = termOf(story.env, by, run, story.env.today)
  if (!term) return story
  const due = dueOf(story.env, { ...clock, extensions: [...clock.extensions, term] })
  return tell(story, { type: 'clock-extended', run: runId, clock: name, term, ...due })
}

/** While a child runs whose time the law does not count, or stands at such a stage, the parent's clocks stand still. */
export function suspendForChild(story: Story, runId: string): Story {
  const run = getRun(story.state, runId)
  const { parent, procedure } = run
  if (parent === undefined || !isDeducted(story, run)) return story
  return affectedClocks(story, parent, run).reduce((so, name) => suspendClock(so, parent, name, procedure), story)
}

export function resumeAfterChild(story: Story, runId: string): Story {
  const { parent, procedure } = getRun(story.state, runId)
  const others = story.state.runs.filter((run) => run.parent === parent && run.procedure === procedure)
  if (
    parent === undefined ||
    getRun(story.state, parent).endedOn !== undefined ||
    others.some((run) => isDeducted(story, run))
  )
    return story
  const names = new Set(getRun(story.state, parent).clocks.map(({ clock }) => clock))
  return [...names]
    .filter((name) => openGround(story, parent, name) === procedure)
    .reduce((so, name) => resumeClock(so, parent, name), story)
}

/** A child that goes from stage to stage may come to one whose time counts. */
export function moveDeductions(story: Story, runId: string): Story {
  const run = getRun(story.state, runId)
  if (!procedureOf(story, run).deducted?.at) return story
  return isDeducted(story, run) ? suspendForChild(story, runId) : resumeAfterChild(story, runId)
}

function isDeducted(story: Story, run: Run): boolean {
  const stages = procedureOf(story, run).deducted?.at
  return !run.endedOn && (stages === undefined || stages.includes(run.stage))
}

function procedureOf({ env }: Story, { procedure, version }: Run) {
  return getProcedure(env.procedures, procedure, version)
}

/** The end of a child does not end a suspension that was granted on another ground. */
function openGround(story: Story, runId: string, name: string): string | undefined {
  return runningClock(story, runId, name)?.deductions.find((item) => item.untilOn === undefined)?.ground
}

function affectedClocks(story: Story, parent: string, child: Run): readonly string[] {
  const names = namesOf(story, child)
  const run = getRun(story.state, parent)
  const { clocks } = procedureOf(story, run)
  return Object.entries(clocks)
    .filter(([, clock]) => childGrounds(story.env, clock, run.stage).some((ground) => names.includes(ground)))
    .map(([name]) => name)
}

/** By what a rule may call it: its code, its title, or the name that it gives to its time. */
function namesOf(story: Story, child: Run): readonly string[] {
  const { code, title, deducted } = procedureOf(story, child)
  const as = deducted?.as
  return [code, title, ...(as === undefined ? [] : [typeof as === 'string' ? as : String(child.facts.case[as.fact])])]
}

/** The same, and the procedures inside that the field leaves out. */
function childGrounds(env: Environment, clock: Clock, stage: string): readonly string[] {
  const { deductible } = clock
  const besides = deductible && 'parameter' in deductible ? (deductible.besides ?? []) : []
  const holds = ({ parameter, at }: (typeof besides)[number]) =>
    at === stage && parameterValueOf(env.parameters, parameter, env.today) === true
  return [...deductibleGrounds(env, clock), ...besides.filter(holds).map(({ ground }) => ground)]
}

/** Grounds whose time does not count: of the definition, or those that the agency's field has set. */
export function deductibleGrounds(env: Environment, clock: Clock): readonly string[] {
  const { deductible = [] } = clock
  if (!('parameter' in deductible)) return deductible
  if (parameterOf(deductible.parameter).kind !== 'list') throw new Error(`${deductible.parameter} is not a list`)
  return parameterValueOf(env.parameters, deductible.parameter, env.today) as unknown as readonly string[]
}

function runningClock(story: Story, runId: string, name: string): ClockState | undefined {
  return latest(getRun(story.state, runId).clocks, name).find(isRunning)
}

/** Only the newest start of a clock counts, for each party and each row of a plan apart. */
export function latest(clocks: readonly ClockState[], name: string): readonly ClockState[] {
  const newest = new Map<string, ClockState>()
  for (const clock of clocks) if (clock.clock === name) newest.set(`${clock.party ?? ''} ${clock.part ?? ''}`, clock)
  return [...newest.values()]
}

/** Every clock as it was last started; earlier starts are history. */
export function newest(clocks: readonly ClockState[]): readonly ClockState[] {
  return [...new Set(clocks.map(({ clock }) => clock))].flatMap((name) => latest(clocks, name))
}

export function clockNamed(story: Pick<Story, 'env' | 'state'>, run: Run, name: string): Clock {
  const clock = getProcedure(story.env.procedures, run.procedure, run.version).clocks[name]
  if (!clock) throw new Error(`procedure ${run.procedure} has no clock ${name}`)
  return clockAs(clock, { state: story.state, run })
}
