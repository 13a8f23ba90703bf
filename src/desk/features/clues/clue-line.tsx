import '../../ui/due-row.css'
import { Link } from '@tanstack/react-router'
import type { ClueRow } from '#contract/clues.ts'
import { shortDay } from '../../lib/office-time.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

/** One clue: where it is from, with whom it lies, and its clock or what became of it. */
export function ClueLine({ row }: { readonly row: ClueRow }) {
  const { source, unitName, handlers, party, openedOn, number } = row
  const facts = [source, party, unitName, handlers && `核查 ${handlers}`, `${shortDay(openedOn)}登记`, number]
  return (
    <li>
      <Link to="/cases/$caseId" params={{ caseId: row.id }} className="due-row" data-row>
        <span>
          <b>{row.name}</b>
          <small>{facts.filter(Boolean).join(' · ')}</small>
          {row.isWaiting && <small className="soon">已决定转为案件，还没有登记案件</small>}
        </span>
        <span className="due-clock">
          {row.dueOn ? (
            <>
              <ClockMark daysLeft={row.daysLeft} />
              <small>{shortDay(row.dueOn)}前决定</small>
            </>
          ) : (
            <small>{row.follower ? '已经立案' : row.stageTitle}</small>
          )}
        </span>
      </Link>
    </li>
  )
}
