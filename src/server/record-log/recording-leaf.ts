import { randomBytes } from 'node:crypto'
import { SALT_LENGTH, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import { type RecordingContent, recordingContent, recordingSubject } from '#domain/record-log/recording-content.ts'
import { sha256 } from './ed25519.ts'
import type { Sender } from './log-rows.ts'

/** Writes the leaf of a recording; in the transaction that inserts its row, so that neither is ever without the other. */
export async function keepRecordingLeaf(tx: Sender, content: RecordingContent): Promise<void> {
  const salt = randomBytes(SALT_LENGTH)
  const digest = saltedDigest(sha256, salt, Buffer.from(recordingContent(content)))
  await tx.query({
    name: 'recording-leaf',
    text: `INSERT INTO app.leaves (kind, subject, salt, digest) VALUES ('recording', $1, $2, $3)`,
    values: [recordingSubject(content.recording), salt, digest],
  })
}

/** What was sealed of a recording, made again from its rows; undefined when there is none. */
export async function findRecordingContent(db: Sender, recording: string): Promise<RecordingContent | undefined> {
  const { rows } = await db.query<RecordingContent>({
    name: 'recording-content',
    text: `SELECT ${RECORDING_PARTS} FROM app.recordings r JOIN app.blobs b ON b.sha256 = r.sha256 WHERE r.id = $1`,
    values: [recording],
  })
  return rows[0]
}

/** The columns of `RecordingContent`, of `app.recordings r` and `app.blobs b`. */
export const RECORDING_PARTS = `r.id AS recording, b.sha256, b.sm3, b.size, r.device_id AS device, r.officer_id AS officer,
  r.captured_at AS "capturedAt", r.stored_at AS "storedAt"`
