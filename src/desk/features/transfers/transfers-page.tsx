import '../../ui/due-row.css'
import './transfers.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { TransferRow } from '#contract/transfers.ts'
import { shortDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'
import { transfersQuery } from './transfers-query.ts'

/** 两法衔接: what the agencies of the region transfer to the police, for those who receive and supervise it. */
export function TransfersPage() {
  const { data, error } = useQuery(transfersQuery)
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('移送的案件')
  return (
    <main className="transfers" aria-label="移送的案件">
      <h1>移送的案件</h1>
      <p className="muted">
        本地区行政执法机关移送的涉嫌犯罪案件，期限近的在前。移送和不移送的决定都接受人民检察院和监察机关的监督（《行政执法机关移送涉嫌犯罪案件的规定》第十四条）。
      </p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data?.isCut && <p className="notice soon">案件很多，这里只列出最近有变动的二百件。</p>}
      <ul ref={list} aria-label="移送的案件">
        {data?.rows.map((row) => (
          <TransferLine key={row.caseId + row.run} row={row} />
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <div className="empty">
          <h2>没有移送的案件</h2>
          <p>行政执法机关批准移送以后，案件会出现在这里。</p>
        </div>
      )}
    </main>
  )
}

function TransferLine({ row }: { readonly row: TransferRow }) {
  return (
    <li>
      <Link to="/transfers/$caseId/$run" params={{ caseId: row.caseId, run: row.run }} className="due-row" data-row>
        <span>
          <b>{row.caseName}</b>
          <small>
            {[row.agencyName, row.parties, row.sentOn && `${shortDay(row.sentOn)}移送`].filter(Boolean).join(' · ')}
          </small>
          <small>{row.stageTitle}</small>
        </span>
        <span className="due-clock">
          <ClockMark daysLeft={row.daysLeft} />
          {row.dueTitle && <small>{row.dueTitle}</small>}
          {row.dueOn && <small>{shortDay(row.dueOn)}前</small>}
        </span>
      </Link>
    </li>
  )
}
