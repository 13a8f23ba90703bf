import { type FormEvent, useState } from 'react'
import type { Entrustment } from '#contract/entrustments.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { entrustmentsQuery } from './entrustments-query.ts'
import { useAgencyChange } from './use-agency-change.ts'

const TITLES = { endedOn: '自哪天起终止', reason: '终止的原因' }
type Props = { readonly row: Entrustment; readonly name: string; readonly onClose: () => void }

/** Ends an entrustment before its last day; there is no way back but another letter. */
export function EndForm({ row, name, onClose }: Props) {
  const [endedOn, setEndedOn] = useState(today())
  const [reason, setReason] = useState('')
  const { errors, isBusy, change } = useAgencyChange(entrustmentsQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const path = `/api/entrustments/${row.id}/end`
    void change({
      method: 'POST',
      path,
      body: { endedOn, reason },
      version: row.version,
      told: '已终止，门户已经更新',
    })
  }
  return (
    <form className="agency-form" onSubmit={submit} aria-label={`终止对${name}的委托`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
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
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          {isBusy ? '正在登记…' : '终止委托'}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不终止
        </button>
      </div>
    </form>
  )
}
