import './notices.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { NoticeLine } from './notice-line.tsx'
import { NoticeSettings } from './notice-settings.tsx'
import { noticesQuery } from './notices-query.ts'
import { useMarkRead } from './use-mark-read.ts'

const TABS = [
  { only: 'unread', title: '未读' },
  { only: 'all', title: '全部' },
] as const

/** 通知: what asks something of this person, the newest first. */
export function NoticesPage() {
  const { only = 'unread' } = useSearch({ from: '/notices' })
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(noticesQuery(only))
  const { markRead, problem } = useMarkRead()
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('通知')
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const trouble = error ? sentenceOf(error) : problem
  return (
    <main className="notices" aria-label="通知">
      <h1>通知</h1>
      <NoticeTabs
        only={only}
        hasUnread={rows.some(({ readAt }) => readAt === null)}
        onReadAll={() => void markRead({})}
      />
      {trouble && (
        <p className="notice late" role="alert">
          {trouble}
        </p>
      )}
      <ul ref={list} aria-label={only === 'unread' ? '未读的通知' : '全部通知'}>
        {rows.map((row) => (
          <NoticeLine key={row.id} row={row} onRead={(id) => void markRead({ ids: [id] })} />
        ))}
      </ul>
      {data && rows.length === 0 && (
        <div className="empty">
          <h2>没有{only === 'unread' ? '未读的' : ''}通知</h2>
          <p>
            等您审批的、被退回的、快到期的、交给您承办的，和审批、审核、答复的结果，会列在这里；办完的自动算作已读。
          </p>
        </div>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? '正在读…' : '再看 30 条'}
        </button>
      )}
      <NoticeSettings />
    </main>
  )
}

type Tabs = { readonly only: 'unread' | 'all'; readonly hasUnread: boolean; readonly onReadAll: () => void }

function NoticeTabs({ only, hasUnread, onReadAll }: Tabs) {
  return (
    <nav className="notice-tabs" aria-label="看哪些通知">
      {TABS.map((tab) => (
        <Link
          key={tab.only}
          to="/notices"
          search={{ only: tab.only }}
          activeOptions={BY_SEARCH}
          aria-current={tab.only === only ? 'page' : undefined}
        >
          {tab.title}
        </Link>
      ))}
      {hasUnread && (
        <button type="button" className="button small" onClick={onReadAll}>
          全部标为已读
        </button>
      )}
    </nav>
  )
}
