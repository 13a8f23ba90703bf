import '../../ui/due-row.css'
import { Link } from '@tanstack/react-router'
import type { ReviewRow } from '#contract/worklists.ts'
import { shortDay } from '../../lib/office-time.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

export function ReviewLine({ row }: { readonly row: ReviewRow }) {
  return (
    <li>
      <Link to="/reviews/$caseId/$run" params={{ caseId: row.caseId, run: row.run }} className="due-row" data-row>
        <span>
          <b>{row.caseName}</b>
          <small>
            {[
              row.subject,
              row.number,
              row.unitName,
              row.handlers && `承办 ${row.handlers}`,
              `${shortDay(row.submittedOn)}送审`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {!row.mayReview && row.refusal && <small className="late">您不能审核：{row.refusal}</small>}
        </span>
        <span className="due-clock">
          <ClockMark daysLeft={row.daysLeft} />
          {row.dueOn && <small>{shortDay(row.dueOn)}前</small>}
        </span>
      </Link>
    </li>
  )
}
