import '../../ui/form/choices.css'
import { type FormEvent, useState } from 'react'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { type ChosenPaper, printField, type Sides } from '../../lib/use-print.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'

type Props = {
  readonly chosen: readonly ChosenPaper[]
  readonly errors: MappedErrors
  readonly isBusy: boolean
  readonly onPrint: (sides: Sides) => Promise<void>
  readonly onClear: () => void
}

/** How much is chosen, on one side or on both, and the one button. */
export function PrintBar({ chosen, errors, isBusy, onPrint, onClear }: Props) {
  const [isTwoSided, setTwoSided] = useState(false)
  const copies = chosen.reduce((sum, each) => sum + (Number(each.copies) || 0), 0)
  const pages = chosen.reduce((sum, each) => sum + (Number(each.copies) || 0) * (each.paper.pages ?? 0), 0)
  const titles = Object.fromEntries(
    chosen.flatMap(({ paper }, index) =>
      (['copies', 'reason', 'document'] as const).map((name) => [printField(index, name), `《${paper.title}》`]),
    ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onPrint(isTwoSided ? 'two' : 'one')
  }
  return (
    <form className="print-bar" onSubmit={submit} aria-label="打印选中的文书" noValidate>
      <ErrorSummary errors={errors} titles={titles} />
      <p>
        已选 <b>{chosen.length}</b> 种文书，<b>{copies}</b> 份，{pages} 页
      </p>
      <label className="choice">
        <input type="checkbox" checked={isTwoSided} onChange={(event) => setTwoSided(event.target.checked)} />
        <span>双面打印，每份从新的一张纸开始</span>
      </label>
      <p className="buttons">
        <button type="submit" className="button primary" disabled={isBusy}>
          打印
        </button>
        <button type="button" className="button plain" onClick={onClear}>
          都不选
        </button>
      </p>
    </form>
  )
}
