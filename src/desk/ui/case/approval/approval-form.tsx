import { useState } from 'react'
import type { ApprovalInput, CaseAnswer, OtherCaseInput } from '#contract/cases.ts'
import { type Countersigning, outstandingOf } from '#domain/case/countersigning.ts'
import type { ApprovalOffer } from '#domain/case/offers.ts'
import { findRun, type Proposal } from '#domain/case/state.ts'
import { announce } from '../../../lib/announce.ts'
import { answerProposal } from '../../../lib/case/case-calls.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../../lib/case/map-errors.ts'
import type { AttachedFile } from '../../../lib/case/read-draft-values.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { useSession } from '../../../lib/session-context.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { AgreeForm } from './agree-form.tsx'
import type { ApprovalStep } from './approval-step.ts'
import { Attachments } from './attachments.tsx'
import { ConsultForm } from './consult-form.tsx'
import { CountersignForm } from './countersign-form.tsx'
import { CountersigningList } from './countersigning-list.tsx'
import { MoveForm } from './move-form.tsx'
import { ReleaseForm } from './release-form.tsx'
import { ReturnForm } from './return-form.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly offer: ApprovalOffer
  readonly isHandOver: boolean
  readonly onDone: () => void
}
type Step = 'agree' | 'return' | 'move' | 'consult' | Countersigning

const DONE = {
  agree: '已同意',
  return: '已退回',
  move: '已转交',
  withdraw: '已撤回',
  remind: '已催办',
  consult: '已送会签',
  countersign: '已会签',
  release: '已收回会签',
} as const
const TITLES = {
  opinion: '意见',
  reason: '理由',
  to: '转交给',
  people: '会签人',
  question: '请会签的事项',
  agrees: '您的意见',
  other: '并入的案件',
  attachments: '附件',
}

/** Agree with an opinion, return or hand over with a reason, withdraw, remind, hear others: whatever the offer allows. */
export function ApprovalForm({ answer, offer, isHandOver, onDone }: Props) {
  const [step, setStep] = useState<Step>('agree')
  const { errors, files, setFiles, isBusy, proposal, send } = useApprovalSend(answer, offer, (said) => {
    setStep('agree')
    announce(`${wordsFor(said, isHandOver)}：${offer.title}`)
    if (said !== 'remind') onDone()
  })
  const common = { run: offer.run, errors: errors.fields, isBusy, onSend: send, onBack: () => setStep('agree') }
  const may = (what: ApprovalOffer['may'][number]) => offer.may.includes(what)
  const lines = proposal?.countersigning ?? []
  const unheard = outstandingOf({ countersigning: lines })
  return (
    <div className="approval-form">
      <CountersigningList lines={lines} mayRelease={offer.mayRelease} onRelease={setStep} />
      <ErrorSummary errors={errors} titles={TITLES} />
      {takesFiles(step, isHandOver, may('return') || may('countersign')) && (
        <Attachments caseId={answer.state.id} files={files} errors={errors.fields.attachments} onChange={setFiles} />
      )}
      {step === 'agree' ? (
        <Say {...common} {...{ offer, isHandOver, unheard }} />
      ) : (
        <StepForm {...common} {...{ answer, offer, proposal, step }} />
      )}
      {step === 'agree' && <Others run={offer.run} may={may} onStep={setStep} onSend={send} />}
    </div>
  )
}

type SayProps = ApprovalStep & Pick<Props, 'offer' | 'isHandOver'> & { readonly unheard: readonly Countersigning[] }

/** What is asked of this person: to be heard, to agree, or neither. */
function Say({ offer, isHandOver, unheard, ...common }: SayProps) {
  const me = useSession().session.person.id
  const { title, may } = offer
  const question = unheard.find(({ of }) => of === me)?.question
  const names = unheard.map(({ name }) => name)
  return (
    <>
      {may.includes('countersign') && <CountersignForm {...common} title={title} question={question} />}
      {may.includes('return') && <AgreeForm {...common} title={title} isHandOver={isHandOver} unheard={names} />}
    </>
  )
}

type StepProps = ApprovalStep &
  Pick<Props, 'answer' | 'offer'> & {
    readonly proposal: Proposal | undefined
    readonly step: Exclude<Step, 'agree'>
  }

/** What somebody has begun beside that. */
function StepForm({ answer, offer, proposal, step, ...common }: StepProps) {
  if (typeof step === 'object') return <ReleaseForm {...common} of={step} />
  if (step === 'return') return <ReturnForm {...common} />
  if (step === 'move')
    return <MoveForm {...common} role={offer.waitsFor} unit={answer.state.unit} author={proposal?.by} />
  return proposal ? <ConsultForm {...common} state={answer.state} proposal={proposal} /> : null
}

const wordsFor = (said: ApprovalInput['do'], isHandOver: boolean) =>
  isHandOver && said === 'agree' ? '已确认' : DONE[said]

/** Who decides or is heard may put files to it; who takes things over counts them. */
const takesFiles = (step: Step, isHandOver: boolean, maySay: boolean) =>
  !isHandOver && (step === 'return' || (step === 'agree' && maySay))

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
  return input.do === 'return' || input.do === 'countersign' ? { ...input, ...attached } : input
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
      {may('consult') && <Other words="送会签" onClick={() => onStep('consult')} />}
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
