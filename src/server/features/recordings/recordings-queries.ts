import type {
  RecordingDetail,
  RecordingRow,
  RecordingsAnswer,
  RecordingsQuery,
  Rendition,
} from '#contract/recordings.ts'
import { isInstant } from '#domain/calendar/due-at.ts'
import { DOUBT_SENTENCES, type Doubt } from '#domain/recording/doubts.ts'
import { hoursLate } from '#domain/recording/store-term.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { isId } from '#server/ids.ts'
import { listAnnounced } from './announced-queries.ts'

const PAGE = 30
const UNBOUND = 'NOT EXISTS (SELECT FROM app.standing_bindings b WHERE b.recording_id = r.id)'
const personOf = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) END`

/** Whoever took or brought a recording, or works on a case it belongs to, sees its small picture in lists. $2 is the viewer. */
export const SEES_POSTER = `(r.stored_by = $2 OR r.officer_id = $2 OR EXISTS (
  SELECT FROM app.recordings_of_cases b JOIN app.case_people c ON c.case_id = b.case_id
  WHERE b.recording_id = r.id AND c.person_id = $2))`

const COLUMNS = `r.id, r.file_name AS "fileName", r.medium, f.media_type AS "mediaType", f.size, r.captured_at AS "capturedAt",
  r.stored_at AS "storedAt", r.due_at AS "dueAt", r.place, r.source, r.doubts, r.said_case AS "saidCase",
  CASE WHEN d.id IS NULL THEN NULL ELSE jsonb_build_object('id', d.id, 'code', d.code, 'kind', d.kind) END AS device,
  ${personOf('o')} AS officer, ${personOf('s')} AS "storedBy",
  coalesce((SELECT jsonb_agg(jsonb_build_object('caseId', b.case_id, 'caseName', c.name, 'run', b.run_id, 'scene', b.scene)
      ORDER BY b.bound_at) FROM app.standing_bindings b JOIN app.cases c ON c.id = b.case_id WHERE b.recording_id = r.id),
    '[]') AS bindings,
  n.state, n.sentence, n.probe, n.poster_sha256 IS NOT NULL AS "hasPoster", n.strip_sha256 IS NOT NULL AS "hasStrip",
  CASE WHEN n.web_sha256 IS NULL THEN NULL WHEN n.web_sha256 = r.sha256 THEN 'original' ELSE 'made' END AS web,
  n.poster_sha256 IS NOT NULL AND ${SEES_POSTER} AS "showsPoster"`
const TABLES = `app.recordings r JOIN app.blobs f ON f.sha256 = r.sha256
  LEFT JOIN app.devices d ON d.id = r.device_id LEFT JOIN app.people o ON o.id = r.officer_id
  LEFT JOIN app.people s ON s.id = r.stored_by LEFT JOIN app.renditions n ON n.sha256 = r.sha256`

type Probe = Partial<Pick<Rendition, 'durationMs' | 'width' | 'height' | 'fps' | 'videoCodec' | 'audioCodec'>>
type Read = Omit<RecordingRow, 'hoursLate' | 'doubts' | 'rendition' | 'poster'> & {
  readonly doubts: readonly Doubt[]
  readonly state: Rendition['state'] | null
  readonly sentence: string | null
  readonly probe: Probe | null
  readonly hasPoster: boolean
  readonly hasStrip: boolean
  readonly web: Rendition['web']
  readonly showsPoster: boolean
}

/** The agency's recordings, the newest first, thirty a page. */
export async function listRecordings(ctx: RequestContext, query: RecordingsQuery): Promise<RecordingsAnswer | Refused> {
  const after = readToken(query.after)
  if (after === undefined) return refused('invalid-input', '翻页标记不对，请从第一页重新开始。')
  const { agencyId, personId } = ctx.actor
  const { only, device = null, officer = null, on = null } = query
  const { rows } = await ctx.db.query<Read>({
    name: `list-recordings-${only}`,
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE r.agency_id = $1 AND ${FILTERS[only]}
      AND ($3::uuid IS NULL OR r.device_id = $3) AND ($4::uuid IS NULL OR r.officer_id = $4)
      AND ($5::date IS NULL OR (r.captured_at >= $5::date - interval '8 hours' AND r.captured_at < $5::date + interval '16 hours'))
      AND ($6::timestamptz IS NULL OR (r.captured_at, r.id) < ($6, $7::uuid))
      ORDER BY r.captured_at DESC, r.id DESC LIMIT ${PAGE + 1}`,
    values: [agencyId, personId, device, officer, on, ...after],
  })
  const shown = rows.slice(0, PAGE)
  const [counts, announced] = await Promise.all([countRecordings(ctx), listAnnounced(ctx)])
  ctx.audit({ detail: { ...query, found: shown.length } })
  const next = rows.length > PAGE ? tokenOf(shown.at(-1)) : null
  return { rows: shown.map(toRow), counts, announced, next }
}

