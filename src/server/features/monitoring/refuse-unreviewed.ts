import { MONITORING_BASIS } from '#domain/monitoring/device-approval.ts'
import type { Tx } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'

type Wanted = {
  readonly agencyId: string
  readonly sha256?: string | undefined
  readonly recording?: string | undefined
}

/** What a monitoring device has recorded is evidence only after a person has passed it, however it comes into the case (处罚法第四十一条第二款). */
export async function refuseUnreviewed(tx: Tx, { agencyId, sha256, recording }: Wanted): Promise<Refused | undefined> {
  if (sha256 === undefined && recording === undefined) return undefined
  const { rows } = await tx.query<{ fileName: string; passed: boolean | null }>({
    name: 'unreviewed-record',
    text: `SELECT r.file_name AS "fileName", v.passed
      FROM app.recordings r JOIN app.devices d ON d.id = r.device_id AND d.kind = 'monitor'
      LEFT JOIN app.monitoring_reviews v ON v.recording_id = r.id
      WHERE r.agency_id = $1 AND (r.sha256 = $2 OR r.id = $3) AND v.passed IS DISTINCT FROM true`,
    values: [agencyId, sha256 ?? null, recording ?? null],
  })
  const [record] = rows
  if (!record) return undefined
  const why = record.passed === null ? '还没有经过审核' : '经审核不符合真实、清晰、完整、准确的要求'
  const what = record.passed === null ? '；请先在“非现场”里审核' : ''
  return refused('gate-closed', `监控记录“${record.fileName}”${why}，不得作为证据${what}。`, {
    basis: MONITORING_BASIS.record,
  })
}
