import { dueOn, type Term } from '../calendar/deadline.ts'
import { dueAt, isPastDue, officeDateOf } from '../calendar/due-at.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { termOf as parameterTerm } from '../parameter/registry.ts'
import type { Clock } from '../procedure/definition.ts'
import type { Environment } from './environment.ts'
import type { ClockState } from './state.ts'

type Due = Pick<ClockState, 'rawDue' | 'rolledDue' | 'estimated'>

/** The last day that the law allows: the rolled one where the term moves past holidays. */
export function lastDayOf(clock: Pick<ClockState, 'rolls' | 'rawDue' | 'rolledDue'>): PlainDate {
  return clock.rolls ? clock.rolledDue : clock.rawDue
}

/** Overdue is derived, never stored; a suspended clock does not run out, and a term in hours ends at its minute. */
export function isOver(clock: ClockState, { today, now }: Pick<Environment, 'today' | 'now'>): boolean {
  if (isSuspended(clock)) return false
  return clock.dueAt === undefined ? today > lastDayOf(clock) : isPastDue(now, clock.dueAt)
}

/** The last moment of a term in hours that began at an instant, with its day (行政强制法第十九条). */
export function hoursFrom(startAt: string, term: Term): Due & { readonly dueAt: string } {
  const end = dueAt(startAt, term)
  const on = officeDateOf(end)
  return { rawDue: on, rolledDue: on, estimated: false, dueAt: end }
}

export function isSuspended(clock: ClockState): boolean {
  return clock.deductions.some((item) => item.untilOn === undefined)
}

export function isRunning(clock: ClockState): boolean {
  return clock.metOn === undefined
}

/** The term of a clock, from the definition or as the region or agency has set it. */
export function termOf(env: Environment, term: Exclude<Clock['term'], { readonly until: string }>): Term {
  if (!('parameter' in term)) return term
  return parameterTerm(env.parameters, term.parameter, env.today)
}

/** Due days from the start, what is deducted and what was extended. */
export function dueOf(
  env: Pick<Environment, 'calendar' | 'today'>,
  clock: Pick<ClockState, 'startOn' | 'term' | 'rolls' | 'deductions' | 'extensions'>,
): Due {
  const { calendar } = env
  const deductions = clock.deductions.map((item) => ({ from: item.fromOn, to: item.untilOn ?? env.today }))
  let due: Due = dueOn({ start: clock.startOn, term: clock.term, rolls: clock.rolls, deductions, calendar })
  for (const term of clock.extensions) {
    const next = dueOn({ start: due.rawDue, term, rolls: clock.rolls, deductions: [], calendar })
    due = { ...next, estimated: due.estimated || next.estimated }
  }
  return due
}

/** The day before, for spans that end when something else begins. */
export function dayBefore(date: PlainDate): PlainDate {
  return addDays(date, -1)
}
