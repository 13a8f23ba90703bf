import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { asAsked, issuesSome, papersOf } from '#domain/procedure/papers-of.ts'
import { readDraft } from '../../lib/case/draft-calls.ts'
import { concernedBy, sectionsOf, type TypedValues } from '../../lib/case/form-model.ts'
import { actionAt, procedureAt } from '../../lib/case/procedure-of.ts'
import type { ActionForm as Form } from '../../lib/case/use-action-form.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import type { FieldTitles } from '../form/error-summary.tsx'
import { ActionForm } from './action-form.tsx'
import { Preview } from './preview.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly offer: Offer
  readonly onDone: () => void
  readonly layout?: (form: Form) => ReactNode
  readonly hasPreview?: boolean
  readonly titles?: FieldTitles
  readonly seed?: TypedValues
  readonly isGone?: boolean
  readonly onTyped?: () => void
}

/** The form of an offer with the draft that was left last time, and its papers beside it. */
export function OfferForm({ answer, offer, layout, hasPreview = true, ...more }: Props) {
  const { state } = answer
  const { data, error } = useQuery({
    queryKey: ['draft', state.id, offer.run, offer.action],
    queryFn: ({ signal }) => readDraft(state.id, offer.run, offer.action, signal),
    // The form itself is the newest draft; what was read is only where it begins.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const procedure = procedureAt(state, offer.run)
  if (!procedure) return <p className="notice late">本页面比这件案件旧，请刷新后再办。</p>
  if (error) return <p className="notice late">{sentenceOf(error)}</p>
  if (!data) return <p className="hint">正在读取草稿…</p>
  const action = actionAt(state, offer.run, offer.action) ?? {}
  const preview = (form: Form) => {
    const documents = papersOf(action, form.input.facts)
    if (documents.length === 0) return <p className="hint">选好文书以后，这里显示预览。</p>
    return <Preview key={documents.join()} answer={answer} offer={offer} documents={documents} input={form.input} />
  }
  return (
    <ActionForm
      answer={answer}
      offer={offer}
      sections={sectionsOf(asAsked(procedure, action), offer.asks, concernedBy(offer, state))}
      draft={data}
      {...more}
      {...(hasPreview && issuesSome(action) ? { aside: preview } : {})}
      {...(layout ? { layout } : {})}
    />
  )
}
