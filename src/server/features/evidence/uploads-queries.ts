import type { Queryable } from '#server/db/database.ts'
import { isId } from '#server/ids.ts'
import type { StoredContent } from './answer-content.ts'

export type UploadState = 'receiving' | 'storing' | 'finished' | 'taken' | 'refused' | 'discarded' | 'expired'

export type UploadRow = {
  readonly id: string
  readonly purpose: 'evidence' | 'recording'
  /** Null for a recording, which is of no case until somebody binds it. */
  readonly caseId: string | null
  readonly fileName: string
  readonly size: number
  readonly storedSize: number
  readonly declaredSha256: string | null
  readonly sha256: string | null
  readonly state: UploadState
  readonly createdAt: string
  readonly expiresAt: string
}

const COLUMNS = `id, purpose, case_id AS "caseId", file_name AS "fileName", size, stored_size AS "storedSize",
  declared_sha256 AS "declaredSha256", sha256, state, created_at AS "createdAt", expires_at AS "expiresAt"`

/** An upload of this person, or undefined: unknown, or somebody else's. */
export async function findOwnUpload(db: Queryable, id: string, ownerId: string): Promise<UploadRow | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await db.query<UploadRow>({
    name: 'find-own-upload',
    text: `SELECT ${COLUMNS} FROM app.uploads WHERE id = $1 AND owner_id = $2`,
    values: [id, ownerId],
  })
  return rows[0]
}

/** Uploads that can no longer be resumed, and those that stopped on their way into the store. */
export async function listOverdueUploads(db: Queryable, now: string): Promise<UploadRow[]> {
  const { rows } = await db.query<UploadRow>({
    text: `SELECT ${COLUMNS} FROM app.uploads
      WHERE state IN ('receiving', 'storing') AND expires_at <= $1 ORDER BY expires_at LIMIT 500`,
    values: [now],
  })
  return rows
}

/** Which of these uploads may still need their staged file. */
export async function listUnfinished(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>({
    text: `SELECT id FROM app.uploads WHERE id = ANY ($1::uuid[]) AND state IN ('receiving', 'storing')`,
    values: [ids.filter(isId)],
  })
  return new Set(rows.map(({ id }) => id))
}

export type EvidenceFile = StoredContent & { readonly sm3: string; readonly caseId: string }

/** A finished upload of a case of this agency, or undefined. */
export async function findEvidenceFile(db: Queryable, id: string, agencyId: string): Promise<EvidenceFile | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await db.query<EvidenceFile>({
    name: 'find-evidence-file',
    text: `SELECT b.sha256, b.sm3, b.size, b.media_type AS "mediaType", u.file_name AS "fileName", u.case_id AS "caseId"
      FROM app.uploads u JOIN app.blobs b ON b.sha256 = u.sha256 JOIN app.cases c ON c.id = u.case_id
      WHERE u.id = $1 AND c.agency_id = $2 AND u.state IN ('finished', 'taken')`,
    values: [id, agencyId],
  })
  return rows[0]
}

/** Cases that refer to this file and did not add it. */
export async function listReferring(db: Queryable, id: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ caseId: string }>({
    name: 'evidence-referring',
    text: 'SELECT case_id AS "caseId" FROM app.evidence_references WHERE upload_id = $1',
    values: [id],
  })
  return rows.map(({ caseId }) => caseId)
}
