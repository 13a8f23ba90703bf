import { dueOn } from '#domain/calendar/deadline.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { lastDayOf } from '#domain/case/clock.ts'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import { termOf } from '#domain/parameter/registry.ts'
import type { StandingLaw } from '#server/features/cases/index.ts'

/** Until when the dossier is to be in the archive: the clock that runs since the closure, else the same term from the end of the case. */
export function dueOfDossier(state: CaseState, law: StandingLaw, today: PlainDate): PlainDate {
  const clock = rootRun(state).clocks.findLast((item) => item.clock === 'archive')
  if (clock) return lastDayOf(clock)
  const start = state.endedOn ?? today
  const term = termOf(law.parameters, 'archive.term', today)
  return dueOn({ start, term, rolls: true, deductions: [], calendar: law.calendar }).rolledDue
}
