import './disclosures.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'
import { DisclosureLine } from './disclosure-line.tsx'
import { disclosuresQuery } from './disclosures-query.ts'
import { EMPTY, STATE_TITLES, STATES } from './state-titles.ts'

/** The room 公示: what has to become public, by when, and what became of it. */
export function DisclosuresPage() {
  const { state = 'due' } = useSearch({ from: '/disclosures' })
  const { data, error } = useQuery(disclosuresQuery(state))
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('公示')
  return (
    <main className="disclosures" aria-label="公示">
      <h1>公示</h1>
      <p className="muted">送达全部当事人以后才能公示；期限是最后一日，不是等待期。</p>
      {data !== undefined && data.lateCount > 0 && (
        <p className="notice late">
          <strong>{data.lateCount} 项决定已经超过公示期限</strong>
        </p>
      )}
      <TabLinks label="按状态" isOfRoom>
        {STATES.map((each) => (
          <Link
            key={each}
            to="/disclosures"
            search={{ state: each }}
            activeOptions={BY_SEARCH}
            aria-current={each === state ? 'page' : undefined}
          >
            {STATE_TITLES[each]}
          </Link>
        ))}
      </TabLinks>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label={STATE_TITLES[state]}>
        {data?.rows.map((row) => (
          <DisclosureLine key={row.id} row={row} />
        ))}
      </ul>
      {data?.next && <p className="hint">只列出前 50 项；办完前面的，后面的会补上来。</p>}
      {data?.rows.length === 0 && (
        <div className="empty">
          <h2>没有{STATE_TITLES[state]}的决定</h2>
          <p>{EMPTY[state]}</p>
        </div>
      )}
    </main>
  )
}
