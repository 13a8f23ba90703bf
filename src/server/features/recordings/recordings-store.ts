import type { Doubt } from '#domain/recording/doubts.ts'
import type { Medium } from '#domain/recording/medium.ts'
import type { Tx } from '#server/db/database.ts'
import { awaitRendition } from '#server/features/renditions/index.ts'
import { findRecordingContent, keepRecordingLeaf } from '#server/record-log/recording-leaf.ts'

export type NewRecording = {
  readonly id: string
  readonly agencyId: string
  readonly sha256: string
  readonly medium: Medium
  readonly fileName: string
  readonly deviceId: string | null
  readonly officerId: string | null
  readonly capturedAt: string
  readonly place: string
  readonly source: 'desk' | 'docking-station'
  readonly uploadId: string | null
  readonly storedAt: string
  readonly storedBy: string | null
  readonly dueAt: string
  readonly doubts: readonly Doubt[]
  readonly saidCase: string
}

/**
 * Writes a recording with its leaf for the record log, or answers the one that the agency has of the same bytes; what is to
 * be played is made by a job.
 */
export async function insertRecording(tx: Tx, recording: NewRecording): Promise<{ id: string; isNew: boolean }> {
  const { rowCount } = await tx.query({
    name: 'insert-recording',
    text: `INSERT INTO app.recordings (id, agency_id, sha256, medium, file_name, device_id, officer_id, captured_at, place,
        source, upload_id, stored_at, stored_by, due_at, doubts, said_case)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      ON CONFLICT (agency_id, sha256) DO NOTHING`,
    values: valuesOf(recording),
  })
  if (rowCount === 1) {
    await keepLeaf(tx, recording.id)
    await awaitRendition(tx, recording.sha256)
    return { id: recording.id, isNew: true }
  }
  const known = await findKnown(tx, recording.agencyId, recording.sha256)
  if (known === undefined) throw new Error(`recording of ${recording.sha256} is neither new nor known`)
  return { id: known, isNew: false }
}

async function keepLeaf(tx: Tx, id: string): Promise<void> {
  const content = await findRecordingContent(tx, id)
  if (content === undefined) throw new Error(`recording ${id} is gone`)
  await keepRecordingLeaf(tx, content)
}

const valuesOf = (recording: NewRecording): readonly unknown[] => [
  recording.id,
  recording.agencyId,
  recording.sha256,
  recording.medium,
  recording.fileName,
  recording.deviceId,
  recording.officerId,
  recording.capturedAt,
  recording.place,
  recording.source,
  recording.uploadId,
  recording.storedAt,
  recording.storedBy,
  recording.dueAt,
  recording.doubts,
  recording.saidCase,
]

/** The recording that an agency has of these bytes. */
export async function findKnown(tx: Pick<Tx, 'query'>, agencyId: string, sha256: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'known-recording',
    text: 'SELECT id FROM app.recordings WHERE agency_id = $1 AND sha256 = $2',
    values: [agencyId, sha256],
  })
  return rows[0]?.id
}

export type WaitingUpload = {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
  readonly state: string
  readonly about: {
    readonly capturedAt: string
    readonly device: string | null
    readonly officer: string | null
    readonly place: string
  }
}

/** Uploads of recordings of this person, in whatever state, locked until the transaction ends. */
export async function lockUploads(tx: Tx, ids: readonly string[], ownerId: string): Promise<readonly WaitingUpload[]> {
  const { rows } = await tx.query<WaitingUpload>({
    name: 'lock-recording-uploads',
    text: `SELECT u.id, u.file_name AS "fileName", u.sha256, u.size, u.state, u.about, b.media_type AS "mediaType"
      FROM app.uploads u LEFT JOIN app.blobs b ON b.sha256 = u.sha256
      WHERE u.id = ANY ($1::uuid[]) AND u.owner_id = $2 AND u.purpose = 'recording' ORDER BY u.id FOR UPDATE OF u`,
    values: [ids, ownerId],
  })
  return rows
}

export async function markUploadsTaken(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query({
    name: 'take-recording-uploads',
    text: `UPDATE app.uploads SET state = 'taken' WHERE id = ANY ($1::uuid[]) AND state = 'finished'`,
    values: [ids],
  })
}

/** Remembers what a list names and what has not come; a second list changes nothing. */
export async function announceRecording(
  tx: Tx,
  announced: {
    readonly id: string
    readonly agencyId: string
    readonly sha256: string
    readonly fileName: string
    readonly deviceId: string
    readonly officerId: string | null
    readonly capturedAt: string
    readonly dueAt: string
    readonly at: string
  },
): Promise<void> {
  const { id, agencyId, sha256, fileName, deviceId, officerId, capturedAt, dueAt, at } = announced
  await tx.query({
    name: 'announce-recording',
    text: `INSERT INTO app.announced_recordings
        (id, agency_id, sha256, file_name, device_id, officer_id, captured_at, due_at, announced_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (agency_id, sha256) DO NOTHING`,
    values: [id, agencyId, sha256, fileName, deviceId, officerId, capturedAt, dueAt, at],
  })
}
