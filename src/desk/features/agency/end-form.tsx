import { useState } from 'react'
import type { Entrustment } from '#contract/entrustments.ts'
import { today } from '../../lib/clock.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { entrustmentsQuery } from './entrustments-query.ts'

const TITLES = { endedOn: '自哪天起终止', reason: '终止的原因' }
type Props = { readonly row: Entrustment; readonly name: string; readonly onClose: () => void }

/** Ends an entrustment before its last day; there is no way back but another letter. */
export function EndForm({ row, name, onClose }: Props) {
  const [endedOn, setEndedOn] = useState(today())
  const [reason, setReason] = useState('')
  const { errors, isBusy, change } = useRegisterChange(entrustmentsQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = () => {
    const path = `/api/entrustments/${row.id}/end`
    void change({
      path,
      body: { endedOn, reason },
      version: row.version,
      told: '已终止，门户已经更新',
    })
  }
  return (
    <RegisterForm
      label={`终止对${name}的委托`}
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="终止委托"
      leaves="不终止"
      className="agency-form"
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField
        hasTime={false}
        pointer="endedOn"
        title={TITLES.endedOn}
        help="从这一天起不再委托。终止以后不能恢复，要继续委托请另签一份。"
        errors={errors.fields.endedOn}
        value={endedOn}
        onChange={setEndedOn}
      />
      <TextField
        kind="text"
        pointer="reason"
        title={TITLES.reason}
        help="留在登记里，门户只写终止的日期"
        errors={errors.fields.reason}
        value={reason}
        onChange={setReason}
      />
    </RegisterForm>
  )
}
