import type { RenditionAnswer, ViewedRecordingAnswer, ViewingAnswer } from '#contract/viewings.ts'
import { mayView, type ViewGround } from '#domain/recording/may-view.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import type { Queryable } from '#server/db/database.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { copyOf } from './copies.ts'
import type { Admitted } from './load-viewed.ts'
import { measuredOf, type Probe } from './measured.ts'
import type { NewViewing } from './viewings-store.ts'

type Row = ViewedRecordingAnswer & {
  readonly state: RenditionAnswer['state']
  readonly sentence: string | null
  readonly probe: Probe
  readonly hasWeb: boolean
  readonly hasPoster: boolean
  readonly hasStrip: boolean
  readonly hasWaveform: boolean
}

/** A viewing with what its player shows. */
export async function viewingAnswer(
  ctx: RequestContext,
  db: Queryable,
  viewing: NewViewing,
  { recording, ground }: Admitted,
): Promise<ViewingAnswer> {
  const { state, sentence, probe, hasWeb, hasPoster, hasStrip, hasWaveform, ...about } = await readRow(db, recording.id)
  const now = ctx.clock.now().toISOString()
  const mayCopy = recording.viewer !== null && mayView(recording, recording.viewer, 'download', now).ok
  return {
    id: viewing.id,
    purpose: viewing.purpose,
    ground: groundTitle(ground),
    begunAt: viewing.begunAt,
    expiresAt: viewing.expiresAt,
    copy: await copyOf(db, viewing),
    mayWork: mayCopy && ground.by !== 'access',
    mayCopy,
    recording: about,
    rendition: { state, sentence, ...measuresOf(about.medium, probe), hasWeb, hasPoster, hasStrip, hasWaveform },
  }
}

function measuresOf(medium: Row['medium'], probe: Probe) {
  const { durationMs = null, width = null, height = null } = probe
  return { durationMs, width, height, hasSound: measuredOf(medium, probe).hasSound }
}

/** In words, as the player says it. */
function groundTitle(ground: ViewGround): string {
  if (ground.by === 'case') return ground.as
  if (ground.by === 'demonstration') return `规范演示：${sceneOf(ground.scene).title}`
  return ground.by === 'access' ? '调阅' : '自己上传，尚未归案'
}

async function readRow(db: Queryable, id: string): Promise<Row> {
  const { rows } = await db.query<Row>({
    name: 'read-viewed-recording',
    text: `SELECT r.id, r.medium, r.file_name AS "fileName", b.media_type AS "mediaType", b.size, b.sha256, b.sm3,
        r.captured_at AS "capturedAt", r.place, d.code AS device, o.name AS officer, r.stored_at AS "storedAt",
        s.name AS "storedBy", coalesce(n.state, 'none') AS state, n.sentence, coalesce(n.probe, '{}') AS probe, n.web_sha256 IS NOT NULL AS "hasWeb",
        n.poster_sha256 IS NOT NULL AS "hasPoster", n.strip_sha256 IS NOT NULL AS "hasStrip",
        EXISTS (SELECT FROM app.leaves l JOIN app.log_entries e ON e.leaf_id = l.id
          WHERE l.kind = 'recording' AND l.subject = 'recording:' || r.id) AS "hasReceipt",
        coalesce(jsonb_typeof(n.waveform) <> 'null', false) AS "hasWaveform",
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.id) FROM app.cases c WHERE c.id IN
          (SELECT x.case_id FROM app.recordings_of_cases x WHERE x.recording_id = r.id)), '[]') AS cases,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'fileName', o.file_name, 'medium', o.medium,
            'capturedAt', to_char(o.captured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY o.captured_at, o.id)
          FROM app.recordings o WHERE o.id <> r.id AND o.agency_id = r.agency_id AND EXISTS (SELECT FROM app.standing_bindings a
            JOIN app.standing_bindings b ON b.case_id = a.case_id WHERE a.recording_id = r.id AND b.recording_id = o.id)), '[]') AS siblings
      FROM app.recordings r JOIN app.blobs b ON b.sha256 = r.sha256
      LEFT JOIN app.renditions n ON n.sha256 = r.sha256
      LEFT JOIN app.devices d ON d.id = r.device_id
      LEFT JOIN app.people o ON o.id = r.officer_id LEFT JOIN app.people s ON s.id = r.stored_by
      WHERE r.id = $1`,
    values: [id],
  })
  const [row] = rows
  if (!row) throw new Error(`recording ${id} was admitted and is not there`)
  return row
}
