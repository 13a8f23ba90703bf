import { z } from 'zod'
import { DEVICE_CLASSES, DEVICE_KINDS } from '#domain/recording/device.ts'
import { Day } from './calendar-day.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()

export const DeviceInput = z.strictObject({
  code: typedText('设备编号', { max: 60 }).min(1, '请写明设备编号，例如机身上的编号'),
  kind: z.enum(DEVICE_KINDS),
  class: z.enum(DEVICE_CLASSES),
  model: typedText('型号', { max: 100 }).default(''),
  place: typedText('安装地点', { max: 200 }).default(''),
  holder: Id.nullable().default(null),
  fromOn: Day,
})
export type DeviceInput = z.infer<typeof DeviceInput>

/** From that day on somebody else, or nobody, holds the device. */
export const HandOverInput = z.strictObject({ holder: Id.nullable(), fromOn: Day })
export type HandOverInput = z.infer<typeof HandOverInput>

export const RetireInput = z.strictObject({ untilOn: Day })
export type RetireInput = z.infer<typeof RetireInput>

export const Device = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(DEVICE_KINDS),
  class: z.enum(DEVICE_CLASSES),
  model: z.string(),
  place: z.string(),
  holder: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Since when it stands with that holder, or in the store; null when nobody ever held it. */
  heldFromOn: z.string().nullable(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  /** How many recordings it has brought, and when the newest was taken. */
  recordings: z.number().int(),
  lastCapturedAt: z.string().nullable(),
  version: z.number().int(),
})
export type Device = z.infer<typeof Device>
export const DevicesAnswer = z.object({ devices: z.array(Device) })
export type DevicesAnswer = z.infer<typeof DevicesAnswer>
