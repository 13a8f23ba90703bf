import type { PlainDate } from '../calendar/plain-date.ts'

export const DOUBTS = ['before-device', 'device-retired', 'held-by-another', 'held-by-nobody', 'no-officer'] as const
export type Doubt = (typeof DOUBTS)[number]

/** A doubt is told, not refused: what was recorded must come in, and somebody explains it afterwards. */
export const DOUBT_SENTENCES: Readonly<Record<Doubt, string>> = {
  'before-device': '拍摄当日这台设备还没有登记启用。',
  'device-retired': '拍摄当日这台设备已经停用。',
  'held-by-another': '拍摄当日这台设备由别人持有。',
  'held-by-nobody': '拍摄当日这台设备没有配发给任何人。',
  'no-officer': '没有写明由谁拍摄。',
}

export type DeviceOnDay = {
  readonly isCarried: boolean
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  /** Who held it on the day of the recording. */
  readonly holderId: string | null
}

/** What does not fit together about a recording on the day on which it was taken. */
export function doubtsOf(taken: {
  readonly on: PlainDate
  readonly officerId: string | null
  readonly device: DeviceOnDay | undefined
}): readonly Doubt[] {
  const { on, officerId, device } = taken
  const carried = device?.isCarried === true
  const found: readonly (readonly [Doubt, boolean])[] = [
    ['before-device', device !== undefined && on < device.fromOn],
    ['device-retired', device !== undefined && device.untilOn !== null && on > device.untilOn],
    ['held-by-another', carried && device.holderId !== null && officerId !== null && device.holderId !== officerId],
    ['held-by-nobody', carried && device.holderId === null],
    ['no-officer', officerId === null && (device === undefined || carried)],
  ]
  return found.filter(([, holds]) => holds).map(([doubt]) => doubt)
}
