import { type FormEvent, useState } from 'react'
import type { Countersigning } from '#domain/case/countersigning.ts'
import { TextField } from '../../form/text-field.tsx'
import type { ApprovalStep } from './approval-step.ts'

type Props = ApprovalStep & { readonly of: Countersigning }

/** Somebody who does not answer is waited for no longer. */
export function ReleaseForm({ run, errors, isBusy, onSend, onBack, of }: Props) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend({ do: 'release', run, of: of.of, reason })
  }
  return (
    <form onSubmit={submit} aria-label={`收回送${of.name}的会签`} data-edit noValidate>
      <TextField
        pointer="reason"
        kind="text"
        title={`为什么不等${of.name}会签`}
        help="例如：出差，来不及答复"
        value={reason}
        errors={errors.reason}
        onChange={setReason}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          收回会签
        </button>
        <button type="button" className="button plain" onClick={onBack}>
          还是等
        </button>
      </div>
    </form>
  )
}
