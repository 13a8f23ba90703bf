import { type FormEvent, useState } from 'react'
import type { DisclosureDetail } from '#contract/disclosures.ts'
import { WITHHOLDING_CODES, WITHHOLDING_GROUNDS } from '#domain/disclosure/withholding-grounds.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useStep } from './use-step.ts'

const TITLES = { ground: '情形', reason: '理由' } as const

/** Keeps it from the public on a ground of law, with the reason why it applies here. */
export function WithholdForm({ detail: { row } }: { readonly detail: DisclosureDetail }) {
  const [title, setTitle] = useState('')
  const [reason, setReason] = useState('')
  const { take, errors, isBusy } = useStep(row, Object.keys(TITLES))
  const ground = WITHHOLDING_CODES.find((code) => WITHHOLDING_GROUNDS[code].title === title)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take('withhold', { ...(ground ? { ground } : {}), reason }, '已经定为不公示')
  }
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label="定为不公示" noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <ChoiceField
        pointer="ground"
        title={TITLES.ground}
        choices={WITHHOLDING_CODES.map((code) => WITHHOLDING_GROUNDS[code].title)}
        help={ground ? `依据：${WITHHOLDING_GROUNDS[ground].basis}` : undefined}
        value={title}
        errors={errors.fields.ground}
        onChange={setTitle}
      />
      <TextField
        pointer="reason"
        title={TITLES.reason}
        kind="long-text"
        value={reason}
        errors={errors.fields.reason}
        onChange={setReason}
      />
      <button type="submit" className="button" disabled={isBusy}>
        定为不公示
      </button>
    </form>
  )
}
