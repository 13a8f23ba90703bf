import type { Counting } from '#domain/case/contested-clocks.ts'
import type { Environment } from '#domain/case/environment.ts'
import type { CaseEventBody } from '#domain/case/event.ts'
import { projectionOf } from '#domain/case/projection.ts'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import type { Tx } from '#server/db/database.ts'
import { decidedIn } from './bearing.ts'
import { DISPUTES } from './load-case.ts'

/**
 * The case whose decision is contested or altered by the one that is written, locked; undefined where none is. It is taken before any number is:
 * whoever moves that case takes it first, and then the numbers.
 */
export async function lockContested(
  tx: Tx,
  env: Environment,
  state: CaseState | undefined,
  events: readonly CaseEventBody[],
): Promise<string | undefined> {
  const caseId = bearsOnIt(env, state, events) ? decidedIn(env, state ?? {}) : undefined
  if (caseId === undefined) return undefined
  const { rows } = await tx.query<{ id: string }>({
    name: 'case-contested-lock',
    text: 'SELECT id FROM app.cases WHERE id = $1 AND agency_id = $2 FOR UPDATE',
    values: [caseId, env.agency.id],
  })
  return rows[0]?.id
}

function bearsOnIt(env: Environment, state: CaseState | undefined, events: readonly CaseEventBody[]): boolean {
  const of = state ? rootRun(state) : events.find(({ type }) => type === 'case-opened')
  if (!of || !('procedure' in of)) return false
  const { contests, alters } = getProcedure(env.procedures, of.procedure, of.version)
  return contests !== undefined || alters !== undefined
}

/**
 * Writes anew by when a locked case is due, after the disputes about its decision as they stand in this transaction. These columns
 * say nothing that its events do not, so its version stays: nobody at work on it has overlooked anything. A read that had to wait for
 * the lock still shows the disputes as they were before, so whoever moves such a case writes them after it too.
 */
export async function writeDueAnew(tx: Tx, env: Counting, caseId: string): Promise<void> {
  const { rows } = await tx.query<{ state: CaseState; disputes: readonly CaseState[] | null }>({
    name: 'case-disputes',
    text: `SELECT c.state, ${DISPUTES} FROM app.cases c WHERE c.id = $1`,
    values: [caseId],
  })
  const [row] = rows
  if (!row) throw new Error(`case ${caseId} was locked and is not there`)
  const { dueOn, dueClock, lapsedOn, lapse, tellsOn } = projectionOf(
    { ...env, disputes: row.disputes ?? [] },
    row.state,
  )
  tx.send({
    name: 'case-due-anew',
    text: `UPDATE app.cases SET due_on = $2, due_clock = $3, lapsed_on = $4, lapse = $5, tells_on = $6
      WHERE id = $1 AND (due_on, due_clock, lapsed_on, lapse, tells_on)
        IS DISTINCT FROM ($2::date, $3::text, $4::date, $5::text, $6::date)`,
    values: [caseId, dueOn, dueClock, lapsedOn, lapse, tellsOn],
  })
}
