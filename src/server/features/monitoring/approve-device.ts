import type { DeviceApprovalInput, DeviceApprovalsAnswer } from '#contract/monitoring.ts'
import { MONITORING_BASIS } from '#domain/monitoring/device-approval.ts'
import type { Queryable } from '#server/db/database.ts'
import { publishMonitors } from '#server/features/disclosure/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { listApprovals } from './monitoring-queries.ts'

/** Notes what a device stands on from a day on; what was noted before stays. */
export async function approveDevice(
  ctx: RequestContext,
  deviceId: string,
  input: DeviceApprovalInput,
): Promise<DeviceApprovalsAnswer | Refused> {
  ctx.audit({ subject: `device:${deviceId}`, detail: { ...input } })
  return idempotent(ctx, async (tx) => {
    const kind = await kindOf(tx, deviceId, ctx.actor.agencyId)
    if (kind === undefined) return notFound('设备')
    const wrong = refuse(kind, input)
    if (wrong) return wrong
    const { legalNumber, technicalNumber, standard, sign, place, publishedOn, publishedWhere, fromOn, untilOn } = input
    await tx.query({
      text: `INSERT INTO app.device_approvals (id, device_id, legal_number, technical_number, standard, sign, place, published_on,
          published_where, from_on, until_on, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values: [
        ...[
          newId(),
          deviceId,
          legalNumber,
          technicalNumber,
          standard,
          sign,
          place,
          publishedOn,
          publishedWhere,
          fromOn,
        ],
        ...[untilOn, ctx.actor.personId, ctx.clock.now().toISOString()],
      ],
    })
    await publishMonitors(tx)
    return { approvals: await listApprovals(tx, deviceId) }
  })
}

/** What a device of the agency stands on, the newest first. */
export async function readApprovals(ctx: RequestContext, deviceId: string): Promise<DeviceApprovalsAnswer | Refused> {
  const kind = await kindOf(ctx.db, deviceId, ctx.actor.agencyId)
  return kind === undefined ? notFound('设备') : { approvals: await listApprovals(ctx.db, deviceId) }
}

async function kindOf(db: Queryable, id: string, agencyId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ kind: string }>({
    name: 'kind-of-device',
    text: 'SELECT kind FROM app.devices WHERE id = $1 AND agency_id = $2',
    values: [id, agencyId],
  })
  return rows[0]?.kind
}

function refuse(kind: string, { publishedOn, fromOn, untilOn }: DeviceApprovalInput): Refused | undefined {
  if (kind !== 'monitor')
    return refused('conflict', '只有电子技术监控设备要登记审核和公布；执法记录仪等由人操作，不必登记。')
  const basis = MONITORING_BASIS.device
  if (publishedOn > fromOn)
    return wrongDay('/publishedOn', '设置地点应当在使用以前公布，公布日期不能晚于起用日期。', basis)
  if (untilOn !== null && untilOn < fromOn) return wrongDay('/untilOn', `终止日期不能早于起用日期 ${fromOn}。`, basis)
  return undefined
}

function wrongDay(pointer: string, sentence: string, basis: string): Refused {
  return refused('invalid-input', undefined, { basis, errors: [{ pointer, sentence }] })
}
