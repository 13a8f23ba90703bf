import type { Queryable } from '#server/db/database.ts'

/** What proves a published decision. */
export type PublishedReceipt = {
  readonly index: number
  readonly signedAt: string
  /** Of the public original; null where the original names people and stays in the house. */
  readonly fileSha256: string | null
}

export async function findReceipt(db: Queryable, decisionId: string): Promise<PublishedReceipt | undefined> {
  const { rows } = await db.query<PublishedReceipt>({
    name: 'portal-receipt',
    text: `SELECT index, signed_at AS "signedAt", file_sha256 AS "fileSha256"
      FROM published.receipts WHERE decision_id = $1`,
    values: [decisionId],
  })
  return rows[0]
}

export type Proof = { readonly receipt: string; readonly fileSha256: string | null; readonly name: string }

/** The receipt itself, under the number of its decision. */
export async function readProof(db: Queryable, decisionId: string): Promise<Proof | undefined> {
  const { rows } = await db.query<Proof>({
    name: 'portal-proof',
    text: `SELECT r.receipt, r.file_sha256 AS "fileSha256", coalesce(d.number, d.kind) AS name
      FROM published.receipts r JOIN published.decisions d ON d.id = r.decision_id
      WHERE r.decision_id = $1 AND d.status = 'published'`,
    values: [decisionId],
  })
  return rows[0]
}
