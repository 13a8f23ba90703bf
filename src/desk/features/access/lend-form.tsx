import { type FormEvent, useState } from 'react'
import type { AccessDetail } from '#contract/access.ts'
import { CARRIER_TITLES, lastDayOf } from '#domain/access-request/refuse-loan.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { longDay } from '../../lib/office-time.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { codeOf } from './access-words.ts'
import { useAccessCommand } from './use-access-command.ts'

const TITLES = {
  carrier: '载体',
  title: '借出的是什么',
  quantity: '件数',
  lentTo: '领取人',
  dueOn: '归还日期',
  conditionNote: '交出时的状况',
} as const

type Props = { readonly detail: AccessDetail }

/** 借出登记: what leaves the house, and how it was. */
export function LendForm({ detail }: Props) {
  const lastOn = detail.row.untilAt ? lastDayOf(detail.row.untilAt) : ''
  const [values, setValues] = useState({
    carrier: CARRIER_TITLES.disc,
    title: '',
    quantity: '1',
    lentTo: detail.external?.bearerName ?? detail.row.requestedBy,
    dueOn: lastOn,
    conditionNote: '完好',
  })
  const { give, errors, isBusy } = useAccessCommand(Object.keys(TITLES))
  const put = (name: keyof typeof TITLES) => ({
    pointer: name,
    title: TITLES[name],
    value: values[name],
    errors: errors.fields[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const carrier = codeOf(CARRIER_TITLES, values.carrier)
    const body = { ...values, carrier, quantity: /^\d{1,4}$/.test(values.quantity) ? Number(values.quantity) : 0 }
    void give({ path: `/api/access-requests/${detail.row.id}/loans`, body, said: '已经登记借出' })
  }
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label="借出登记" className="access-lend" noValidate>
      <h2>借出登记</h2>
      <ErrorSummary errors={errors} titles={TITLES} />
      <ChoiceField {...put('carrier')} choices={Object.values(CARRIER_TITLES)} />
      <TextField {...put('title')} kind="text" />
      <TextField {...put('quantity')} kind="text" />
      <TextField {...put('lentTo')} kind="text" />
      <DateField {...put('dueOn')} hasTime={false} help={lastOn && `不晚于批准的最后一日（${longDay(lastOn)}）。`} />
      <TextField {...put('conditionNote')} kind="text" />
      <button type="submit" className="button" disabled={isBusy}>
        登记借出
      </button>
    </form>
  )
}
