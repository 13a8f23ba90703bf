import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState } from '#domain/case/state.ts'
import { publicRecordOf, type RecordAnswer } from '#domain/disclosure/public-record.ts'
import type { Procedures } from '#domain/procedure/procedures.ts'
import type { Context } from '#server/context.ts'
import type { Tx } from '#server/db/database.ts'
import { noteObstacle } from './disclosures-store.ts'
import { publish } from './published-store.ts'

type Row = {
  readonly documentId: string
  readonly dueOn: PlainDate
  readonly state: CaseState
  readonly agencyName: string
  readonly remedy: string | null
  readonly reason: string | null
}

/** Publishes one decision as its case stands now, or notes why not yet; false also when somebody else is at it. */
export async function publishOne(ctx: Context, procedures: Procedures, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const row = await lockWaiting(tx, id)
    if (!row) return false
    const answer = draw(row, procedures, ctx.clock.today())
    if (answer.ok) await publish(tx, id, answer.record, ctx.clock.now().toISOString())
    else if (answer.when === 'never' || answer.reason !== row.reason) await noteObstacle(tx, id, answer)
    return answer.ok
  })
}

function draw({ remedy, reason: _noted, ...row }: Row, procedures: Procedures, today: PlainDate): RecordAnswer {
  return publicRecordOf({ ...row, procedures, today, ...(remedy === null ? {} : { remedy }) })
}

/** The case may not move between reading and publishing; a decision that another worker holds is left to it. */
async function lockWaiting(tx: Tx, id: string): Promise<Row | undefined> {
  const { rows } = await tx.query<Row>({
    name: 'lock-waiting-disclosure',
    text: `SELECT d.document_id AS "documentId", d.due_on AS "dueOn", d.reason, c.state, a.name AS "agencyName",
        p.data -> 'remedy' ->> 'text' AS remedy
      FROM app.disclosures d
      JOIN app.cases c ON c.id = d.case_id
      JOIN app.agencies a ON a.id = d.agency_id
      JOIN app.documents p ON p.id = d.document_id
      WHERE d.id = $1 AND d.state = 'due'
      FOR UPDATE OF d SKIP LOCKED FOR SHARE OF c`,
    values: [id],
  })
  return rows[0]
}
