import { z } from 'zod'
import { Device, DeviceInput, DevicesAnswer, HandOverInput, RetireInput } from '#contract/devices.ts'
import { CASE_READERS, EQUIPMENT } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { handOver, retireDevice } from './change-device.ts'
import { listDevices } from './devices-queries.ts'
import { registerDevice } from './register-device.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/devices',
    kind: 'json',
    summary: '本机关的音像记录设备，连同现在由谁持有',
    permission: CASE_READERS,
    audit: 'none:设备清单里没有案件和当事人',
    input: {},
    output: DevicesAnswer,
    handle: async (ctx) => ({ devices: await listDevices(ctx.db, ctx.actor.agencyId) }),
  }),
  route({
    method: 'POST',
    path: '/api/devices',
    kind: 'json',
    summary: '登记一台设备',
    permission: EQUIPMENT,
    audit: 'device-registered',
    status: 201,
    input: { body: DeviceInput },
    output: Device,
    handle: (ctx, { body }) => registerDevice(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/api/devices/:id/hand-over',
    kind: 'json',
    summary: '把设备移交给另一个人，或者收回',
    permission: EQUIPMENT,
    audit: 'device-handed-over',
    ifMatch: 'required',
    input: { params: ById, body: HandOverInput },
    output: Device,
    handle: (ctx, { params, body }) => handOver(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/devices/:id/retire',
    kind: 'json',
    summary: '停用设备；它记录过的不受影响',
    permission: EQUIPMENT,
    audit: 'device-retired',
    ifMatch: 'required',
    input: { params: ById, body: RetireInput },
    output: Device,
    handle: (ctx, { params, body }) => retireDevice(ctx, params.id, body),
  }),
]
