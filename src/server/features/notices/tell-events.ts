import type { CaseEvent } from '#domain/case/event.ts'
import type { CaseState } from '#domain/case/state.ts'
import { noticesOfEvents, settledBy } from '#domain/notice/notices-of-events.ts'
import { noticesToOrigin } from '#domain/notice/notices-of-results.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Context } from '#server/context.ts'
import type { Tasks } from '#server/jobs/tasks.ts'
import { settle, tell } from './notices-store.ts'

type Row = {
  readonly state: CaseState
  readonly events: readonly CaseEvent[] | null
  readonly before: readonly string[] | null
  /** The case whose decision this one contests. */
  readonly origin: CaseState | null
}

/** Procedures that contest the decision of their origin, as their definitions say. */
const CONTESTING = [...PROCEDURES.values()].flatMap(({ contests, code }) => (contests ? [`'${code}'`] : [])).join(', ')

/** Tells what the events of one command ask of people, and settles what they have done; twice is once. */
export async function tellEvents(ctx: Context, { caseId, after, until }: Tasks['tell-notices']): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { rows } = await tx.query<Row>({
      name: 'notice-events',
      // While somebody is told of it, nobody settles it: a notice never comes in behind what has settled it.
      text: `SELECT c.state,
          (SELECT json_agg(e.body ORDER BY e.seq) FROM app.events e WHERE e.case_id = c.id AND e.seq > $2 AND e.seq <= $3) AS events,
          (SELECT h.body -> 'handlers' FROM app.events h WHERE h.case_id = c.id AND h.seq <= $2
            AND h.type IN ('case-opened', 'handlers-changed') ORDER BY h.seq DESC LIMIT 1) AS before,
          CASE WHEN c.procedure_code IN (${CONTESTING}) THEN (SELECT o.state FROM app.cases o
            WHERE o.id = c.origin_case_id AND o.agency_id = c.agency_id) END AS origin
        FROM app.cases c WHERE c.id = $1 FOR SHARE OF c`,
      values: [caseId, after, until],
    })
    const [row] = rows
    if (!row?.events) return
    const { state, events, before, origin } = row
    const notices = noticesOfEvents(PROCEDURES, state, events, before ?? [])
    await settle(tx, ctx.clock, settledBy(PROCEDURES, state, events), notices)
    await tell(tx, ctx.clock, state, notices)
    if (origin) await tell(tx, ctx.clock, origin, noticesToOrigin({ procedures: PROCEDURES, state, events }, origin))
  })
}
