import { useEffect } from 'react'
import type { Section, TypedValues } from '../../lib/case/form-model.ts'
import type { ActionForm } from '../../lib/case/use-action-form.ts'
import { FactSections, Fields } from '../../ui/case/fact-sections.tsx'
import type { Point } from './points-of.ts'

type Props = {
  readonly points: readonly Point[]
  readonly others: readonly Section[]
  readonly form: ActionForm
  readonly onTyped: (values: TypedValues) => void
}

/** The seven points, numbered, each with verdict and reason; how many are answered stands on top. */
export function PointSections({ points, others, form, onTyped }: Props) {
  const { values } = form
  useEffect(() => onTyped(values), [values, onTyped])
  const isAnswered = (pointer: string) => String(values[pointer] ?? '').trim() !== ''
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
