import type { CaseEvent } from './event.ts'
import type { ClockState, Run } from './state.ts'

/** What the event does to the clocks of its run. */
export function evolveClocks(run: Run, event: CaseEvent): Run {
  switch (event.type) {
    case 'clock-started': {
      const { clock, party, part, startOn, term, rolls, rawDue, rolledDue, dueAt, estimated } = event
      const due = { rawDue, rolledDue, estimated, ...(dueAt !== undefined && { dueAt }) }
      const whose = { ...(party === undefined ? {} : { party }), ...(part === undefined ? {} : { part }) }
      const started = { clock, startOn, term, rolls, ...due, deductions: [], extensions: [], ...whose }
      return { ...run, clocks: [...run.clocks, started] }
    }
    case 'clock-suspended':
      return change(run, event, (clock) => ({
        ...clock,
        deductions: [...clock.deductions, { ground: event.ground, fromOn: event.fromOn }],
      }))
    case 'clock-resumed':
      return change(run, event, (clock) => ({
        ...withDue(clock, event),
        deductions: clock.deductions.map((item) => (item.untilOn ? item : { ...item, untilOn: event.untilOn })),
      }))
    case 'clock-extended':
      return change(run, event, (clock) => ({
        ...withDue(clock, event),
        extensions: [...clock.extensions, event.term],
      }))
    case 'clock-recomputed':
      return change(run, event, (clock) => withDue(clock, event))
    case 'clock-met':
      return change(run, event, (clock) => ({ ...clock, metOn: event.doneOn ?? event.on }))
    case 'clock-reopened':
      return change(run, event, ({ metOn: _, ...clock }) => clock)
    default:
      return run
  }
}

function withDue(clock: ClockState, due: Pick<ClockState, 'rawDue' | 'rolledDue' | 'estimated'>): ClockState {
  return { ...clock, rawDue: due.rawDue, rolledDue: due.rolledDue, estimated: due.estimated }
}

/** Only the newest start of a clock runs; an earlier one stays as history. */
function change(
  run: Run,
  which: { clock: string; party?: string; part?: number },
  alter: (clock: ClockState) => ClockState,
): Run {
  const index = run.clocks.findLastIndex(
    (clock) => clock.clock === which.clock && clock.party === which.party && clock.part === which.part,
  )
  if (index < 0) throw new Error(`clock ${which.clock} has not been started`)
  return { ...run, clocks: run.clocks.map((clock, at) => (at === index ? alter(clock) : clock)) }
}
