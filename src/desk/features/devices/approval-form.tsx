import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Device } from '#contract/devices.ts'
import type { DeviceApprovalsAnswer } from '#contract/monitoring.ts'
import { today } from '../../lib/clock.ts'
import { read } from '../../lib/request.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useDeviceChange } from './use-device-change.ts'

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
  const { errors, isBusy, change } = useDeviceChange(Object.keys(TITLES), onClose)
  const set = (name: Text | Day) => (value: string) => setValues((all) => ({ ...all, [name]: value }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await change({ path, body: values, told: `已登记审核和公布：${device.code}` })
    await queries.invalidateQueries({ queryKey })
  }
  return (
    <form className="device-form" onSubmit={submit} aria-label={`${device.code}的审核和公布`} data-edit noValidate>
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
      <ErrorSummary errors={errors} titles={TITLES} />
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
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          登记
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不登记
        </button>
      </div>
    </form>
  )
}
