import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CASE_WORKERS } from '#domain/access/permissions.ts'
import { myDossiersQuery } from '../../lib/archive/archive-queries.ts'
import { shortDay } from '../../lib/office-time.ts'
import { useMay } from '../../lib/session-context.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

/** Ended cases that wait for their handler to hand the dossier over. */
export function DossierTasks() {
  const isWorker = useMay(CASE_WORKERS)
  const { data } = useQuery({ ...myDossiersQuery, enabled: isWorker })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="dossier-tasks" aria-label="等您移交归档">
      <h3>等您移交归档</h3>
      <ul>
        {data.rows.map((row) => (
          <li key={row.caseId}>
            <Link to="/cases/$caseId" params={{ caseId: row.caseId }} search={{ show: 'dossier' }} className="row">
              <span className="row-top">
                <b>{row.caseName}</b>
                <ClockMark daysLeft={row.daysLeft} />
              </span>
              <span className="row-facts">
                {row.state === 'returned' && <em className="mark late">被退回</em>}
                归档 {shortDay(row.dueOn)}前
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
