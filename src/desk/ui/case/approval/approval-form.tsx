import { useState } from 'react'
import type { ApprovalInput, CaseAnswer } from '#contract/cases.ts'
import type { ApprovalOffer } from '#domain/case/offers.ts'
import { findRun } from '#domain/case/state.ts'
import { announce } from '../../../lib/announce.ts'
import { answerProposal } from '../../../lib/case/case-calls.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../../lib/case/map-errors.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { AgreeForm } from './agree-form.tsx'
import { MoveForm } from './move-form.tsx'
import { ReturnForm } from './return-form.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly offer: ApprovalOffer
  readonly isHandOver: boolean
  readonly onDone: () => void
}
type Step = 'agree' | 'return' | 'move'

const DONE = { agree: '已同意', return: '已退回', move: '已转交', withdraw: '已撤回', remind: '已催办' } as const
const TITLES = { opinion: '审批意见', reason: '理由', to: '转交给' }

/** Agree with an opinion, return or hand over with a reason, withdraw, remind: whatever the offer allows. */
export function ApprovalForm({ answer, offer, isHandOver, onDone }: Props) {
  const [step, setStep] = useState<Step>('agree')
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const { run, isBusy } = useCommand(answer)
  const send = async (input: ApprovalInput) => {
    setErrors(NO_ERRORS)
    try {
      await run((options) => answerProposal(answer.state.id, offer.proposal, input, options), input)
    } catch (error) {
      return setErrors(errorsOf(error, Object.keys(TITLES)))
    }
    setStep('agree')
    announce(`${isHandOver && input.do === 'agree' ? '已确认' : DONE[input.do]}：${offer.title}`)
    if (input.do !== 'remind') onDone()
  }
  const common = { run: offer.run, errors: errors.fields, isBusy, onSend: send, onBack: () => setStep('agree') }
  const author = findRun(answer.state, offer.run)?.proposals.find(({ id }) => id === offer.proposal)?.by
  const may = (what: ApprovalOffer['may'][number]) => offer.may.includes(what)
  return (
    <div className="approval-form">
      <ErrorSummary errors={errors} titles={TITLES} />
      {step === 'agree' && may('agree') && <AgreeForm {...common} title={offer.title} isHandOver={isHandOver} />}
      {step === 'return' && <ReturnForm {...common} />}
      {step === 'move' && <MoveForm {...common} role={offer.waitsFor} unit={answer.state.unit} author={author} />}
      {step === 'agree' && (
        <div className="buttons">
          {may('return') && <Other words="退回" onClick={() => setStep('return')} />}
          {may('move') && <Other words="转交" onClick={() => setStep('move')} />}
          {may('remind') && <Other words="催办" onClick={() => void send({ do: 'remind', run: offer.run })} />}
          {may('withdraw') && <Other words="撤回报批" onClick={() => void send({ do: 'withdraw', run: offer.run })} />}
        </div>
      )}
    </div>
  )
}

function Other({ words, onClick }: { readonly words: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {words}
    </button>
  )
}
