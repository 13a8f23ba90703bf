import { type FormEvent, useState } from 'react'
import { TextField } from '../../form/text-field.tsx'
import type { ApprovalStep } from './approval-step.ts'

export function AgreeForm({ run, errors, isBusy, onSend, title }: ApprovalStep & { readonly title: string }) {
  const [opinion, setOpinion] = useState('同意')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend({ do: 'agree', run, opinion })
  }
  return (
    <form onSubmit={submit} aria-label={`同意${title}`} data-edit noValidate>
      <TextField
        pointer="opinion"
        kind="long-text"
        title="审批意见"
        value={opinion}
        errors={errors.opinion}
        onChange={setOpinion}
      />
      <button type="submit" className="button primary" disabled={isBusy}>
        同意
      </button>
    </form>
  )
}