const tokenOf = (last: Read | undefined): string | null => (last ? `${last.capturedAt}_${last.id}` : null)

/** Where the page begins; undefined when a token is none of ours. */
function readToken(token: string | undefined): readonly [string, string] | readonly [null, null] | undefined {
  if (token === undefined) return [null, null]
  const [capturedAt = '', id = ''] = token.split('_')
  return isInstant(capturedAt) && isId(id) ? [capturedAt, id] : undefined
}

const FILTERS: Readonly<Record<RecordingsQuery['only'], string>> = {
  all: 'true',
  unbound: UNBOUND,
  late: 'r.stored_at > r.due_at',
  doubtful: `r.doubts <> '{}'`,
}

async function countRecordings({ db, actor }: RequestContext): Promise<RecordingsAnswer['counts']> {
  const { rows } = await db.query<RecordingsAnswer['counts']>({
    name: 'count-recordings',
    text: `SELECT count(*) AS "all", count(*) FILTER (WHERE ${UNBOUND}) AS unbound,
        count(*) FILTER (WHERE r.stored_at > r.due_at) AS late, count(*) FILTER (WHERE r.doubts <> '{}') AS doubtful
      FROM app.recordings r WHERE r.agency_id = $1`,
    values: [actor.agencyId],
  })
  return rows[0] ?? { all: 0, unbound: 0, late: 0, doubtful: 0 }
}

type ReadDetail = Read & Pick<RecordingDetail, 'sha256' | 'sm3' | 'waveform'>

/** One recording of the agency; what it shows is seen elsewhere, after a viewing is written down. */
export async function readRecording(ctx: RequestContext, id: string): Promise<RecordingDetail | Refused> {
  const { rows } = await ctx.db.query<ReadDetail>({
    name: 'read-recording',
    text: `SELECT ${COLUMNS}, r.sha256, f.sm3, n.waveform FROM ${TABLES} WHERE r.agency_id = $1 AND r.id = $3`,
    values: [ctx.actor.agencyId, ctx.actor.personId, id],
  })
  const [read] = rows
  if (!read) return notFound('音像记录')
  ctx.audit({ subject: `recording:${id}` })
  const { sha256, sm3, waveform } = read
  return { ...toRow(read), sha256, sm3, waveform }
}

function toRow(read: Read): RecordingRow {
  const { doubts, state, sentence, probe, hasPoster, hasStrip, web, showsPoster, ...row } = read
  return {
    ...row,
    hoursLate: row.dueAt === null ? null : hoursLate(row.dueAt, row.storedAt),
    doubts: doubts.map((doubt) => DOUBT_SENTENCES[doubt]),
    rendition: { ...NOTHING_KNOWN, ...probe, state: state ?? 'waiting', sentence, hasPoster, hasStrip, web },
    poster: showsPoster ? `/api/recordings/${row.id}/poster` : null,
  }
}

const NOTHING_KNOWN = { durationMs: null, width: null, height: null, fps: null, videoCodec: null, audioCodec: null }
