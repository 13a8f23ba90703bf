import { useRef } from 'react'
import type { PrintablePaper, PrintTab } from '#contract/prints.ts'
import type { PrintPaper } from '#domain/print/print-paper.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import type { ChosenPaper } from '../../lib/use-print.ts'
import { PrintLine } from './print-line.tsx'
import { PRINT_TABS } from './print-tools.tsx'

type Props = {
  readonly tab: PrintTab
  readonly rows: readonly PrintablePaper[]
  /** Looked for by text or kind. */
  readonly isNarrowed: boolean
  readonly chosen: readonly ChosenPaper[]
  readonly on: PrintPaper
  readonly errors: MappedErrors['fields']
  readonly onToggle: (paper: PrintablePaper) => void
  readonly onAdd: (papers: readonly PrintablePaper[]) => void
  readonly onChange: (chosen: ChosenPaper) => void
}

/** The papers of a list, each to be chosen, or all that are shown at once. */
export function PrintList({ tab, rows, isNarrowed, chosen, on, errors, onToggle, onAdd, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  const current = PRINT_TABS.find((each) => each.tab === tab)
  const placeOf = ({ id }: PrintablePaper) => chosen.findIndex(({ paper }) => paper.id === id)
  const addable = rows.filter((paper) => paper.pages !== null && placeOf(paper) === -1)
  if (rows.length === 0)
    return (
      <div className="empty">
        <h2>{isNarrowed ? '没有找到这样的文书' : `没有${current?.title}的文书`}</h2>
        <p>{current?.empty}</p>
      </div>
    )
  return (
    <>
      {addable.length > 1 && (
        <button type="button" className="button plain small" onClick={() => onAdd(addable)}>
          选上列出的 {addable.length} 份
        </button>
      )}
      <ul ref={list} aria-label={current?.title}>
        {rows.map((paper) => (
          <PrintLine
            key={paper.id}
            paper={paper}
            at={placeOf(paper)}
            chosen={chosen[placeOf(paper)]}
            on={on}
            errors={errors}
            onToggle={() => onToggle(paper)}
            onChange={onChange}
          />
        ))}
      </ul>
    </>
  )
}
