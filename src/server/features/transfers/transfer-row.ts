import type { TransferRow } from '#contract/transfers.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { isRunning, lastDayOf } from '#domain/case/clock.ts'
import { newest } from '#domain/case/clock-events.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { SeenTransfer } from './find-transfers.ts'

/** A transfer as one line: where it stands and what is due next. */
export function transferRow({ state, run, agencyName }: SeenTransfer, today: PlainDate): TransferRow {
  const procedure = getProcedure(PROCEDURES, run.procedure, run.version)
  const next = newest(run.clocks)
    .filter(isRunning)
    .toSorted((a, b) => lastDayOf(a).localeCompare(lastDayOf(b)))[0]
  const dueOn = next ? lastDayOf(next) : null
  const sentOn = run.facts.case['sent-on']
  return {
    caseId: state.id,
    run: run.id,
    caseName: state.name,
    agencyName,
    parties: state.parties.map(({ name }) => name).join('、'),
    stageTitle: procedure.stages[run.stage]?.title ?? run.stage,
    isEnded: run.endedOn !== undefined,
    sentOn: typeof sentOn === 'string' ? sentOn : null,
    dueTitle: next ? (procedure.clocks[next.clock]?.title ?? next.clock) : null,
    dueOn,
    daysLeft: dueOn ? daysBetween(today, dueOn) : null,
  }
}
