import '../../ui/due-row.css'
import { Link } from '@tanstack/react-router'
import type { CustodyRow } from '#contract/custody.ts'
import { thingCardPath } from '../../lib/case/case-calls.ts'
import { shortDay } from '../../lib/office-time.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

export function CustodyLine({ row }: { readonly row: CustodyRow }) {
  const where = [row.shelf, row.seal && `封条 ${row.seal}`].filter(Boolean).join(' · ')
  return (
    <li className="custody-line">
      <Link
        to="/cases/$caseId"
        params={{ caseId: row.caseId }}
        search={{ show: 'things' }}
        className="due-row"
        data-row
      >
        <span>
          <b>
            {row.name} {row.amount}
          </b>
          <small>{[row.spec, `${row.measure}，${shortDay(row.listedOn)}登记`].filter(Boolean).join(' · ')}</small>
          <small>{[...row.places, where].filter(Boolean).join(' · ')}</small>
          <small>{row.fates.join(' · ')}</small>
          {row.papers.length > 0 && (
            <small>依据 {row.papers.map(({ title, number }) => `《${title}》${number ?? ''}`).join('、')}</small>
          )}
          <small>{[row.number, row.caseName].filter(Boolean).join(' · ')}</small>
        </span>
        <span className="due-clock">
          <ClockMark daysLeft={row.daysLeft} />
          {row.dueTitle && <small>{row.dueTitle}</small>}
          {row.dueOn && <small>{shortDay(row.dueOn)}</small>}
        </span>
      </Link>
      <a href={thingCardPath(row.caseId, row.thing)} target="_blank" rel="noreferrer">
        打印标签
        <span className="unseen">：{row.name}</span>
      </a>
    </li>
  )
}
