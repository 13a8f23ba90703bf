import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Former, heldBackBy, type LaterEffect } from '#domain/disclosure/later-act.ts'
import type { Tx } from '#server/db/database.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import { newId } from '#server/ids.ts'
import { enqueue } from '#server/jobs/enqueue.ts'

export type PlannedDisclosure = {
  readonly caseId: string
  readonly documentId: string
  readonly agencyId: string
  /** The last day of the procedure's disclosure clock. */
  readonly dueOn: PlainDate
  /** Where it changes or ends what was decided in another case, for this party by all its entries in the register, or for everybody. */
  readonly later?: {
    readonly caseId: string
    readonly effect: LaterEffect
    readonly parties: readonly string[] | null
    readonly at: string
  }
}

type Earlier = Former & { readonly id: string; readonly hiddenByHand: readonly string[] }

/**
 * Notes, in the transaction that issues a decision, that it has to become public; a second call changes nothing. What was hidden in
 * the decisions before it stays hidden, and what people kept from the public waits for people.
 */
export async function planDisclosure(tx: Tx, planned: PlannedDisclosure): Promise<void> {
  const { caseId, documentId, agencyId, dueOn, later } = planned
  const earlier = later ? await listEarlier(tx, planned, later) : []
  const held = heldBackBy(earlier)
  const [id, state] = [newId(), held ? 'withheld' : 'due']
  const { caseId: bearsOn = null, effect = null } = later ?? {}
  const { reason = null, basis = null, ground = null } = held ?? {}
  const hidden = [...new Set(earlier.flatMap(({ hiddenByHand }) => hiddenByHand))]
  const { rowCount } = await tx.query({
    name: 'plan-disclosure',
    text: `INSERT INTO app.disclosures (id, case_id, document_id, agency_id, due_on, bears_on, effect, earlier, hidden_by_hand,
        state, reason, basis, ground)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (document_id) DO NOTHING`,
    values: [
      ...[id, caseId, documentId, agencyId, dueOn, bearsOn, effect, earlier.map((each) => each.id), hidden],
      ...[state, reason, basis, ground],
    ],
  })
  if (later && reason !== null && rowCount === 1) await noteHeld(tx, { id, agencyId, reason, at: later.at })
}

type Noted = { readonly id: string; readonly agencyId: string; readonly reason: string; readonly at: string }

async function noteHeld(tx: Tx, { id, agencyId, reason, at }: Noted): Promise<void> {
  const detail = JSON.stringify({ reason, by: 'rule' })
  const entry = { id: newId(), at, name: 'disclosure-withhold', actorId: null, agencyId, address: null }
  await tx.query(auditStatement({ ...entry, subject: `disclosure:${id}`, detail }))
}

/** What was, or was to be, public of the same decision until now, the newest last. */
async function listEarlier(
  tx: Tx,
  { caseId, agencyId }: PlannedDisclosure,
  later: NonNullable<PlannedDisclosure['later']>,
): Promise<readonly Earlier[]> {
  const { rows } = await tx.query<Earlier>({
    name: 'earlier-disclosures',
    text: `SELECT d.id, d.state, d.ground, d.reason, d.basis, d.hidden_by_hand AS "hiddenByHand"
      FROM app.disclosures d JOIN app.documents p ON p.id = d.document_id
      WHERE (d.case_id = $1 OR d.bears_on = $1) AND d.case_id <> $2 AND d.agency_id = $3
        AND (p.party_id IS NULL OR $4::uuid[] IS NULL OR p.party_id = ANY ($4)) ORDER BY d.created_at, d.id`,
    values: [later.caseId, caseId, agencyId, later.parties],
  })
  return rows
}

/** Has what is publishable published right after the commit; called when a delivery was made or a document voided. */
export async function publishSoon(tx: Tx): Promise<void> {
  await enqueue(tx, 'publish-due', {}, { key: 'publish-due' })
}
