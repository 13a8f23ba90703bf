import type { Queryable } from '#server/db/database.ts'

export type DecisionStatus = 'published' | 'withdrawn' | 'expired'
export type KeyedDocument = {
  readonly key: string
  readonly title: string
  readonly number: string | null
  readonly agencyName: string
  readonly issuedOn: string
  readonly status: 'valid' | 'void'
  readonly reason: string | null
  readonly fileSha256: string | null
  /** The decision that was published of it, if any. */
  readonly decisionId: string | null
  readonly decisionStatus: DecisionStatus | null
}

/** The document that bears this key. */
export async function findByKey(db: Queryable, key: string): Promise<KeyedDocument | undefined> {
  const { rows } = await db.query<KeyedDocument>({
    name: 'portal-document-key',
    text: `SELECT k.key, k.title, k.number, k.agency_name AS "agencyName", k.issued_on AS "issuedOn", k.status, k.reason,
        coalesce(k.file_sha256, r.file_sha256) AS "fileSha256", d.id AS "decisionId", d.status AS "decisionStatus"
      FROM published.document_keys k
      LEFT JOIN published.receipts r ON r.document_id = k.document_id
      LEFT JOIN published.decisions d ON d.id = r.decision_id
      WHERE k.key = $1`,
    values: [key],
  })
  return rows[0]
}

export type KnownDecision = { readonly id: string; readonly title: string; readonly status: DecisionStatus }

/** The published decision whose original is this file, or that a receipt is for. */
export async function findOriginal(
  db: Queryable,
  by: { readonly sha256: string } | { readonly documentId: string },
): Promise<KnownDecision | undefined> {
  const [column, value] = 'sha256' in by ? ['file_sha256', by.sha256] : ['document_id', by.documentId]
  const { rows } = await db.query<KnownDecision>({
    name: `portal-original-${column}`,
    text: `SELECT d.id, d.title, d.status FROM published.receipts r JOIN published.decisions d ON d.id = r.decision_id
      WHERE r.${column} = $1 LIMIT 1`,
    values: [value],
  })
  return rows[0]
}
