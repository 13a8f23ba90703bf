import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { redactText } from '#domain/disclosure/redact-text.ts'
import { WITHDRAWAL_GROUNDS, type WithdrawalGround } from '#domain/disclosure/withholding-grounds.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Tx } from '#server/db/database.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import { newId } from '#server/ids.ts'
import { publishSoon } from './plan-disclosure.ts'
import { withdraw } from './published-store.ts'
import { contextOf, lockDisclosure } from './read-disclosure.ts'

export type Revised = {
  /** The case whose decision it is. */
  readonly caseId: string
  /** The case that revises it. */
  readonly revisedIn: string
  readonly agencyId: string
  /** Whose decision it is. */
  readonly parties: readonly string[]
  readonly ground: WithdrawalGround
  readonly reason: string
  readonly by: string | null
  readonly at: string
  readonly sinceOn: PlainDate
  readonly dueOn: PlainDate
}

/** Takes the decision of these parties, and what took its place before, from the public; what is not public does not become it. */
export async function withdrawRevised(tx: Tx, revised: Revised): Promise<void> {
  const { caseId, revisedIn, agencyId, parties } = revised
  const { rows } = await tx.query<{ id: string }>({
    name: 'disclosures-of-revised',
    text: `SELECT d.id FROM app.disclosures d JOIN app.documents p ON p.id = d.document_id
      WHERE (d.case_id = $1 OR d.bears_on = $1) AND d.case_id <> $4 AND d.agency_id = $2
        AND d.state IN ('due', 'prepared', 'published', 'withheld')
        AND (p.party_id IS NULL OR p.party_id = ANY ($3)) ORDER BY d.id`,
    values: [caseId, agencyId, parties, revisedIn],
  })
  for (const { id } of rows) await takeDown(tx, id, revised)
  if (rows.length > 0) await publishSoon(tx)
}

async function takeDown(tx: Tx, id: string, { agencyId, ground, reason: said, by, at, sinceOn, dueOn }: Revised) {
  const stored = await lockDisclosure(tx, id, agencyId)
  if (!stored) throw new Error(`no disclosure ${id}`)
  const reason = redactText(said, contextOf(stored, PROCEDURES)).slice(0, 500)
  const { basis } = WITHDRAWAL_GROUNDS[ground]
  const who = by === null ? {} : { by }
  const isWithdrawn = await withdraw(tx, { id, reason, basis, ground, sinceOn, dueOn, at, ...who })
  if (!isWithdrawn) await hold(tx, { id, ground, reason, basis, by })
  const name = isWithdrawn ? 'disclosure-withdraw' : 'disclosure-withhold'
  const detail = JSON.stringify({ ground, reason, by: 'revision' })
  const subject = `disclosure:${id}`
  await tx.query(auditStatement({ id: newId(), at, name, actorId: by, agencyId, subject, detail, address: null }))
}

type Held = Pick<Revised, 'ground' | 'reason' | 'by'> & { readonly id: string; readonly basis: string }

/** With the ground of the revision, so that nobody releases what no longer stands. */
async function hold(tx: Tx, { id, ground, reason, basis, by }: Held): Promise<void> {
  await tx.query({
    name: 'hold-revised-disclosure',
    text: `UPDATE app.disclosures SET state = 'withheld', reason = $2, basis = $3, decided_by = $4, ground = $5, draft = NULL, prepared_by = NULL,
        prepared_at = NULL, version = version + 1 WHERE id = $1 AND state IN ('due', 'prepared', 'withheld')`,
    values: [id, reason, basis, by, ground],
  })
}
