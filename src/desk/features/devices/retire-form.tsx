import { useState } from 'react'
import type { Device } from '#contract/devices.ts'
import { today } from '../../lib/clock.ts'
import { devicesQuery } from '../../lib/devices-query.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'

const TITLES = { untilOn: '最后使用的一天' }
type Props = { readonly device: Device; readonly onClose: () => void }

/** The last day of a device; what it took stays. */
export function RetireForm({ device, onClose }: Props) {
  const [untilOn, setUntilOn] = useState(today())
  const { errors, isBusy, change } = useRegisterChange(devicesQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = () => {
    const told = `已停用：${device.code}`
    void change({ path: `/api/devices/${device.id}/retire`, body: { untilOn }, version: device.version, told })
  }
  return (
    <RegisterForm
      label={`停用${device.code}`}
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="停用"
      leaves="不停用"
      className="device-form"
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField
        hasTime={false}
        pointer="untilOn"
        title={TITLES.untilOn}
        help="停用以后不能恢复；这一天以后拍的会标为疑点。"
        errors={errors.fields.untilOn}
        value={untilOn}
        onChange={setUntilOn}
      />
    </RegisterForm>
  )
}
