import type { Device } from '#contract/devices.ts'
import { isCarried } from '#domain/recording/device.ts'

export type DeviceForm = 'hand-over' | 'retire' | 'approval'
type Props = {
  readonly device: Device
  readonly open: DeviceForm | undefined
  readonly onOpen: (form: DeviceForm) => void
}

/** What can be done with a device that is in use; what cannot be done with its kind is not shown. */
export function DeviceButtons({ device: { code, kind }, open, onOpen }: Props) {
  const forms = [
    ...(isCarried(kind) ? [['hand-over', '移交'] as const] : []),
    ...(kind === 'monitor' ? [['approval', '审核和公布'] as const] : []),
    ['retire', '停用'] as const,
  ]
  return forms.map(([form, title]) => (
    <button
      key={form}
      type="button"
      className="button small"
      aria-expanded={open === form}
      onClick={() => onOpen(form)}
    >
      {title}
      <span className="unseen">{code}</span>
    </button>
  ))
}
