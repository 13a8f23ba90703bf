import type { ViewPurpose } from '#domain/recording/may-view.ts'
import type { Queryable, Tx } from '#server/db/database.ts'

export type NewViewing = {
  readonly id: string
  readonly recordingId: string
  readonly personId: string
  readonly purpose: ViewPurpose
  readonly ground: string
  readonly begunAt: string
  readonly expiresAt: string
}

/** Written before the first byte can be asked for. */
export async function insertViewing(tx: Tx, viewing: NewViewing): Promise<void> {
  const { id, recordingId, personId, purpose, ground, begunAt, expiresAt } = viewing
  await tx.query({
    name: 'insert-viewing',
    text: `INSERT INTO app.viewings (id, recording_id, person_id, purpose, ground, begun_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, recordingId, personId, purpose, ground, begunAt, expiresAt],
  })
}

export type OpenViewing = NewViewing & {
  readonly medium: 'photo' | 'audio' | 'video'
  readonly fileName: string
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
  readonly posterSha256: string | null
  readonly stripSha256: string | null
  readonly webSha256: string | null
  readonly waveform: unknown
}

/** A viewing of this person, over or not; anybody else's does not exist for them. */
export async function findOwnViewing(db: Queryable, id: string, personId: string): Promise<OpenViewing | undefined> {
  const { rows } = await db.query<OpenViewing>({
    name: 'find-own-viewing',
    text: `SELECT v.id, v.recording_id AS "recordingId", v.person_id AS "personId", v.purpose, v.ground,
        v.begun_at AS "begunAt", v.expires_at AS "expiresAt", r.medium, r.file_name AS "fileName", b.sha256, b.size,
        b.media_type AS "mediaType", n.poster_sha256 AS "posterSha256", n.strip_sha256 AS "stripSha256",
        n.web_sha256 AS "webSha256", n.waveform
      FROM app.viewings v JOIN app.recordings r ON r.id = v.recording_id JOIN app.blobs b ON b.sha256 = r.sha256
      LEFT JOIN app.renditions n ON n.sha256 = r.sha256
      WHERE v.id = $1 AND v.person_id = $2`,
    values: [id, personId],
  })
  return rows[0]
}
