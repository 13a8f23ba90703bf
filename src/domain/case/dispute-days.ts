import type { PlainDate } from '../calendar/plain-date.ts'
import type { Altered } from '../procedure/contest.ts'
import type { Subject } from '../procedure/definition.ts'
import { fateOf } from './alterations.ts'
import { lastDayOf } from './clock.ts'
import { latest } from './clock-events.ts'
import { toldDay } from './told-day.ts'

/** The first of these days that is known. */
export const firstTold =
  (...facts: readonly string[]) =>
  (subject: Subject): PlainDate | undefined =>
    facts.map((fact) => toldDay(fact)(subject)).find((day) => day !== undefined)

type Over = {
  /** The letter by which it is known. */
  readonly told: string
  /** The clock that has to run out, unless one of these steps was taken: a judgment stands when nobody appeals. */
  readonly clock?: string
  readonly unless?: readonly string[]
}

/** The day on which a dispute was over, once its procedure is at one of these stages or ended; nothing while it is pending. */
export const overAt =
  (stages: readonly string[], { told, clock = '', unless = [] }: Over) =>
  (subject: Subject): PlainDate | undefined => {
    const { run } = subject
    const isOver = run.endedOn !== undefined || stages.includes(run.stage)
    return isOver ? (termThatRanOut(subject, clock, unless) ?? toldDay(told)(subject) ?? run.endedOn) : undefined
  }

function termThatRanOut({ run }: Subject, clock: string, unless: readonly string[]): PlainDate | undefined {
  const isTaken = run.taken.some(({ action }) => unless.includes(action))
  return isTaken ? undefined : latest(run.clocks, clock).map(lastDayOf).at(-1)
}

/**
 * What a dispute that is over has made of the decision: what its result says where it came to this outcome, and another decision that
 * is not known here where the agency has corrected itself.
 */
export const alteredBy =
  (outcome: string, until: (subject: Subject) => PlainDate | undefined, corrected: readonly string[] = []) =>
  (subject: Subject): Altered | undefined => {
    const { run } = subject
    const on = until(subject)
    const came = run.outcome ?? run.result ?? ''
    const how = corrected.includes(came) ? 'changed' : came === outcome && fateOf(run.facts.case.alteration)
    return on && how ? { how, on } : undefined
  }
