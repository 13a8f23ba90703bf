import { dueOn, type Term } from '../calendar/deadline.ts'
import { dueAt, isPastDue, officeDateOf } from '../calendar/due-at.ts'
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { termOf as parameterTerm } from '../parameter/registry.ts'
import type { Clock, ClockTerm, Subject } from '../procedure/definition.ts'
import type { Environment } from './environment.ts'
import type { ClockState, Run } from './state.ts'

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

/** The clock as it concerns this run: another paragraph may give its cases another term. */
export function clockAs({ instead = [], ...clock }: Clock, subject: Subject): Clock {
  const other = instead.find(({ onlyIf }) => onlyIf(subject))
  if (!other) return clock
  const { extension: _ofTheOthers, ...rest } = clock
  const { onlyIf: _said, ...term } = other
  return { ...rest, ...term }
}

/** The term of a clock from its start; none where it is a fact that is not known. */
export function termOf(env: Environment, term: ClockTerm, run: Run, startOn: PlainDate): Term | undefined {
  if ('parameter' in term) return parameterTerm(env.parameters, term.parameter, env.today)
  if ('until' in term) {
    const until = run.facts.case[term.until]
    return typeof until === 'string' && until !== '' ? daysUntil(startOn, until as PlainDate) : undefined
  }
  if ('plan' in term) return undefined
  if (!('fact' in term)) return term
  const length = run.facts.case[term.fact]
  return typeof length === 'number' ? { length, unit: term.unit } : undefined
}

/** A day that is past already leaves a term of no days. */
function daysUntil(startOn: PlainDate, until: PlainDate): Term {
  return { length: Math.max(0, daysBetween(startOn, until)), unit: 'day' }
}

/** Due days from the start, what is deducted and what was extended. */
export function dueOf(
  env: Pick<Environment, 'calendar' | 'today'>,
  clock: Pick<ClockState, 'startOn' | 'term' | 'rolls' | 'deductions' | 'extensions'>,
): Due {
  const deductions = clock.deductions.map((item) => ({ from: item.fromOn, to: item.untilOn ?? env.today }))
  const { startOn: start, term, extensions, rolls } = clock
  return dueOn({ start, term, extensions, rolls, deductions, calendar: env.calendar })
}

/** The day before, for spans that end when something else begins. */
export function dayBefore(date: PlainDate): PlainDate {
  return addDays(date, -1)
}
