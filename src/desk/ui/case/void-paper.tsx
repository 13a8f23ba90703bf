import { type FormEvent, useState } from 'react'
import type { CaseAnswer, CaseDocument } from '#contract/cases.ts'
import { announce } from '../../lib/announce.ts'
import { answerVoid, voidDocument } from '../../lib/case/case-calls.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { NO_ERRORS } from '../../lib/case/map-errors.ts'
import { useCommand } from '../../lib/case/use-command.ts'
import { longDay } from '../../lib/office-time.ts'
import { ReasonFields } from './scenes/reason-fields.tsx'

type Props = { readonly answer: CaseAnswer; readonly document: CaseDocument }
type Offer = NonNullable<CaseDocument['voiding']>

/** The form for the reason why a paper that was made out in error is to be void. */
export function VoidPaper({ answer, document, onLeave }: Props & { readonly onLeave: () => void }) {
  const { voiding } = document
  return voiding && <AskForm answer={answer} document={document} offer={voiding} onLeave={onLeave} />
}

type AskProps = Props & { readonly offer: Offer; readonly onLeave: () => void }

function AskForm({ answer, document, offer, onLeave }: AskProps) {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState(NO_ERRORS)
  const command = useCommand(answer)
  const { act, approver, together } = offer
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const input = { reason }
      await command.run((options) => voidDocument(answer.state.id, document.id, input, options), [document.id, input])
      announce(approver ? `已报${approver}审批：作废《${document.title}》` : `已作废：《${document.title}》`)
      onLeave()
    } catch (error) {
      setErrors(errorsOf(error, []))
    }
  }
  return (
    <form className="void-form" onSubmit={submit} data-edit noValidate>
      <p>
        作废以后，“{act}”视为没有办理，可以改正以后重新办理；文书留在卷里，标明作废和原因
        {document.number && `，文号 ${document.number} 不再使用`}。
        {together.length > 0 && `同时出具的${together.map((title) => `《${title}》`).join('、')}一并作废。`}
      </p>
      <ReasonFields
        pointer={`void/${document.id}`}
        title="作废的原因"
        help={`写明哪里有误，至少五个字${approver ? `；${approver}同意以后作废` : ''}`}
        rows={3}
        errors={errors.rest}
        value={reason}
        onChange={setReason}
      />
      <p className="button-row">
        <button type="submit" className="button solid" disabled={command.isBusy}>
          {approver ? `报${approver}审批作废` : '作废这份文书'}
        </button>
        <button type="button" className="button plain" onClick={onLeave}>
          收起
        </button>
      </p>
    </form>
  )
}

/** That it is to be void, by whom and why; whoever is asked decides here. */
export function VoidAsked({ answer, document }: Props) {
  const { voiding } = document
  if (!voiding?.asked) return null
  const { asked, mayAnswer, refusal, approver } = voiding
  return (
    <div className="void-form">
      <p>
        <strong>报请作废</strong>：{asked.reason}
        <small>
          {asked.by} {longDay(asked.on)}
        </small>
      </p>
      {refusal !== null && <p className="hint">{refusal}。</p>}
      {mayAnswer ? (
        <AnswerForm answer={answer} document={document} isOpen={refusal === null} />
      ) : (
        <p className="hint">等{approver ?? '审批人'}审批。</p>
      )}
    </div>
  )
}

function AnswerForm({ answer, document, isOpen }: Props & { readonly isOpen: boolean }) {
  const [opinion, setOpinion] = useState('')
  const [errors, setErrors] = useState(NO_ERRORS)
  const command = useCommand(answer)
  const decide = async (granted: boolean) => {
    const input = { granted, opinion }
    try {
      await command.run((options) => answerVoid(answer.state.id, document.id, input, options), [document.id, input])
      announce(granted ? `已作废：《${document.title}》` : '已退回')
    } catch (error) {
      setErrors(errorsOf(error, []))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void decide(true)
  }
  return (
    <form onSubmit={submit} data-edit noValidate>
      <ReasonFields
        pointer={`void-answer/${document.id}`}
        title="审批意见"
        help="同意的可以不写；不同意的写明理由，至少五个字"
        rows={2}
        errors={errors.rest}
        value={opinion}
        onChange={setOpinion}
      />
      <p className="button-row">
        <button type="submit" className="button solid" disabled={command.isBusy || !isOpen}>
          同意作废
        </button>
        <button type="button" className="button" disabled={command.isBusy} onClick={() => void decide(false)}>
          不同意
        </button>
      </p>
    </form>
  )
}
