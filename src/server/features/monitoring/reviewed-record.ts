import type { Monitored } from '#domain/case/evidence.ts'
import { MONITORING_BASIS } from '#domain/monitoring/device-approval.ts'
import type { Tx } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'

type Wanted = {
  readonly agencyId: string
  readonly sha256?: string | undefined
  readonly recording?: string | undefined
}
type Row = Monitored & { readonly fileName: string; readonly passed: boolean | null }

/**
 * Which record of a monitoring device a file or a part of a recording is, if it is one at all. Such a record is evidence only after a
 * person has passed it, however it comes into the case (处罚法第四十一条第二款).
 */
export async function reviewedRecord(tx: Tx, wanted: Wanted): Promise<Monitored | Refused | undefined> {
  const { agencyId, sha256, recording } = wanted
  if (sha256 === undefined && recording === undefined) return undefined
  const { rows } = await tx.query<Row>({
    name: 'reviewed-record',
    text: `SELECT r.id AS recording, d.code AS device, to_char(r.captured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "capturedAt",
        r.file_name AS "fileName", v.passed
      FROM app.recordings r JOIN app.devices d ON d.id = r.device_id AND d.kind = 'monitor'
      LEFT JOIN app.monitoring_reviews v ON v.recording_id = r.id
      WHERE r.agency_id = $1 AND (r.sha256 = $2 OR r.id = $3) ORDER BY v.passed IS NOT DISTINCT FROM true, r.id`,
    values: [agencyId, sha256 ?? null, recording ?? null],
  })
  const [record] = rows
  if (!record) return undefined
  const { fileName, passed, ...monitored } = record
  if (passed === true) return monitored
  const why = passed === null ? '还没有经过审核' : '经审核不符合真实、清晰、完整、准确的要求'
  const what = passed === null ? '；请先在“非现场”里审核' : ''
  return refused('gate-closed', `监控记录“${fileName}”${why}，不得作为证据${what}。`, {
    basis: MONITORING_BASIS.record,
  })
}
