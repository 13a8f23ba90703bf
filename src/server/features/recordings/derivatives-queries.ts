import type { Derivative } from '#contract/derivatives.ts'
import type { Queryable } from '#server/db/database.ts'
import type { StoredContent } from '#server/features/evidence/index.ts'
import { derivedName } from './derived-name.ts'

/** A stored file by its digest, under a name for people; undefined when it is not registered. */
export async function findBlob(db: Queryable, sha256: string, fileName: string): Promise<StoredContent | undefined> {
  const { rows } = await db.query<{ size: number; mediaType: string }>({
    name: 'find-blob',
    text: `SELECT size, media_type AS "mediaType" FROM app.blobs WHERE sha256 = $1`,
    values: [sha256],
  })
  return rows[0] && { ...rows[0], sha256, fileName }
}

/** The result of a clip or redaction of this recording, once it is made; a marked copy is only for whom it names. */
export async function findDerivedFile(
  db: Queryable,
  id: string,
  recordingId: string,
): Promise<StoredContent | undefined> {
  const { rows } = await db.query<StoredContent & { kind: 'clip' | 'redaction' }>({
    name: 'find-derived-file',
    text: `SELECT b.sha256, b.size, b.media_type AS "mediaType", r.file_name AS "fileName", d.kind
      FROM app.derivatives d JOIN app.recordings r ON r.id = d.recording_id JOIN app.blobs b ON b.sha256 = d.result_sha256
      WHERE d.id = $1 AND d.recording_id = $2 AND d.kind <> 'watermark'`,
    values: [id, recordingId],
  })
  const [row] = rows
  return row && { ...row, fileName: derivedName(row.fileName, row.kind, row.mediaType) }
}

/** Clips and redactions of a recording, the newest first. */
export async function listDerivatives(db: Queryable, recordingId: string): Promise<readonly Derivative[]> {
  const { rows } = await db.query<Derivative>({
    name: 'list-derivatives',
    text: `SELECT d.id, d.kind, d.parent_id AS of, d.parent_sha256 AS "parentSha256", d.recipe, d.reason, p.name AS by,
        d.asked_at AS "askedAt", d.state, d.sentence, b.sha256, b.sm3, b.size, b.media_type AS "mediaType"
      FROM app.derivatives d JOIN app.people p ON p.id = d.made_by LEFT JOIN app.blobs b ON b.sha256 = d.result_sha256
      WHERE d.recording_id = $1 AND d.kind <> 'watermark' ORDER BY d.asked_at DESC, d.id DESC LIMIT 200`,
    values: [recordingId],
  })
  return rows
}
