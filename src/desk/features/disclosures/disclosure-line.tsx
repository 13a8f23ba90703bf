import '../../ui/due-row.css'
import { Link } from '@tanstack/react-router'
import type { DisclosureRow } from '#contract/disclosures.ts'
import { longDay, shortDay } from '../../lib/office-time.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

/** One decision: what it is, why it waits, and its clock. */
export function DisclosureLine({ row }: { readonly row: DisclosureRow }) {
  const facts = [row.documentTitle, row.number, row.preparedBy && `${row.preparedBy}准备`].filter(Boolean)
  return (
    <li>
      <Link to="/disclosures/$disclosureId" params={{ disclosureId: row.id }} className="due-row" data-row>
        <span>
          <b>{row.caseName}</b>
          <small>{facts.join(' · ')}</small>
          {row.reason && <small>{row.reason}</small>}
          {row.hasDraft && row.state === 'published' && <small className="soon">有一份更正等待确认</small>}
        </span>
        <LineClock row={row} />
      </Link>
    </li>
  )
}

function LineClock({ row }: { readonly row: DisclosureRow }) {
  if (row.state === 'due' || row.state === 'prepared') {
    return (
      <span className="due-clock">
        <ClockMark daysLeft={row.daysLeft} />
        <small>{shortDay(row.dueOn)}前公示</small>
      </span>
    )
  }
  if (row.state !== 'published' || row.publishedUntilOn === null) return null
  return (
    <span className="due-clock">
      <small>公示至{longDay(row.publishedUntilOn)}</small>
    </span>
  )
}
