import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DisclosureDetail, WithdrawalTermAnswer } from '#contract/disclosures.ts'
import { WITHDRAWAL_CODES, WITHDRAWAL_GROUNDS } from '#domain/disclosure/withholding-grounds.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { longDay } from '../../lib/office-time.ts'
import { read } from '../../lib/request.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useStep } from './use-step.ts'

const TITLES = { ground: '情形', sinceOn: '何日被变更、撤销或者发现有误', reason: '理由（公众会看到）' } as const

/** Takes it back within three working days; says the last day before anything is sent. */
export function WithdrawForm({ detail: { row } }: { readonly detail: DisclosureDetail }) {
  const [values, setValues] = useState({ ground: '', sinceOn: '', reason: '' })
  const { take, errors, isBusy } = useStep(row, Object.keys(TITLES))
  const ground = WITHDRAWAL_CODES.find((code) => WITHDRAWAL_GROUNDS[code].title === values.ground)
  const put = (name: keyof typeof TITLES) => ({
    pointer: name,
    title: TITLES[name],
    value: values[name],
    errors: errors.fields[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take('withdraw', { ...values, ground }, '已经撤回，公众只看到文号和理由')
  }
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label="撤回" noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <ChoiceField {...put('ground')} choices={WITHDRAWAL_CODES.map((code) => WITHDRAWAL_GROUNDS[code].title)} />
      <DateField {...put('sinceOn')} hasTime={false} />
      <Term id={row.id} sinceOn={values.sinceOn} />
      <TextField {...put('reason')} kind="long-text" />
      <button type="submit" className="button" disabled={isBusy}>
        撤回公示
      </button>
    </form>
  )
}

/** 行政处罚法第四十八条第二款：三个工作日. */
function Term({ id, sinceOn }: { readonly id: string; readonly sinceOn: string }) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(sinceOn)
  const { data } = useQuery({
    queryKey: ['withdrawal-term', id, sinceOn],
    enabled: isDay,
    queryFn: ({ signal }) =>
      read<WithdrawalTermAnswer>(`/api/disclosures/${id}/withdrawal-term?sinceOn=${sinceOn}`, signal),
  })
  if (!isDay || !data) return null
  if (!data.isLate) return <p className="hint">应当在{longDay(data.dueOn)}以前撤回（三个工作日）。</p>
  return (
    <p className="notice late">
      <strong>已经晚了：应当在{longDay(data.dueOn)}以前撤回</strong>仍须立即撤回，逾期会留在记录里。
    </p>
  )
}
