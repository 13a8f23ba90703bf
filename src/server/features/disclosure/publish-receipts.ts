import { buffer } from 'node:stream/consumers'
import type { Context } from '#server/context.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { type IssuedReceipt, receiptOf } from '#server/record-log/receipt-of.ts'

type Lacking = {
  readonly id: string
  readonly documentId: string
  readonly sha256: string
  readonly size: number
  readonly isNumbered: boolean
  /** Nobody but organisations is concerned; otherwise the original names people and stays in the house. */
  readonly isOpen: boolean
}

const BATCH = 200
const AGAIN_MS = 5_000

/** Where the public original of a decision lies beside the blobs; the portal opens nothing else of them. */
export const fileNameOf = (disclosureId: string): string => `decisions/${disclosureId}.pdf`

/** Gives published decisions their receipt, and the original where it may be public; those whose leaf is not signed yet come later. */
export async function publishReceipts(ctx: Context): Promise<number> {
  const lacking = await listLacking(ctx)
  let published = 0
  for (const one of lacking.filter(({ isNumbered }) => isNumbered)) {
    published += Number(await tryReceipt(ctx, one))
  }
  if (published < lacking.length) {
    const runAt = new Date(ctx.clock.now().getTime() + AGAIN_MS)
    await enqueue(ctx.db, 'publish-due', {}, { key: 'publish-due', runAt })
  }
  return published
}

/** One that cannot be proved or read does not hold up the others. */
async function tryReceipt(ctx: Context, one: Lacking): Promise<boolean> {
  try {
    const receipt = await receiptOf(ctx, 'document', `document:${one.documentId}`)
    return receipt !== undefined && isDue(ctx, receipt) && (await publishReceipt(ctx, one, receipt))
  } catch (error) {
    ctx.log.error({ err: error, disclosure: one.id }, 'a receipt could not be published')
    return false
  }
}

/** Witnesses sign seconds later; when they are away the public does not wait for them longer than this. */
const WITNESS_PATIENCE_MS = 10 * 60_000

const isDue = ({ clock }: Context, { isWitnessed, signedAt }: IssuedReceipt): boolean =>
  isWitnessed || clock.now().getTime() - Date.parse(signedAt) > WITNESS_PATIENCE_MS

/** Documents of published decisions, sealed or still to be; one that was sealed before there was a log has no leaf and never a receipt. */
async function listLacking({ db }: Context): Promise<readonly Lacking[]> {
  const { rows } = await db.query<Lacking>({
    name: 'list-lacking-receipts',
    text: `SELECT p.id, d.document_id AS "documentId", f.sha256, f.size, e.index IS NOT NULL AS "isNumbered",
        NOT EXISTS (SELECT FROM jsonb_array_elements(c.state -> 'parties') party
          WHERE party ->> 'kind' <> 'organisation')
          AND NOT COALESCE((p.body ->> 'hidesPeople')::boolean, false) AS "isOpen"
      FROM published.decisions p
      JOIN app.disclosures d ON d.id = p.id
      JOIN app.cases c ON c.id = d.case_id
      LEFT JOIN app.document_files f ON f.document_id = d.document_id
      LEFT JOIN app.leaves l ON l.kind = 'document' AND l.subject = 'document:' || d.document_id
      LEFT JOIN app.log_entries e ON e.leaf_id = l.id AND e.epoch = (SELECT coalesce(max(epoch), 0) FROM app.log_decisions)
      WHERE p.status = 'published' AND (f.document_id IS NULL OR l.id IS NOT NULL) AND NOT EXISTS (SELECT FROM published.receipts r WHERE r.decision_id = p.id)
      ORDER BY p.published_at, p.id LIMIT ${BATCH}`,
  })
  return rows
}

/** The file first: what the row names is there. A decision withdrawn meanwhile gets neither. */
async function publishReceipt({ db, blobs }: Context, one: Lacking, receipt: IssuedReceipt): Promise<boolean> {
  const { id, documentId, sha256, size, isOpen } = one
  const name = fileNameOf(id)
  if (isOpen) await blobs.named.replace({ name, bytes: await buffer(blobs.openRange(sha256)) })
  const { rowCount } = await db.query({
    name: 'publish-receipt',
    text: `INSERT INTO published.receipts (decision_id, document_id, receipt, index, signed_at, file_sha256, file_size)
      SELECT id, $2, $3, $4, $5, $6, $7 FROM published.decisions WHERE id = $1 AND status = 'published' FOR SHARE
      ON CONFLICT (decision_id) DO NOTHING`,
    values: [
      id,
      documentId,
      receipt.text,
      receipt.index,
      receipt.signedAt,
      isOpen ? sha256 : null,
      isOpen ? size : null,
    ],
  })
  if (rowCount === 0 && (await isWithdrawn(db, id))) await blobs.named.remove(name)
  return rowCount === 1
}

async function isWithdrawn(db: Context['db'], id: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `SELECT FROM published.decisions WHERE id = $1 AND status = 'withdrawn'`,
    values: [id],
  })
  return rowCount === 1
}
