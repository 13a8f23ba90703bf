import { randomBytes } from 'node:crypto'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { SALT_LENGTH, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import { sha256 as sha256Of } from '#server/record-log/ed25519.ts'
import type { Typesetter } from './typesetter.ts'
import { verifyKeyOf } from './verify-address.ts'

export type TypesetContext = Pick<Context, 'db' | 'blobs' | 'clock'> & { readonly typesetter: Typesetter }

type Row = { readonly data: DocumentData; readonly isTypeset: boolean }

/**
 * Typesets an issued document and keeps the file, with its leaf for the record log and the key of its QR code in the same
 * statement. May be run again after a crash: a document has one file for good, and the same data give the same bytes.
 * Rejects with TypesettingError.
 */
export async function typesetIssued(context: TypesetContext, documentId: string): Promise<'kept' | 'known'> {
  const { db, blobs, clock, typesetter } = context
  const { rows } = await db.query<Row>({
    name: 'document-to-typeset',
    text: `SELECT d.data, f.document_id IS NOT NULL AS "isTypeset"
           FROM app.documents d LEFT JOIN app.document_files f ON f.document_id = d.id WHERE d.id = $1`,
    values: [documentId],
  })
  const document = rows[0]
  if (document === undefined) throw new Error(`没有编号为 ${documentId} 的文书`)
  if (document.isTypeset) return 'known'
  const { pdf, pageCount } = await typesetter.typeset(document.data)
  const { sha256 } = await storeBytes(blobs, newId(), pdf)
  const salt = randomBytes(SALT_LENGTH)
  const kept = await db.query({
    name: 'document-file-keep',
    text: `WITH kept AS (
        INSERT INTO app.document_files (document_id, sha256, pages, size, sealed_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (document_id) DO NOTHING RETURNING document_id),
      keyed AS (
        INSERT INTO published.document_keys (key, document_id, title, number, agency_name, issued_on, file_sha256)
        SELECT $8, d.id, $9, d.number, a.name, d.issued_on, $2
        FROM kept JOIN app.documents d ON d.id = kept.document_id JOIN app.agencies a ON a.id = d.agency_id
        WHERE $8::text IS NOT NULL)
      INSERT INTO app.leaves (case_id, kind, subject, salt, digest)
      SELECT d.case_id, 'document', 'document:' || d.id, $6, $7
      FROM kept JOIN app.documents d ON d.id = kept.document_id`,
    values: [
      ...[documentId, sha256, pageCount, pdf.length, clock.now(), salt, saltedDigest(sha256Of, salt, pdf)],
      ...[verifyKeyOf(document.data.document.verifyUrl) ?? null, document.data.document.title],
    ],
  })
  return kept.rowCount === 1 ? 'kept' : 'known'
}
