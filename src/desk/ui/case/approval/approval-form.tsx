import { useState } from 'react'
import type { ApprovalInput, CaseAnswer, OtherCaseInput } from '#contract/cases.ts'
import type { ApprovalOffer } from '#domain/case/offers.ts'
import { findRun } from '#domain/case/state.ts'
import { announce } from '../../../lib/announce.ts'
import { answerProposal } from '../../../lib/case/case-calls.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../../lib/case/map-errors.ts'
import type { AttachedFile } from '../../../lib/case/read-draft-values.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { AgreeForm } from './agree-form.tsx'
import { Attachments } from './attachments.tsx'
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
const TITLES = { opinion: '审批意见', reason: '理由', to: '转交给', other: '并入的案件', attachments: '附件' }

/** Agree with an opinion, return or hand over with a reason, withdraw, remind: whatever the offer allows. */
export function ApprovalForm({ answer, offer, isHandOver, onDone }: Props) {
  const [step, setStep] = useState<Step>('agree')
  const { errors, files, setFiles, isBusy, proposal, send } = useApprovalSend(answer, offer, (said) => {
    setStep('agree')
    announce(`${wordsFor(said, isHandOver)}：${offer.title}`)
    if (said !== 'remind') onDone()
  })
  const common = { run: offer.run, errors: errors.fields, isBusy, onSend: send, onBack: () => setStep('agree') }
  const author = proposal?.by
  const may = (what: ApprovalOffer['may'][number]) => offer.may.includes(what)
  return (
    <div className="approval-form">
      <ErrorSummary errors={errors} titles={TITLES} />
      {takesFiles(step, isHandOver, may('agree')) && (
        <Attachments caseId={answer.state.id} files={files} errors={errors.fields.attachments} onChange={setFiles} />
      )}
      {step === 'agree' && may('agree') && <AgreeForm {...common} title={offer.title} isHandOver={isHandOver} />}
      {step === 'return' && <ReturnForm {...common} />}
      {step === 'move' && <MoveForm {...common} role={offer.waitsFor} unit={answer.state.unit} author={author} />}
      {step === 'agree' && <Others run={offer.run} may={may} onStep={setStep} onSend={send} />}
    </div>
  )
}

const wordsFor = (said: ApprovalInput['do'], isHandOver: boolean) =>
  isHandOver && said === 'agree' ? '已确认' : DONE[said]

/** Who decides may put files to it; who takes things over counts them. */
const takesFiles = (step: Step, isHandOver: boolean, mayAgree: boolean) =>
  !isHandOver && (step === 'return' || (step === 'agree' && mayAgree))

type Said = (what: ApprovalInput['do']) => void

/** Sends what is said to a proposal, with its files; what was refused stays to be read. */
function useApprovalSend(answer: CaseAnswer, offer: ApprovalOffer, onSaid: Said) {
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const { run, isBusy } = useCommand(answer)
  const proposal = findRun(answer.state, offer.run)?.proposals.find(({ id }) => id === offer.proposal)
  const send = async (said: ApprovalInput) => {
    setErrors(NO_ERRORS)
    const input = withMore(
      said,
      files,
      answer.others.find(({ id }) => id === proposal?.other?.id),
    )
    try {
      await run((options) => answerProposal(answer.state.id, offer.proposal, input, options), input)
    } catch (error) {
      return setErrors(errorsOf(error, Object.keys(TITLES)))
    }
    setFiles([])
    onSaid(input.do)
  }
  return { errors, files, setFiles, isBusy, proposal, send }
}

/** What goes with an opinion: files, and the other case as it was when it was looked at. */
function withMore(
  input: ApprovalInput,
  files: readonly AttachedFile[],
  other: OtherCaseInput | undefined,
): ApprovalInput {
  const attached = files.length === 0 ? {} : { attachments: files.map(({ id }) => id) }
  if (input.do === 'agree') return { ...input, ...attached, ...(other && { other }) }
  return input.do === 'return' ? { ...input, ...attached } : input
}

type OthersProps = {
  readonly run: string
  readonly may: (what: ApprovalOffer['may'][number]) => boolean
  readonly onStep: (step: Step) => void
  readonly onSend: (input: ApprovalInput) => Promise<void>
}

/** What else can be done with it. */
function Others({ run, may, onStep, onSend }: OthersProps) {
  return (
    <div className="buttons">
      {may('return') && <Other words="退回" onClick={() => onStep('return')} />}
      {may('move') && <Other words="转交" onClick={() => onStep('move')} />}
      {may('remind') && <Other words="催办" onClick={() => void onSend({ do: 'remind', run })} />}
      {may('withdraw') && <Other words="撤回报批" onClick={() => void onSend({ do: 'withdraw', run })} />}
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
