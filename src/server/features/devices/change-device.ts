import type { Device, HandOverInput, RetireInput } from '#contract/devices.ts'
import { isCarried } from '#domain/recording/device.ts'
import type { Tx } from '#server/db/database.ts'
import { publishMonitors } from '#server/features/disclosure/index.ts'
import { isRefused, notFound, type Refused, refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { findDevice, isOwnPerson } from './devices-queries.ts'
import { noteHolding, setHolder, setUntilOn } from './devices-store.ts'
import { strangeHolder } from './register-device.ts'

/** Hands a carried device to somebody else, or back into the store, from a day on. */
export async function handOver(ctx: RequestContext, id: string, input: HandOverInput): Promise<Device | Refused> {
  ctx.audit({ subject: `device:${id}`, detail: { ...input } })
  return changeDevice(ctx, id, async (tx, device) => {
    const wrong = refuseHandOver(device, input, ctx.clock.today())
    if (wrong) return wrong
    const { personId, agencyId } = ctx.actor
    if (input.holder !== null && !(await isOwnPerson(tx, input.holder, agencyId))) return strangeHolder()
    const [deviceId, holderId, notedAt] = [id, input.holder, ctx.clock.now().toISOString()]
    await noteHolding(tx, { id: newId(), deviceId, holderId, fromOn: input.fromOn, notedBy: personId, notedAt })
    return setHolder(tx, { id, agencyId, version: ctx.ifMatch ?? 0 }, input.holder)
  })
}

/** Takes a device out of use after a day; what it took before stays as it is. */
export async function retireDevice(ctx: RequestContext, id: string, input: RetireInput): Promise<Device | Refused> {
  ctx.audit({ subject: `device:${id}`, detail: { ...input } })
  return changeDevice(ctx, id, async (tx, device) => {
    if (device.untilOn !== null) return refused('conflict', `这台设备已经停用到 ${device.untilOn}，不必再停用。`)
    if (input.untilOn < device.fromOn) return wrongDay('/untilOn', `停用日期不能早于启用日期 ${device.fromOn}。`)
    if (input.untilOn > ctx.clock.today()) return wrongDay('/untilOn', '停用日期不能在今天以后；到了那天再停用。')
    const done = await setUntilOn(tx, { id, agencyId: ctx.actor.agencyId, version: ctx.ifMatch ?? 0 }, input.untilOn)
    await publishMonitors(tx)
    return done
  })
}

type Change = (tx: Tx, device: Device) => Promise<boolean | Refused>

async function changeDevice(ctx: RequestContext, id: string, change: Change): Promise<Device | Refused> {
  return idempotent(ctx, async (tx) => {
    const device = await findDevice(tx, id, ctx.actor.agencyId)
    if (!device) return notFound('设备')
    if (device.version !== ctx.ifMatch) return stale({ version: device.version, values: device })
    const done = await change(tx, device)
    return isRefused(done) ? done : answerChanged(ctx, tx, id, done)
  })
}

/** Not done: somebody else was quicker between the read and the write. */
async function answerChanged(ctx: RequestContext, tx: Tx, id: string, isDone: boolean): Promise<Device | Refused> {
  const now = await findDevice(tx, id, ctx.actor.agencyId)
  if (!now) return notFound('设备')
  return isDone ? now : stale({ version: now.version, values: now })
}

function refuseHandOver(device: Device, { fromOn }: HandOverInput, today: string): Refused | undefined {
  if (!isCarried(device.kind)) return refused('conflict', '固定安装的设备不配发给人，不必移交。')
  if (device.untilOn !== null) return refused('conflict', `这台设备已经停用（${device.untilOn}），不能再配发。`)
  if (fromOn > today) return wrongDay('/fromOn', '移交日期不能在今天以后；到了那天再移交。')
  const earliest = device.heldFromOn ?? device.fromOn
  if (fromOn < earliest) return wrongDay('/fromOn', `移交日期不能早于 ${earliest}，那天起的持有人已经记下。`)
  return undefined
}

const wrongDay = (pointer: string, sentence: string): Refused =>
  refused('invalid-input', undefined, { errors: [{ pointer, sentence }] })
