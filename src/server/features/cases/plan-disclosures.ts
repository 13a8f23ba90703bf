import { lastDayOf } from '#domain/case/clock.ts'
import type { Environment } from '#domain/case/environment.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { type CaseState, type ClockState, rootRun } from '#domain/case/state.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import type { Tx } from '#server/db/database.ts'
import { planDisclosure } from '#server/features/disclosure/index.ts'
import { unionOf } from '#server/features/parties/index.ts'
import { bearingOf } from './bearing.ts'
import type { DocumentRow } from './document-rows.ts'

/** Decisions that the procedure publishes get their last day when they are issued. */
export async function planDisclosures(
  tx: Tx,
  env: Environment,
  state: CaseState,
  events: readonly CaseEvent[],
  documents: readonly DocumentRow[],
): Promise<void> {
  const root = rootRun(state)
  const { disclosure } = getProcedure(env.procedures, root.procedure, root.version)
  if (!disclosure) return
  for (const { id, code, party } of documents) {
    const clock = root.clocks.findLast((item) => item.clock === disclosure.clock && isOf(item, party))
    if (!disclosure.documents.includes(code) || !clock) continue
    const bearing = bearingOf(env, state, events, code)
    const later = bearing && { ...bearing, parties: await entriesOf(tx, party), at: env.now }
    const planned = { caseId: state.id, documentId: id, agencyId: state.agency, dueOn: lastDayOf(clock) }
    await planDisclosure(tx, { ...planned, ...(later && { later }) })
  }
}

/** All entries in the register of the party to whom it is made out. */
async function entriesOf(tx: Tx, party: string | null): Promise<readonly string[] | null> {
  return party === null ? null : unionOf(tx, party)
}

/** The term of this party's own decision, or the one that runs for the whole case. */
function isOf(clock: ClockState, party: string | null): boolean {
  return clock.party === undefined || clock.party === party
}
