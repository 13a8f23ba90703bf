import './print.css'
import { lastPrintOn, type PrintPaper, stripWidthOf } from '#domain/print/print-paper.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { type ChosenPaper, copiesTyped, printField } from '../../lib/use-print.ts'
import { FieldFrame } from '../form/field-frame.tsx'
import { copiesWords } from './copies-words.ts'

type Props = {
  readonly chosen: ChosenPaper
  readonly on: PrintPaper
  /** Its place among those that are printed together. */
  readonly index: number
  readonly errors: MappedErrors['fields']
  readonly onChange: (chosen: ChosenPaper) => void
}

/** How many copies, and why once more where it was printed before. */
export function PrintFields({ chosen, on, index, errors, onChange }: Props) {
  const { paper, reason } = chosen
  const at = (name: 'copies' | 'reason') => ({
    pointer: printField(index, name),
    errors: errors[printField(index, name)],
  })
  return (
    <div className="print-fields">
      <FieldFrame {...at('copies')} title="份数" help={stripWidthOf(on) ? '交当事人的' : copiesWords(paper)}>
        {(control) => (
          <input
            className="control"
            type="number"
            min={1}
            max={50}
            {...control}
            value={copiesTyped(chosen, on)}
            onChange={(event) => onChange({ ...chosen, copies: event.target.value })}
          />
        )}
      </FieldFrame>
      {(lastPrintOn(paper, on) || at('reason').errors) && (
        <FieldFrame {...at('reason')} title="补印的理由" help="比如卡纸、当事人遗失、打印以后又签了名">
          {(control) => (
            <input
              className="control"
              type="text"
              {...control}
              value={reason}
              onChange={(event) => onChange({ ...chosen, reason: event.target.value })}
            />
          )}
        </FieldFrame>
      )}
      {errors[printField(index, 'document')]?.map(({ sentence }) => (
        <p key={sentence} className="error-line">
          {sentence}
        </p>
      ))}
    </div>
  )
}
