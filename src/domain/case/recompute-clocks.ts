import { dueOf, isRunning, isSuspended, lastDayOf } from './clock.ts'
import { latest, whoseOf } from './clock-events.ts'
import type { Environment } from './environment.ts'
import type { CaseState, ClockState, Run } from './state.ts'
import { type Story, tell } from './story.ts'

export type MovedClock = {
  readonly run: string
  readonly clock: string
  readonly party?: string
  readonly part?: number
  /** The last day as it was known, and as it is under the calendar of today. */
  readonly from: string
  readonly to: string
  readonly due: Pick<ClockState, 'rawDue' | 'rolledDue' | 'estimated'>
}

/**
 * Running terms whose last day, or whose being an estimate, is another under today's calendar (民事诉讼法第八十五条). A suspended term
 * is counted anew when it resumes; a term in hours knows no holidays.
 */
export function movedClocks(env: Pick<Environment, 'calendar' | 'today'>, state: CaseState): readonly MovedClock[] {
  if (state.endedOn !== undefined) return []
  return state.runs.flatMap((run) => runningOf(run).flatMap((clock) => moved(env, run, clock)))
}

/** Tells what moved, each clock as an event of its own. */
export function recomputeClocks(story: Story): Story {
  return movedClocks(story.env, story.state).reduce(
    (so, { run, clock, party, part, due }) =>
      tell(so, { type: 'clock-recomputed', run, clock, ...whoseOf({ party, part }), ...due }),
    story,
  )
}

function runningOf(run: Run): readonly ClockState[] {
  if (run.endedOn !== undefined) return []
  const names = [...new Set(run.clocks.map(({ clock }) => clock))]
  return names
    .flatMap((name) => latest(run.clocks, name))
    .filter((clock) => isRunning(clock) && !isSuspended(clock) && clock.term.unit !== 'hour')
}

function moved(env: Pick<Environment, 'calendar' | 'today'>, run: Run, clock: ClockState): readonly MovedClock[] {
  const due = dueOf(env, clock)
  const isSame = due.rawDue === clock.rawDue && due.rolledDue === clock.rolledDue && due.estimated === clock.estimated
  if (isSame) return []
  return [
    {
      run: run.id,
      clock: clock.clock,
      ...whoseOf(clock),
      from: lastDayOf(clock),
      to: lastDayOf({ ...clock, ...due }),
      due,
    },
  ]
}
