import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Device } from '#contract/devices.ts'
import type { DeviceApprovalsAnswer } from '#contract/monitoring.ts'
import { today } from '../../lib/clock.ts'
import { devicesQuery } from '../../lib/devices-query.ts'
import { read } from '../../lib/request.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

const TEXTS = {
  legalNumber: '法制审核文号',
  technicalNumber: '技术审核文号',
  standard: '符合的标准',
  sign: '标志和位置',
  place: '公布的设置地点',
  publishedWhere: '公布在哪里',
} as const
const DAYS = { publishedOn: '公布日期', fromOn: '起用日期' } as const
const TITLES = { ...TEXTS, ...DAYS }
type Text = keyof typeof TEXTS
type Day = keyof typeof DAYS
type Props = { readonly device: Device; readonly onClose: () => void }

/** What the law asks of a device before it may watch (处罚法第四十一条第一款): what was noted, and a new entry. */
export function ApprovalForm({ device, onClose }: Props) {
  const path = `/api/devices/${device.id}/approvals`
  const queryKey = ['device-approvals', device.id]
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => read<DeviceApprovalsAnswer>(path, signal) })
  const queries = useQueryClient()
  const [values, setValues] = useState<Record<Text | Day, string>>({
    ...{ legalNumber: '', technicalNumber: '', standard: '', sign: '', publishedWhere: '' },
    ...{ place: device.place, publishedOn: today(), fromOn: today() },
  })
  const { errors, isBusy, change } = useRegisterChange(devicesQuery.queryKey, Object.keys(TITLES), onClose)
  const set = (name: Text | Day) => (value: string) => setValues((all) => ({ ...all, [name]: value }))
  const submit = async () => {
    await change({ path, body: values, told: `已登记审核和公布：${device.code}` })
    await queries.invalidateQueries({ queryKey })
  }
  return (
    <RegisterForm
      label={`${device.code}的审核和公布`}
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="登记"
      leaves="不登记"
      className="device-form"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {data?.approvals.map(({ id, fromOn, untilOn, legalNumber, technicalNumber, place, publishedOn }) => (
        <p key={id} className="muted">
          {`${fromOn} 起${untilOn ? `至 ${untilOn}` : ''}：${legalNumber}，${technicalNumber}；${publishedOn} 公布设置地点“${place}”`}
        </p>
      ))}
      {data?.approvals.length === 0 && (
        <p className="notice soon">
          还没有登记：没有经过法制审核和技术审核、设置地点没有公布的，它的记录不能作为证据。
        </p>
      )}
      {(Object.keys(TEXTS) as Text[]).map((name) => (
        <TextField
          key={name}
          pointer={name}
          title={TEXTS[name]}
          kind="text"
          errors={errors.fields[name]}
          value={values[name]}
          onChange={set(name)}
        />
      ))}
      {(Object.keys(DAYS) as Day[]).map((name) => (
        <DateField
          key={name}
          hasTime={false}
          pointer={name}
          title={DAYS[name]}
          errors={errors.fields[name]}
          value={values[name]}
          onChange={set(name)}
        />
      ))}
    </RegisterForm>
  )
}
