import '../../ui/form/choices.css'
import { type FormEvent, useState } from 'react'
import { type PrintPaper, stripWidthOf, whyNoStrip } from '#domain/print/print-paper.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { type ChosenPaper, copiesTyped, type How, printField } from '../../lib/use-print.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { PaperChoice } from '../../ui/print/paper-choice.tsx'

type Props = {
  readonly chosen: readonly ChosenPaper[]
  readonly errors: MappedErrors
  readonly isBusy: boolean
  readonly on: PrintPaper
  readonly onPaper: (paper: PrintPaper) => void
  readonly onPrint: (how: How) => Promise<void>
  readonly onClear: () => void
}

/** How much is chosen, on one side or on both, and the one button. */
export function PrintBar({ chosen, errors, isBusy, on, onPaper, onPrint, onClear }: Props) {
  const [isTwoSided, setTwoSided] = useState(false)
  const isNarrow = stripWidthOf(on) !== undefined
  const whyNot = isNarrow ? whyNoStrip(...chosen.map(({ paper }) => paper)) : undefined
  const { copies, pages } = sumOf(chosen, on)
  const titles = Object.fromEntries(
    chosen.flatMap(({ paper }, index) =>
      (['copies', 'reason', 'document'] as const).map((name) => [printField(index, name), `《${paper.title}》`]),
    ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onPrint({ sides: isTwoSided && !isNarrow ? 'two' : 'one', on })
  }
  return (
    <form className="print-bar" onSubmit={submit} aria-label="打印选中的文书" noValidate>
      <ErrorSummary errors={errors} titles={titles} />
      <p>
        已选 <b>{chosen.length}</b> 种文书，<b>{copies}</b> 份，{pages} 页
      </p>
      <PaperChoice on={on} whyNot={whyNot} onChange={onPaper} />
      {!isNarrow && (
        <label className="choice">
          <input type="checkbox" checked={isTwoSided} onChange={(event) => setTwoSided(event.target.checked)} />
          <span>双面打印，每份从新的一张纸开始</span>
        </label>
      )}
      <p className="buttons">
        <button type="submit" className="button primary" disabled={isBusy || whyNot !== undefined}>
          打印
        </button>
        <button type="button" className="button plain" onClick={onClear}>
          都不选
        </button>
      </p>
    </form>
  )
}

/** A strip is one page, however long. */
function sumOf(chosen: readonly ChosenPaper[], on: PrintPaper) {
  const each = chosen.map((one) => ({ copies: Number(copiesTyped(one, on)) || 0, pages: one.paper.pages ?? 0 }))
  return {
    copies: each.reduce((sum, { copies }) => sum + copies, 0),
    pages: each.reduce((sum, { copies, pages }) => sum + copies * (stripWidthOf(on) ? 1 : pages), 0),
  }
}
