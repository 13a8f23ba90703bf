import '../../ui/party/finder.css'
import './clues.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { CluesQuery } from '#contract/clues.ts'
import { anyRole } from '#domain/access/permissions.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { ClueLine } from './clue-line.tsx'
import { cluesQuery } from './clues-query.ts'

const TABS: readonly { readonly tab: CluesQuery['tab']; readonly title: string; readonly empty: string }[] = [
  { tab: 'open', title: '核查中', empty: '登记的线索会按登记的先后列在这里。' },
  { tab: 'waiting', title: '待立案', empty: '决定转为案件的线索都已经登记了案件。' },
  { tab: 'ended', title: '已办结', empty: '办结的线索会列在这里。' },
  { tab: 'all', title: '全部', empty: '还没有登记过线索。' },
]
const REGISTER = { procedure: 'clue' }

/** 线索: whatever may become a case, until it is decided whether one is made of it. */
export function CluesPage() {
  const { tab = 'open' } = useSearch({ from: '/clues' })
  const [text, setText] = useState('')
  const rested = useDebounced(text.trim(), 200)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(cluesQuery(tab, rested))
  const list = useRef<HTMLUListElement>(null)
  const mayRegister = useMay(anyRole('handler', 'clerk'))
  useListKeys(list)
  useTitle('线索')
  const current = TABS.find((each) => each.tab === tab)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const counts = data?.pages[0]?.counts
  return (
    <main className="clues" aria-label="线索">
      <div className="clues-head">
        <h1>线索</h1>
        {mayRegister && (
          <Link to="/cases/new" search={REGISTER} className="button primary">
            登记线索
          </Link>
        )}
      </div>
      <p className="muted">
        检查、投诉举报、交办、移送、媒体和监测发现的，先登记；核查以后决定立案、不予立案或者移送。
      </p>
      <nav className="clue-tabs" aria-label="按进展">
        {TABS.map((each) => (
          <Link
            key={each.tab}
            to="/clues"
            search={{ tab: each.tab }}
            activeOptions={BY_SEARCH}
            aria-current={each.tab === tab ? 'page' : undefined}
          >
            {each.title} {counts && (each.tab === 'open' || each.tab === 'waiting') ? counts[each.tab] : ''}
          </Link>
        ))}
      </nav>
      <input
        className="control clue-search"
        type="search"
        data-search
        aria-label="查找线索"
        aria-keyshortcuts="/"
        placeholder="名称、文号或者当事人"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label={current?.title}>
        {rows.map((row) => (
          <ClueLine key={row.id} row={row} />
        ))}
      </ul>
      {data && rows.length === 0 && (
        <div className="empty">
          <h2>{rested ? `没有找到“${rested}”` : `没有${current?.title}的线索`}</h2>
          <p>{current?.empty}</p>
        </div>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? '正在读…' : '再看 30 条'}
        </button>
      )}
    </main>
  )
}
