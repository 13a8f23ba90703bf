import type { MonitoringRecord, ReviewRecordInput } from '#contract/monitoring.ts'
import { isSound, MONITORING_BASIS } from '#domain/monitoring/device-approval.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findRecord, type RecordOnDay } from './monitoring-queries.ts'

/** One person says of one record whether it is true, clear, complete and accurate (处罚法第四十一条第二款); once. */
export async function reviewRecord(
  ctx: RequestContext,
  id: string,
  input: ReviewRecordInput,
): Promise<MonitoringRecord | Refused> {
  ctx.audit({ subject: `recording:${id}`, detail: { ...input } })
  return idempotent(ctx, async (tx) => {
    const record = await findRecord(tx, id, ctx.actor.agencyId)
    if (!record) return notFound('监控记录')
    const wrong = refuse(record, input)
    if (wrong) return wrong
    const { isTrue, isClear, isComplete, isAccurate, words } = input
    const { rowCount } = await tx.query({
      text: `INSERT INTO app.monitoring_reviews (recording_id, is_true, is_clear, is_complete, is_accurate, approval_id, words,
          reviewed_by, reviewed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (recording_id) DO NOTHING`,
      values: [
        ...[id, isTrue, isClear, isComplete, isAccurate, record.approval, words],
        ...[ctx.actor.personId, ctx.clock.now().toISOString()],
      ],
    })
    if (rowCount !== 1) return reviewedBefore()
    const { approval: _, ...reviewed } = (await findRecord(tx, id, ctx.actor.agencyId)) ?? record
    return reviewed
  })
}

function refuse({ review, deviceProblem }: RecordOnDay, input: ReviewRecordInput): Refused | undefined {
  if (review) return reviewedBefore()
  if (deviceProblem === null || !isSound(input)) return undefined
  return refused('gate-closed', `${deviceProblem}。`, { basis: MONITORING_BASIS.device })
}

const reviewedBefore = (): Refused => refused('conflict', '这条记录已经审核过；每条记录审核一次，审核人和意见见清单。')
