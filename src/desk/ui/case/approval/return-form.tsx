import { type FormEvent, useState } from 'react'
import { TextField } from '../../form/text-field.tsx'
import type { ApprovalStep } from './approval-step.ts'

export function ReturnForm({ run, errors, isBusy, onSend, onBack }: ApprovalStep) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend({ do: 'return', run, reason })
  }
  return (
    <form onSubmit={submit} aria-label="退回" data-edit noValidate>
      <TextField
        pointer="reason"
        kind="long-text"
        title="退回理由"
        help="写明要改什么，承办人员照此修改后再报"
        value={reason}
        errors={errors.reason}
        onChange={setReason}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          退回承办人员
        </button>
        <button type="button" className="button plain" onClick={onBack}>
          不退了
        </button>
      </div>
    </form>
  )
}
