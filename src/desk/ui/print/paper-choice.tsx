import '../form/choices.css'
import './print.css'
import { PRINT_PAPERS, type PrintPaper, stripWidthOf } from '#domain/print/print-paper.ts'

type Props = {
  readonly on: PrintPaper
  /** Why what is chosen is on A4 only; nothing where all have a strip. */
  readonly whyNot: string | undefined
  /** What is closed cannot be chosen; several papers may still be parted, so there it only says why. */
  readonly isClosed?: boolean
  readonly onChange: (paper: PrintPaper) => void
}

const titleOf = (paper: PrintPaper): string => {
  const width = stripWidthOf(paper)
  return width ? `${width} 毫米` : 'A4'
}

/** A4, or the roll of a portable printer, with the reason beside it where a paper has no strip. */
export function PaperChoice({ on, whyNot, isClosed = false, onChange }: Props) {
  return (
    <fieldset className="paper-choice">
      <legend>纸张</legend>
      <div className="choices in-row">
        {PRINT_PAPERS.map((paper) => (
          <label key={paper} className="choice">
            <input
              type="radio"
              name="print-paper"
              checked={paper === on}
              disabled={isClosed && paper !== 'A4'}
              onChange={() => onChange(paper)}
            />
            <span>{titleOf(paper)}</span>
          </label>
        ))}
      </div>
      {whyNot && <p className={isClosed ? 'hint' : 'error-line'}>{whyNot}</p>}
      {stripWidthOf(on) && !whyNot && (
        <p className="hint">窄幅打印件交当事人，每份一页，按页裁开；归档的仍用 A4 打印。</p>
      )}
    </fieldset>
  )
}
