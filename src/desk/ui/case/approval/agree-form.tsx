import { type FormEvent, useState } from 'react'
import { TextField } from '../../form/text-field.tsx'
import type { ApprovalStep } from './approval-step.ts'

type Props = ApprovalStep & {
  readonly title: string
  readonly isHandOver: boolean
  /** Those who are to be heard first. */
  readonly unheard: readonly string[]
}

/** Who decides agrees; who takes things over confirms that they are there. */
export function AgreeForm({ run, errors, isBusy, onSend, title, isHandOver, unheard }: Props) {
  const [opinion, setOpinion] = useState(isHandOver ? '已当面清点，与记录一致' : '同意')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend({ do: 'agree', run, opinion })
  }
  return (
    <form onSubmit={submit} aria-label={`同意${title}`} data-edit noValidate>
      <TextField
        pointer="opinion"
        kind="long-text"
        title={isHandOver ? '清点情况' : '审批意见'}
        value={opinion}
        errors={errors.opinion}
        onChange={setOpinion}
      />
      <button type="submit" className="button primary" disabled={isBusy || unheard.length > 0}>
        {isHandOver ? '确认' : '同意'}
      </button>
      {unheard.length > 0 && (
        <p className="hint">还在等{unheard.join('、')}会签，答复以后再审批；等不了的，先收回会签。</p>
      )}
    </form>
  )
}
