import { insertBlob, type NewBlob } from '#server/blobs/blob-rows.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import type { UploadIntent } from './upload-metadata.ts'

export type NewUpload = UploadIntent & {
  readonly id: string
  readonly ownerId: string
  readonly agencyId: string
  readonly size: number
  readonly createdAt: string
  readonly expiresAt: string
}

/** Writes a new upload; false when the case does not exist or is another agency's. */
export async function insertUpload(tx: Tx, upload: NewUpload): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'insert-upload',
    text: `INSERT INTO app.uploads (id, owner_id, agency_id, case_id, file_name, size, declared_sha256, created_at, expires_at,
        purpose, about)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
      WHERE $10 = 'recording' OR EXISTS (SELECT FROM app.cases c WHERE c.id = $4 AND c.agency_id = $3)`,
    values: [
      upload.id,
      upload.ownerId,
      upload.agencyId,
      upload.purpose === 'evidence' ? upload.caseId : null,
      upload.fileName,
      upload.size,
      upload.declaredSha256 ?? null,
      upload.createdAt,
      upload.expiresAt,
      upload.purpose,
      upload.purpose === 'recording' ? JSON.stringify(upload.about) : null,
    ],
  })
  return rowCount === 1
}

/** Says how far an upload has come; only sizes that were synced to the disk. */
export async function recordStoredSize(db: Queryable, id: string, size: number): Promise<void> {
  await db.query({
    name: 'record-stored-size',
    text: `UPDATE app.uploads SET stored_size = $2 WHERE id = $1 AND state = 'receiving'`,
    values: [id, size],
  })
}

export type CompleteFile = NewBlob & { readonly id: string }

/** Names the bytes of an upload that is complete; from here on it can only become finished. */
export async function markStoring(tx: Tx, file: CompleteFile): Promise<void> {
  await tx.query(insertBlob(file))
  await tx.query({
    name: 'mark-upload-storing',
    text: `UPDATE app.uploads SET state = 'storing', sha256 = $2, stored_size = size WHERE id = $1 AND state = 'receiving'`,
    values: [file.id, file.sha256],
  })
}

/** True when this call finished the upload, false when it was finished before. */
export async function markFinished(tx: Tx, id: string, at: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'mark-upload-finished',
    text: `UPDATE app.uploads SET state = 'finished', finished_at = $2 WHERE id = $1 AND state = 'storing'`,
    values: [id, at],
  })
  return rowCount === 1
}

/** Ends an upload that brought no file; false when it had ended or was complete before. */
export async function markEnded(
  tx: Queryable,
  id: string,
  state: 'refused' | 'discarded' | 'expired',
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'mark-upload-ended',
    text: `UPDATE app.uploads SET state = $2 WHERE id = $1 AND state = 'receiving'`,
    values: [id, state],
  })
  return rowCount === 1
}
