import { useInfiniteQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { worklistPages } from '../../lib/case/worklist-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { DossierTasks } from './dossier-tasks.tsx'
import { NewCaseLink } from './new-case-link.tsx'
import { WorklistEmpty } from './worklist-empty.tsx'
import { WorklistRow } from './worklist-row.tsx'
import { WorklistSearch } from './worklist-search.tsx'
import { WorklistTabs } from './worklist-tabs.tsx'

/** 我的工作: what is mine and what is due, in order of due date. */
export function Worklist() {
  const { tab = 'mine', text = '' } = useSearch({ from: '/cases' })
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...worklistPages(tab, text),
    placeholderData: (old) => old,
  })
  const { pathname } = useLocation()
  // A page has one main heading: the case's own, once one is open.
  const Title = pathname === '/' ? 'h1' : 'h2'
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('我的工作')
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const counts = data?.pages[0]?.counts
  return (
    <section className="room-list" aria-label="工作清单">
      <header className="list-head">
        <div className="list-title">
          <Title>我的工作</Title>
          <NewCaseLink isPrimary={pathname === '/'} />
        </div>
        <WorklistSearch tab={tab} text={text} />
        <WorklistTabs tab={tab} text={text} counts={counts} />
      </header>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label="案件" aria-busy={isPending}>
        {rows.map((row) => (
          <WorklistRow key={row.id} row={row} tab={tab} text={text} />
        ))}
      </ul>
      {!isPending && !error && rows.length === 0 && <WorklistEmpty tab={tab} text={text} total={counts?.all ?? 0} />}
      {tab === 'mine' && <DossierTasks />}
      {hasNextPage && (
        <button type="button" className="button small list-more" onClick={() => fetchNextPage()}>
          {isFetchingNextPage ? '正在读取…' : '再看一些'}
        </button>
      )}
    </section>
  )
}
