import { Link } from '@tanstack/react-router'
import type { PrintablePaper } from '#contract/prints.ts'
import type { PrintPaper } from '#domain/print/print-paper.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { longDay } from '../../lib/office-time.ts'
import type { ChosenPaper } from '../../lib/use-print.ts'
import { copiesWords, printedWords } from '../../ui/print/copies-words.ts'
import { PrintFields } from '../../ui/print/print-fields.tsx'

type Props = {
  readonly paper: PrintablePaper
  readonly chosen: ChosenPaper | undefined
  /** Its place among those that are chosen. */
  readonly at: number
  readonly on: PrintPaper
  readonly errors: MappedErrors['fields']
  readonly onToggle: () => void
  readonly onChange: (chosen: ChosenPaper) => void
}

const DOCUMENTS = { show: 'documents' }

/** One paper: what it is, of which case, how many copies it needs; what is typed for it stands under it once it is chosen. */
export function PrintLine({ paper, chosen, at, on, errors, onToggle, onChange }: Props) {
  const { title, number, party, issuedOn, pages, isSealed, isSigned, caseId, caseName } = paper
  const facts = [
    number,
    party,
    `${longDay(issuedOn)}出具`,
    pages === null ? '正在排版，排好以后可以打印' : `${pages} 页`,
  ]
  const needs = [!chosen && copiesWords(paper), isSealed && '要盖章', isSigned && '带屏幕签名']
  return (
    <li className="print-line" data-chosen={chosen !== undefined || undefined}>
      <label>
        <input type="checkbox" data-row checked={chosen !== undefined} disabled={pages === null} onChange={onToggle} />
        <span>
          <b>{title}</b>
          <small>{facts.filter(Boolean).join(' · ')}</small>
          {needs.some(Boolean) && <small>{needs.filter(Boolean).join(' · ')}</small>}
          {printedWords(paper) && <small className="soon">{printedWords(paper)}</small>}
        </span>
      </label>
      <Link className="print-case" to="/cases/$caseId" params={{ caseId }} search={DOCUMENTS}>
        {caseName}
      </Link>
      {chosen && <PrintFields chosen={chosen} on={on} index={at} errors={errors} onChange={onChange} />}
    </li>
  )
}
