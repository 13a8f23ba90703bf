import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Tx } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'
import { enqueue } from '#server/jobs/enqueue.ts'

export type PlannedDisclosure = {
  readonly caseId: string
  readonly documentId: string
  readonly agencyId: string
  /** The last day of the procedure's disclosure clock. */
  readonly dueOn: PlainDate
}

/** Notes, in the transaction that issues a decision, that it has to become public; a second call changes nothing. */
export async function planDisclosure(tx: Tx, planned: PlannedDisclosure): Promise<void> {
  await tx.query({
    name: 'plan-disclosure',
    text: `INSERT INTO app.disclosures (id, case_id, document_id, agency_id, due_on) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (document_id) DO NOTHING`,
    values: [newId(), planned.caseId, planned.documentId, planned.agencyId, planned.dueOn],
  })
}

/** Has what is publishable published right after the commit; called when a delivery was made or a document voided. */
export async function publishSoon(tx: Tx): Promise<void> {
  await enqueue(tx, 'publish-due', {}, { key: 'publish-due' })
}
