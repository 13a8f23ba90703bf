import './panels.css'
import '../../ui/due-row.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { PanelRow } from '#contract/panels.ts'
import { shortDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { panelsQuery } from './panels-query.ts'

/** What waits to be discussed by the heads together. */
export function PanelsPage() {
  const { data, error } = useQuery(panelsQuery)
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('集体讨论')
  return (
    <main className="panels" aria-label="集体讨论">
      <h1>集体讨论</h1>
      <p className="muted">
        情节复杂或者重大的，由机关负责人集体讨论决定（《行政处罚法》第五十七条）。讨论以前，拟稿和音像记录可以一起看。
      </p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label="等待讨论">
        {data?.rows.map((row) => (
          <PanelLine key={row.caseId + row.run} row={row} />
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <div className="empty">
          <h2>没有等待讨论的案件</h2>
          <p>承办机构提请集体讨论以后，会按先后列在这里。</p>
        </div>
      )}
    </main>
  )
}

function PanelLine({ row }: { readonly row: PanelRow }) {
  const { caseId, run, caseName, number, unitName, handlers, openedOn, recordings } = row
  const facts = [number, unitName, handlers && `承办 ${handlers}`, recordings > 0 && `音像 ${recordings} 份`]
  return (
    <li>
      <Link to="/panels/$caseId/$run" params={{ caseId, run }} className="due-row" data-row>
        <span>
          <b>{caseName}</b>
          <small>{facts.filter(Boolean).join(' · ')}</small>
        </span>
        <span className="due-clock">
          <small>{openedOn && `${shortDay(openedOn)}提请`}</small>
        </span>
      </Link>
    </li>
  )
}
