import type { CaseAnswer } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { sectionsOf } from '../../lib/case/form-model.ts'
import { procedureAt } from '../../lib/case/procedure-of.ts'
import type { ActionForm } from '../../lib/case/use-action-form.ts'
import { FactSections, Fields } from '../../ui/case/fact-sections.tsx'
import { pointsOf } from './points-of.ts'

type Props = { readonly answer: CaseAnswer; readonly offer: Offer; readonly form: ActionForm }

/** The seven points, numbered, each with verdict and reason; how many are answered stands on top. */
export function PointSections({ answer, offer, form }: Props) {
  const procedure = procedureAt(answer.state, offer.run)
  if (!procedure) return null
  const { points, others } = pointsOf(sectionsOf(procedure, offer.asks, answer.state))
  const isAnswered = (pointer: string) => String(form.values[pointer] ?? '').trim() !== ''
  const answered = points.filter(({ verdict, reason }) => isAnswered(verdict.pointer) && isAnswered(reason.pointer))
  return (
    <>
      {points.length > 0 && (
        <p className="points-count" aria-live="polite">
          已答 {answered.length} 项，共 {points.length} 项
        </p>
      )}
      <ol className="points">
        {points.map((point) => (
          <li key={point.name}>
            <fieldset className="point">
              <legend>{point.title}</legend>
              <Fields
                fields={[{ ...point.verdict, fact: { ...point.verdict.fact, title: '结论' } }, point.reason]}
                form={form}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      <FactSections sections={others} form={form} />
    </>
  )
}
