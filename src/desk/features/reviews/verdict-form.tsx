import { useCallback, useRef } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { concernedBy, fieldsOf, sectionsOf, type TypedValues } from '../../lib/case/form-model.ts'
import { procedureAt } from '../../lib/case/procedure-of.ts'
import { keyOfOffer } from '../../lib/case/sort-offers.ts'
import { OfferForm } from '../../ui/case/offer-form.tsx'
import { PointSections } from './point-sections.tsx'
import { pointsOf, pointTitles } from './points-of.ts'

type Props = { readonly answer: CaseAnswer; readonly offer: Offer; readonly onDone: () => void }

/** The chosen verdict as a form. Whoever changes the verdict keeps the answers to the points that both ask for. */
export function VerdictForm({ answer, offer, onDone }: Props) {
  const typed = useRef<TypedValues>({})
  const onTyped = useCallback((values: TypedValues) => {
    typed.current = { ...typed.current, ...values }
  }, [])
  const procedure = procedureAt(answer.state, offer.run)
  if (!procedure) return <p className="notice late">本页面比这件案件旧，请刷新后再办。</p>
  const sections = sectionsOf(procedure, offer.asks, concernedBy(offer, answer.state))
  const { points, others } = pointsOf(sections)
  return (
    <OfferForm
      key={keyOfOffer(offer)}
      answer={answer}
      offer={offer}
      onDone={onDone}
      hasPreview={false}
      titles={pointTitles(points)}
      seed={asked(
        typed.current,
        fieldsOf(sections).map(({ pointer }) => pointer),
      )}
      layout={(form) => <PointSections points={points} others={others} form={form} onTyped={onTyped} />}
    />
  )
}

function asked(typed: TypedValues, pointers: readonly string[]): TypedValues {
  return Object.fromEntries(Object.entries(typed).filter(([pointer]) => pointers.includes(pointer)))
}
