import '../../ui/due-row.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { AccessRow } from '#contract/access.ts'
import { purposeTitle } from '#domain/access-request/access-request.ts'
import { lastDayOf } from '#domain/access-request/refuse-loan.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { type AccessTab, accessPages } from './access-queries.ts'
import { EMPTY, STATE_TITLES, STATE_TONES, TAB_TITLES } from './access-words.ts'

/** One tab of the room, the newest first. */
export function AccessList({ tab }: { readonly tab: AccessTab }) {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(accessPages(tab))
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label={TAB_TITLES[tab]}>
        {rows.map((row) => (
          <AccessLine key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button small list-more" onClick={() => void fetchNextPage()}>
          再看一些
        </button>
      )}
      {data && rows.length === 0 && (
        <div className="empty">
          <h2>{tab === 'mine' ? '还没有申请过调阅' : `没有${TAB_TITLES[tab]}的调阅`}</h2>
          <p>{EMPTY[tab]}</p>
        </div>
      )}
    </>
  )
}

export function AccessLine({ row }: { readonly row: AccessRow }) {
  const scope = row.scope === 'case' ? '整件案件' : `${row.itemCount} 份`
  const facts = [
    row.bodyName ?? `${row.requestedBy}（${row.unitName}）`,
    scope,
    purposeTitle(row.purposes),
    `${dayAndTimeOf(row.requestedAt)}申请`,
  ]
  return (
    <li>
      <Link to="/access/$requestId" params={{ requestId: row.id }} className="due-row" data-row>
        <span>
          <b>{row.caseName || '尚未归入案件的音像记录'}</b>
          <small>{facts.join(' · ')}</small>
          {row.loansOut > 0 && <small className="soon">借出 {row.loansOut} 项未归还</small>}
        </span>
        <span className="due-clock">
          <span className={`access-state ${STATE_TONES[row.state]}`}>{STATE_TITLES[row.state]}</span>
          {row.untilAt && <small>至{longDay(lastDayOf(row.untilAt))}</small>}
        </span>
      </Link>
    </li>
  )
}
