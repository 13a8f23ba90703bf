import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { amountInFigures } from '#domain/document/amount-in-words.ts'
import type { Tx } from '#server/db/database.ts'
import { keepDisclosureLeaf } from '#server/record-log/disclosure-leaf.ts'

/** Shows a record on the portal; a corrected one takes the place of the former under the same address and day. */
export async function showOnPortal(tx: Tx, id: string, record: PublicRecord, publishedAt: string): Promise<void> {
  await tx.query({
    name: 'show-decision',
    text: `WITH unproved AS (DELETE FROM published.receipts WHERE decision_id = $1)
      INSERT INTO published.decisions AS p (id, status, title, kind, agency_name, party_name, party_code, number, summary,
        decided_on, published_at, body)
      VALUES ($1, 'published', $4, $5, $6, $7, $8, $9, $10, $11, $3, $2)
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind, agency_name = excluded.agency_name,
        party_name = excluded.party_name, party_code = excluded.party_code, number = excluded.number,
        summary = excluded.summary, decided_on = excluded.decided_on, body = excluded.body
      WHERE p.status = 'published'`,
    values: [id, JSON.stringify(record), publishedAt, ...columnsOf(record)],
  })
  await leadFromEarlier(tx, id)
}

/** The pages of the decisions that it bears on lead to it from now on, unless a still later one is there already. */
async function leadFromEarlier(tx: Tx, id: string): Promise<void> {
  await tx.query({
    name: 'lead-from-earlier',
    text: `UPDATE published.decisions p SET later_id = d.id, later_effect = d.effect FROM app.disclosures d
      WHERE d.id = $1 AND d.effect IS NOT NULL AND p.id = ANY (d.earlier)
        AND (p.later_id IS NULL OR p.later_id = ANY (d.earlier))`,
    values: [id],
  })
}

function columnsOf(record: PublicRecord): readonly unknown[] {
  const { title, kind, agencyName, parties, number, decidedOn } = record
  const names = parties.map((party) => party.name).join('、')
  const code = parties.length === 1 ? parties[0]?.code : undefined
  return [title, kind, agencyName, names, code ?? null, number ?? null, summaryOf(record), decidedOn]
}

/** One fact for a line of a list: the amount, or the first sanction. */
function summaryOf({ fineFen, sanctions, documentTitle }: PublicRecord): string {
  if (fineFen !== undefined) return `罚款 ${amountInFigures(fineFen)} 元`
  return sanctions[0] ?? documentTitle
}

export type Withdrawal = {
  readonly id: string
  /** The public reads it. */
  readonly reason: string
  readonly basis: string
  readonly ground?: string
  /** The day from which the three working days count, and their last. */
  readonly sinceOn: PlainDate
  readonly dueOn: PlainDate
  readonly by?: string
  readonly at: string
}

/** Takes the content off the portal and leaves number and reason (行政处罚法第四十八条第二款); false when it is not public. */
export async function withdraw(tx: Tx, withdrawal: Withdrawal): Promise<boolean> {
  const { id, reason, basis, ground, sinceOn, dueOn, by, at } = withdrawal
  const { rowCount } = await tx.query({
    name: 'withdraw-decision',
    text: `WITH marked AS (
        UPDATE app.disclosures SET state = 'withdrawn', reason = $2, withdrawn_at = $3, basis = $4, ground = $5,
          withdraw_since_on = $6, withdraw_due_on = $7, decided_by = $8, draft = NULL, prepared_by = NULL,
          prepared_at = NULL, version = version + 1
        WHERE id = $1 AND state = 'published' RETURNING id),
      unproved AS (DELETE FROM published.receipts r USING marked WHERE r.decision_id = marked.id)
      UPDATE published.decisions p SET status = 'withdrawn', reason = $2, withdrawn_at = $3, withdrawal_basis = $4, party_name = '',
        party_code = NULL, summary = '', body = '{}', title = '撤回：' || COALESCE(p.number, p.kind)
      FROM marked WHERE p.id = marked.id`,
    values: [id, reason, at, basis, ground ?? null, sinceOn, dueOn, by ?? null],
  })
  if (rowCount === 1) await keepDisclosureLeaf(tx, { disclosure: id, state: 'withdrawn', reason })
  return rowCount === 1
}

/** Takes down what has run out: the number stays, the content goes; false when it is not public any more. */
export async function expire(tx: Tx, id: string, lastOn: PlainDate): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'expire-decision',
    text: `WITH marked AS (
        UPDATE app.disclosures SET state = 'expired', draft = NULL, prepared_by = NULL, prepared_at = NULL,
          version = version + 1
        WHERE id = $1 AND state = 'published' RETURNING id),
      unproved AS (DELETE FROM published.receipts r USING marked WHERE r.decision_id = marked.id)
      UPDATE published.decisions p SET status = 'expired', expired_on = $2, party_name = '', party_code = NULL,
        summary = '', body = '{}', title = '公示期满：' || COALESCE(p.number, p.kind)
      FROM marked WHERE p.id = marked.id`,
    values: [id, lastOn],
  })
  if (rowCount === 1) await keepDisclosureLeaf(tx, { disclosure: id, state: 'expired', reason: null })
  return rowCount === 1
}
