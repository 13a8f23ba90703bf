import type { Tx } from '#server/db/database.ts'

export type DocumentVoid = { readonly documentId: string; readonly reason: string; readonly at: Date }

/** Marks a document void, also for whoever follows its QR code, and keeps its number, which is never used again (作废留号). False when it was void already or is unknown. */
export async function voidDocument(tx: Tx, { documentId, reason, at }: DocumentVoid): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'document-void',
    text: `WITH voided AS (
        UPDATE app.documents SET voided_at = $2, void_reason = $3 WHERE id = $1 AND voided_at IS NULL RETURNING id),
      told AS (UPDATE published.document_keys SET status = 'void', reason = $3 WHERE document_id = (SELECT id FROM voided))
      SELECT id FROM voided`,
    values: [documentId, at, reason],
  })
  return rowCount === 1
}
