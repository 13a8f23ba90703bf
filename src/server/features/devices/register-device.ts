import type { Device, DeviceInput } from '#contract/devices.ts'
import { DEVICE_KIND_TITLES, isCarried } from '#domain/recording/device.ts'
import type { Tx } from '#server/db/database.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { findDevice, isOwnPerson } from './devices-queries.ts'
import { insertDevice, noteHolding } from './devices-store.ts'

/** Enters a device of the agency, with its first holder. */
export async function registerDevice(ctx: RequestContext, input: DeviceInput): Promise<Device | Refused> {
  const wrong = refuseShape(input)
  if (wrong) return wrong
  const { agencyId } = ctx.actor
  const id = newId()
  ctx.audit({ subject: `device:${id}`, detail: { code: input.code, holder: input.holder } })
  return idempotent(ctx, async (tx) => {
    if (input.holder !== null && !(await isOwnPerson(tx, input.holder, agencyId))) return strangeHolder()
    if (!(await insertDevice(tx, { ...input, id, agencyId }))) return codeTaken(input.code)
    await noteFirstHolder(ctx, tx, id, input)
    return (await findDevice(tx, id, agencyId)) ?? notFound('设备')
  })
}

async function noteFirstHolder(ctx: RequestContext, tx: Tx, deviceId: string, input: DeviceInput): Promise<void> {
  if (input.holder === null) return
  const [notedBy, notedAt] = [ctx.actor.personId, ctx.clock.now().toISOString()]
  await noteHolding(tx, { id: newId(), deviceId, holderId: input.holder, fromOn: input.fromOn, notedBy, notedAt })
}

function refuseShape({ kind, holder, place }: DeviceInput): Refused | undefined {
  if (isCarried(kind)) return undefined
  const title = DEVICE_KIND_TITLES[kind]
  const errors = [
    ...(holder === null ? [] : [{ pointer: '/holder', sentence: `${title}固定安装，不配发给人，请留空。` }]),
    ...(place === '' ? [{ pointer: '/place', sentence: `${title}固定安装，请写明安装地点。` }] : []),
  ]
  return errors.length > 0 ? refused('invalid-input', undefined, { errors }) : undefined
}

export const strangeHolder = (): Refused =>
  refused('invalid-input', undefined, {
    errors: [{ pointer: '/holder', sentence: '设备只能配发给本机关的人员。' }],
  })

const codeTaken = (code: string): Refused =>
  refused('conflict', `本机关已经有编号为“${code}”的设备；请核对机身编号，或者在清单里找到它。`, {
    errors: [{ pointer: '/code', sentence: '这个编号已经登记过。' }],
  })
