import '../../ui/due-row.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ArchiveRow } from '#contract/archive.ts'
import { dayAndTimeOf, shortDay } from '../../lib/office-time.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

/** One dossier: what it is, with whom it lies, and its clock. */
export function ArchiveLine({ row }: { readonly row: ArchiveRow }) {
  const facts = [row.caseNumber, row.handlers && `承办 ${row.handlers}`, row.retention && `保管 ${row.retention}`]
  return (
    <li>
      <Target row={row}>
        <span>
          <b>{row.caseName}</b>
          <small>{facts.filter(Boolean).join(' · ')}</small>
          {row.archiveNumber && <small>归档号 {row.archiveNumber}</small>}
          {row.state === 'returned' && <small className="soon">已退回，等承办人员重新移交</small>}
        </span>
        <span className="due-clock">{row.state === 'sealed' ? <Sealed row={row} /> : <Due row={row} />}</span>
      </Target>
    </li>
  )
}

/** What was never handed over is opened as a case. */
function Target({ row, children }: { readonly row: ArchiveRow; readonly children: ReactNode }) {
  if (row.dossierId) {
    return (
      <Link to="/archive/$dossierId" params={{ dossierId: row.dossierId }} className="due-row" data-row>
        {children}
      </Link>
    )
  }
  return (
    <Link to="/cases/$caseId" params={{ caseId: row.caseId }} search={{ show: 'dossier' }} className="due-row" data-row>
      {children}
    </Link>
  )
}

const Due = ({ row }: { readonly row: ArchiveRow }) => (
  <>
    <ClockMark daysLeft={row.daysLeft} />
    <small>{shortDay(row.dueOn)}前归档</small>
  </>
)

const Sealed = ({ row }: { readonly row: ArchiveRow }) => (
  <>
    {row.sealedAt && <small>{dayAndTimeOf(row.sealedAt)} 封存</small>}
    {row.parts > 1 && <small>另有 {row.parts - 1} 个补充包</small>}
  </>
)
