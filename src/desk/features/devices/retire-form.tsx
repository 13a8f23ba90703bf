import { type FormEvent, useState } from 'react'
import type { Device } from '#contract/devices.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { useDeviceChange } from './use-device-change.ts'

const TITLES = { untilOn: '最后使用的一天' }
type Props = { readonly device: Device; readonly onClose: () => void }

/** The last day of a device; what it took stays. */
export function RetireForm({ device, onClose }: Props) {
  const [untilOn, setUntilOn] = useState(today())
  const { errors, isBusy, change } = useDeviceChange(Object.keys(TITLES), onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const told = `已停用：${device.code}`
    void change({ path: `/api/devices/${device.id}/retire`, body: { untilOn }, version: device.version, told })
  }
  return (
    <form className="device-form" onSubmit={submit} aria-label={`停用${device.code}`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <DateField
        hasTime={false}
        pointer="untilOn"
        title={TITLES.untilOn}
        help="停用以后不能恢复；这一天以后拍的会标为疑点。"
        errors={errors.fields.untilOn}
        value={untilOn}
        onChange={setUntilOn}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          停用
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不停用
        </button>
      </div>
    </form>
  )
}
