import { type FormEvent, useState } from 'react'
import type { Device } from '#contract/devices.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { HolderField } from './holder-field.tsx'
import { useDeviceChange } from './use-device-change.ts'

const TITLES = { holder: '交给谁', fromOn: '从哪一天起' }
type Props = { readonly device: Device; readonly onClose: () => void }

/** From which day on who holds a device. */
export function HandOverForm({ device, onClose }: Props) {
  const [holder, setHolder] = useState('')
  const [fromOn, setFromOn] = useState(today())
  const { errors, isBusy, change } = useDeviceChange(Object.keys(TITLES), onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { holder: holder || null, fromOn }
    void change({
      path: `/api/devices/${device.id}/hand-over`,
      body,
      version: device.version,
      told: `已移交：${device.code}`,
    })
  }
  return (
    <form className="device-form" onSubmit={submit} aria-label={`移交${device.code}`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <HolderField
        pointer="holder"
        title={TITLES.holder}
        errors={errors.fields.holder}
        value={holder}
        onChange={setHolder}
      />
      <DateField
        hasTime={false}
        pointer="fromOn"
        title={TITLES.fromOn}
        errors={errors.fields.fromOn}
        value={fromOn}
        onChange={setFromOn}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          移交
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不移交
        </button>
      </div>
    </form>
  )
}
