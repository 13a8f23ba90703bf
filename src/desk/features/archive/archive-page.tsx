import './archive.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { ArchiveAnswer, ArchiveQuery } from '#contract/archive.ts'
import { archiveQuery } from '../../lib/archive/archive-queries.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'
import { ArchiveLine } from './archive-line.tsx'

type List = ArchiveQuery['list']

const LISTS: readonly { readonly list: List; readonly title: string; readonly empty: string }[] = [
  { list: 'waiting', title: '待接收', empty: '承办人员移交的案卷会列在这里，快到期的在前。' },
  { list: 'not-handed-over', title: '未移交', empty: '办结的案件都已经移交。' },
  { list: 'sealed', title: '已封存', empty: '接收并封存的案卷会列在这里。' },
]

/** The room 归档: what waits, what is still with the handlers, what is sealed. */
export function ArchivePage() {
  const { list = 'waiting' } = useSearch({ from: '/archive' })
  const { data, error } = useQuery(archiveQuery(list))
  const rows = useRef<HTMLUListElement>(null)
  useListKeys(rows)
  useTitle('归档')
  const current = LISTS.find((each) => each.list === list)
  return (
    <main className="archive" aria-label="归档">
      <h1>归档</h1>
      <p className="muted">检查移交的案卷，四性检测符合的接收封存，不符合的写明理由退回。</p>
      {data !== undefined && data.counts.overdue > 0 && (
        <p className="notice late">
          <strong>{data.counts.overdue} 个移交了的案卷已经超过归档期限</strong>
        </p>
      )}
      <TabLinks label="按进展" isOfRoom>
        {LISTS.map((each) => (
          <Link
            key={each.list}
            to="/archive"
            search={{ list: each.list }}
            activeOptions={BY_SEARCH}
            aria-current={each.list === list ? 'page' : undefined}
          >
            {each.title} <b>{countOf(data, each.list)}</b>
          </Link>
        ))}
      </TabLinks>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={rows} aria-label={current?.title}>
        {data?.rows.map((row) => (
          <ArchiveLine key={row.caseId} row={row} />
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <div className="empty">
          <h2>没有{current?.title}的案卷</h2>
          <p>{current?.empty}</p>
        </div>
      )}
    </main>
  )
}

function countOf(data: ArchiveAnswer | undefined, list: List): number | '' {
  if (!data) return ''
  const { counts } = data
  return { waiting: counts.waiting, 'not-handed-over': counts.notHandedOver, sealed: counts.sealed }[list]
}
