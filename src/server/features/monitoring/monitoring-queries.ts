import type { DeviceApproval, MonitoringAnswer, MonitoringQuery, MonitoringRecord } from '#contract/monitoring.ts'
import { officeDateOf } from '#domain/calendar/due-at.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { approvalOn } from '#domain/monitoring/device-approval.ts'
import type { Queryable } from '#server/db/database.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const PAGE = 20

const APPROVAL = `jsonb_build_object('id', a.id, 'publishedOn', a.published_on, 'fromOn', a.from_on, 'untilOn', a.until_on)`
const RECORD = `SELECT r.id, jsonb_build_object('id', d.id, 'code', d.code, 'place', d.place) AS device, r.file_name AS "fileName",
    b.media_type AS "mediaType", r.captured_at AS "capturedAt", r.place,
    (SELECT coalesce(jsonb_agg(${APPROVAL}), '[]') FROM app.device_approvals a WHERE a.device_id = d.id) AS approvals,
    CASE WHEN v.recording_id IS NOT NULL THEN jsonb_build_object('passed', v.passed, 'isTrue', v.is_true, 'isClear', v.is_clear,
      'isComplete', v.is_complete, 'isAccurate', v.is_accurate, 'words', v.words, 'by', p.name, 'at', v.reviewed_at) END AS review
  FROM app.recordings r JOIN app.devices d ON d.id = r.device_id AND d.kind = 'monitor' JOIN app.blobs b ON b.sha256 = r.sha256
  LEFT JOIN app.monitoring_reviews v ON v.recording_id = r.id LEFT JOIN app.people p ON p.id = v.reviewed_by
  WHERE r.agency_id = $1`

const ONLY: Readonly<Record<MonitoringQuery['only'], string>> = {
  waiting: 'v.recording_id IS NULL',
  passed: 'v.passed',
  failed: 'NOT v.passed',
  all: 'true',
}

type Held = { id: string; publishedOn: PlainDate; fromOn: PlainDate; untilOn: PlainDate | null }
type Row = Omit<MonitoringRecord, 'deviceProblem' | 'capturedAt'> & {
  readonly capturedAt: Date | string
  readonly approvals: readonly Held[]
}
export type RecordOnDay = MonitoringRecord & { readonly approval: string | null }

/** Records of the agency's monitoring devices, the oldest first: each waits for a person. */
export async function listRecords(ctx: RequestContext, { only, after }: MonitoringQuery): Promise<MonitoringAnswer> {
  const { agencyId } = ctx.actor
  const { rows } = await ctx.db.query<Row>({
    text: `${RECORD} AND ${ONLY[only]} AND ($2::uuid IS NULL OR (r.captured_at, r.id) > (
        SELECT x.captured_at, x.id FROM app.recordings x WHERE x.id = $2 AND x.agency_id = $1))
      ORDER BY r.captured_at, r.id LIMIT ${PAGE + 1}`,
    values: [agencyId, after ?? null],
  })
  const counted = await ctx.db.query<MonitoringAnswer['counts']>({
    name: 'count-monitoring',
    text: `SELECT count(*) FILTER (WHERE v.recording_id IS NULL)::int AS waiting, count(*) FILTER (WHERE v.passed)::int AS passed,
        count(*) FILTER (WHERE NOT v.passed)::int AS failed
      FROM app.recordings r JOIN app.devices d ON d.id = r.device_id AND d.kind = 'monitor'
      LEFT JOIN app.monitoring_reviews v ON v.recording_id = r.id WHERE r.agency_id = $1`,
    values: [agencyId],
  })
  const shown = rows.slice(0, PAGE).map(onItsDay)
  const last = shown.at(-1)
  return {
    records: shown.map(({ approval: _, ...record }) => record),
    counts: counted.rows[0] ?? { waiting: 0, passed: 0, failed: 0 },
    next: rows.length > PAGE && last ? last.id : null,
  }
}

export async function findRecord(db: Queryable, id: string, agencyId: string): Promise<RecordOnDay | undefined> {
  const { rows } = await db.query<Row>({
    name: 'find-monitoring-record',
    text: `${RECORD} AND r.id = $2`,
    values: [agencyId, id],
  })
  return rows[0] && onItsDay(rows[0])
}

/** The device is judged on the day of the record, not on the day of the review. */
function onItsDay({ approvals, capturedAt, ...row }: Row): RecordOnDay {
  const at = new Date(capturedAt).toISOString()
  const day = officeDateOf(at)
  const approval = approvalOn(approvals, day)
  const problem = `设备 ${row.device.code} 在 ${day} 没有经过法制审核和技术审核，或者设置地点没有公布，这条记录不能通过`
  return { ...row, capturedAt: at, deviceProblem: approval ? null : problem, approval: approval?.id ?? null }
}

export async function listApprovals(db: Queryable, deviceId: string): Promise<DeviceApproval[]> {
  const { rows } = await db.query<DeviceApproval>({
    name: 'list-device-approvals',
    text: `SELECT a.id, a.legal_number AS "legalNumber", a.technical_number AS "technicalNumber", a.standard, a.sign, a.place,
        a.published_on AS "publishedOn", a.published_where AS "publishedWhere", a.from_on AS "fromOn", a.until_on AS "untilOn",
        p.name AS "notedBy", to_char(a.noted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "notedAt"
      FROM app.device_approvals a JOIN app.people p ON p.id = a.noted_by WHERE a.device_id = $1 ORDER BY a.from_on DESC, a.noted_at DESC`,
    values: [deviceId],
  })
  return rows
}
