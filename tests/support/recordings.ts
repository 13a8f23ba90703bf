import { createHash } from 'node:crypto'
import { sniffMedia } from '#domain/evidence/sniff-media.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import { newId } from '#server/ids.ts'
import type { TestDesk } from './desk.ts'

export type MadeRecording = {
  readonly bytes: Uint8Array
  readonly medium: 'photo' | 'audio' | 'video'
  readonly fileName?: string
  /** Login of who uploaded it; nobody for what a docking station took. */
  readonly by?: string
  readonly capturedAt?: string
  /** What the probe found: `durationMs`, `width`, `height`, `audioCodec`. */
  readonly probe?: Readonly<Record<string, unknown>>
  readonly waveform?: readonly number[]
  readonly caseId?: string
}

/** A recording as the intake leaves it, of the demo's market bureau; bound when a case is named. Answers its id. */
export async function makeRecording(desk: TestDesk, made: MadeRecording): Promise<string> {
  const { owner } = desk.database
  const at = desk.context.clock.now().toISOString()
  const { sha256, sm3 } = await storeBytes(desk.context.blobs, newId(), made.bytes)
  await owner.query({
    text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    values: [sha256, sm3, made.bytes.length, sniffMedia(made.bytes.subarray(0, 512)), at],
  })
  const id = newId()
  await owner.query({
    text: `INSERT INTO app.recordings (id, agency_id, sha256, medium, file_name, captured_at, source, stored_at, stored_by)
      SELECT $1, p.agency_id, $2, $3, $4, $5, 'desk', $6, CASE WHEN $7 THEN p.id END
      FROM app.people p JOIN app.accounts a ON a.person_id = p.id WHERE a.login = $8`,
    values: [
      ...[id, sha256, made.medium, made.fileName ?? '现场记录', made.capturedAt ?? at, at],
      ...[made.by !== undefined, made.by ?? 'lin'],
    ],
  })
  if (made.probe)
    await owner.query({
      text: `INSERT INTO app.renditions (sha256, state, probe, waveform, web_sha256, made_at) VALUES ($1, 'ready', $2, $3, $1, $4)
        ON CONFLICT DO NOTHING`,
      values: [sha256, JSON.stringify(made.probe), made.waveform ? JSON.stringify(made.waveform) : null, at],
    })
  if (made.caseId) await bindRecording(desk, id, made.caseId)
  return id
}

/** As the event of the case would write it. */
export async function bindRecording(desk: TestDesk, recordingId: string, caseId: string): Promise<void> {
  await desk.database.owner.query({
    text: `INSERT INTO app.recording_bindings (recording_id, case_id, run_id, scene, bound_by, bound_at)
      SELECT $1, $2, 'main', 'on-site', a.person_id, now() FROM app.accounts a WHERE a.login = 'lin'`,
    values: [recordingId, caseId],
  })
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
