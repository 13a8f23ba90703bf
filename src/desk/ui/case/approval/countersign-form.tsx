import { type FormEvent, useState } from 'react'
import { verdictOf } from '#domain/case/countersigning.ts'
import { FieldFrame } from '../../form/field-frame.tsx'
import { RadioList } from '../../form/radio-list.tsx'
import { TextField } from '../../form/text-field.tsx'
import type { ApprovalStep } from './approval-step.ts'

type Props = Omit<ApprovalStep, 'onBack'> & { readonly title: string; readonly question: string | undefined }

const [AGREES, OBJECTS] = [verdictOf(true), verdictOf(false)]

/** Who was asked says yes, or what they have against it. */
export function CountersignForm({ run, errors, isBusy, onSend, title, question }: Props) {
  const [verdict, setVerdict] = useState(AGREES)
  const [opinion, setOpinion] = useState('')
  const isObjecting = verdict === OBJECTS
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend({ do: 'countersign', run, agrees: !isObjecting, opinion })
  }
  return (
    <form onSubmit={submit} aria-label={`会签${title}`} data-edit noValidate>
      {question !== undefined && <p className="notice">请您会签的事项：{question}</p>}
      <FieldFrame pointer="agrees" title="您的意见" errors={errors.agrees} isGroup>
        {() => (
          <RadioList name="agrees" choices={[AGREES, OBJECTS]} value={verdict} canClear={false} onChange={setVerdict} />
        )}
      </FieldFrame>
      <TextField
        pointer="opinion"
        kind="long-text"
        title="会签意见"
        help={isObjecting ? '写明不同意什么、为什么；由审批的人决定' : '不写的，记为“同意”'}
        isOptional={!isObjecting}
        value={opinion}
        errors={errors.opinion}
        onChange={setOpinion}
      />
      <button type="submit" className="button primary" disabled={isBusy}>
        提交会签意见
      </button>
    </form>
  )
}
