/** What a recording can be taken with; fixed ones have a place instead of a holder. */
export const DEVICE_KINDS = ['recorder', 'phone', 'fixed-camera', 'counter-camera', 'monitor'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** How densely an agency is equipped, from the most to the least (配备类别). */
export const DEVICE_CLASSES = ['A', 'B', 'C'] as const
export type DeviceClass = (typeof DEVICE_CLASSES)[number]

export const DEVICE_KIND_TITLES: Readonly<Record<DeviceKind, string>> = {
  recorder: '执法记录仪',
  phone: '执法手机',
  'fixed-camera': '固定摄像机',
  'counter-camera': '窗口摄像机',
  monitor: '电子技术监控设备',
}

/** Whether a device is carried by somebody, or hangs in a place and is held by nobody. */
export const isCarried = (kind: DeviceKind): boolean => kind === 'recorder' || kind === 'phone'
