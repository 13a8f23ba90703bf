import './signing.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { SigningAnswer } from '#contract/signing.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { PaperReader } from './paper-reader.tsx'
import { RefusalForm } from './refusal-form.tsx'
import { SignForm } from './sign-form.tsx'
import { type Asked, SigningHome } from './signing-home.tsx'
import { signingQuery } from './signing-query.ts'

type Step = { readonly who: Asked; readonly isRead: boolean }

/** One paper before those who sign it: handed over, read, signed, handed back. */
export function SigningPage() {
  const { caseId, document } = useParams({ from: '/cases/$caseId/sign/$document' })
  const { data: answer, error } = useQuery(signingQuery(caseId, document))
  const [step, setStep] = useState<Step>()
  useTitle(answer && `签名：${answer.title}`)
  if (error && !answer) return <p className="notice late">{sentenceOf(error)}</p>
  if (!answer) return <p className="empty">正在打开文书…</p>
  return (
    <main className={step && !step.isRead && step.who !== 'refusal' ? 'signing reading' : 'signing'} aria-label="签名">
      {step && answer.file ? (
        <Hand {...{ caseId, document, answer, step, setStep }} />
      ) : (
        <SigningHome {...{ caseId, document, answer }} onAsk={(who) => setStep({ who, isRead: false })} />
      )}
    </main>
  )
}

type HandProps = {
  readonly caseId: string
  readonly document: string
  readonly answer: SigningAnswer
  readonly step: Step
  readonly setStep: (step: Step | undefined) => void
}

function Hand({ caseId, document, answer, step: { who, isRead }, setStep }: HandProps) {
  const home = () => setStep(undefined)
  const common = { caseId, document, answer, onDone: home }
  if (who === 'refusal') return <RefusalForm {...common} onBack={home} />
  const called = { party: answer.wants.party, officer: answer.wants.officers?.called, witness: answer.wants.witness }[
    who
  ]
  if (isRead)
    return <SignForm {...common} who={who} called={called ?? ''} onBack={() => setStep({ who, isRead: false })} />
  return (
    <PaperReader
      {...{ caseId, document }}
      title={answer.title}
      pages={answer.file?.pages ?? 1}
      goOn="看完了，签名"
      onRead={() => setStep({ who, isRead: true })}
      onBack={home}
    />
  )
}
