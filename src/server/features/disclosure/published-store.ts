import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { amountInFigures } from '#domain/document/amount-in-words.ts'
import type { Tx } from '#server/db/database.ts'

/** Marks the disclosure as published and shows its record on the portal, in one statement. */
export async function publish(tx: Tx, id: string, record: PublicRecord, at: string): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'publish-decision',
    text: `WITH marked AS (
        UPDATE app.disclosures SET state = 'published', reason = NULL, basis = NULL, record = $2, published_at = $3,
          version = version + 1
        WHERE id = $1 AND state = 'due' RETURNING id)
      INSERT INTO published.decisions (id, status, title, kind, agency_name, party_name, party_code, number, summary,
        decided_on, published_at, body)
      SELECT id, 'published', $4, $5, $6, $7, $8, $9, $10, $11, $3, $2 FROM marked`,
    values: [id, JSON.stringify(record), at, ...columnsOf(record)],
  })
  if (rowCount !== 1) throw new Error(`disclosure ${id} was not due`)
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

/** Takes the content off the portal and leaves number and reason (行政处罚法第四十八条第二款). */
export async function withdraw(tx: Tx, id: string, reason: string, at: string): Promise<void> {
  await tx.query({
    name: 'withdraw-decision',
    text: `WITH marked AS (
        UPDATE app.disclosures SET state = 'withdrawn', reason = $2, withdrawn_at = $3, version = version + 1
        WHERE id = $1 AND state = 'published' RETURNING id),
      unproved AS (DELETE FROM published.receipts r USING marked WHERE r.decision_id = marked.id)
      UPDATE published.decisions p SET status = 'withdrawn', reason = $2, withdrawn_at = $3, party_name = '',
        party_code = NULL, summary = '', body = '{}', title = '撤回：' || COALESCE(p.number, p.kind)
      FROM marked WHERE p.id = marked.id`,
    values: [id, reason, at],
  })
}
