import { useState } from 'react'
import type { Device } from '#contract/devices.ts'
import { today } from '../../lib/clock.ts'
import { devicesQuery } from '../../lib/devices-query.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { HolderField } from './holder-field.tsx'

const TITLES = { holder: '交给谁', fromOn: '从哪一天起' }
type Props = { readonly device: Device; readonly onClose: () => void }

/** From which day on who holds a device. */
export function HandOverForm({ device, onClose }: Props) {
  const [holder, setHolder] = useState('')
  const [fromOn, setFromOn] = useState(today())
  const { errors, isBusy, change } = useRegisterChange(devicesQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = () => {
    const body = { holder: holder || null, fromOn }
    void change({
      path: `/api/devices/${device.id}/hand-over`,
      body,
      version: device.version,
      told: `已移交：${device.code}`,
    })
  }
  return (
    <RegisterForm
      label={`移交${device.code}`}
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="移交"
      leaves="不移交"
      className="device-form"
      onSubmit={submit}
      onClose={onClose}
    >
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
    </RegisterForm>
  )
}
