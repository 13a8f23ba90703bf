import type { DocumentData } from '#domain/document/merge-data.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import type { Typesetter } from './typesetter.ts'

export type TypesetContext = Pick<Context, 'db' | 'blobs' | 'clock'> & { readonly typesetter: Typesetter }

type Row = { readonly data: DocumentData; readonly isTypeset: boolean }

/**
 * Typesets an issued document and keeps the file. May be run again after a crash: a document has one file for good, and the same
 * data give the same bytes. Rejects with TypesettingError.
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
  const kept = await db.query({
    name: 'document-file-keep',
    text: `INSERT INTO app.document_files (document_id, sha256, pages, size, sealed_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (document_id) DO NOTHING`,
    values: [documentId, sha256, pageCount, pdf.length, clock.now()],
  })
  return kept.rowCount === 1 ? 'kept' : 'known'
}
