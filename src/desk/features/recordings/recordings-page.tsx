import './recordings.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { CASE_WORKERS } from '#domain/access/permissions.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'
import { AnnouncedList } from './announced-list.tsx'
import { ArrivalPanel } from './arrival-panel.tsx'
import { RecordingFilters } from './recording-filters.tsx'
import { RecordingLine } from './recording-line.tsx'
import { RECORDING_TABS, recordingsQuery, TAB_TITLES } from './recordings-query.ts'

/** The room 音像: what has come in, what is missing, and where files are brought in. */
export function RecordingsPage() {
  const search = useSearch({ from: '/recordings' })
  const { only = 'all' } = search
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(recordingsQuery(search))
  const list = useRef<HTMLUListElement>(null)
  const mayBring = useMay(CASE_WORKERS)
  useListKeys(list)
  useTitle('音像')
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <main className="recordings" aria-label="音像">
      <div className="recordings-head">
        <h1>音像</h1>
        <Link to="/recordings/list">事项清单</Link>
        <Link to="/recordings/monitoring">非现场</Link>
        <Link to="/recordings/devices">记录设备</Link>
      </div>
      <p className="muted">执法记录仪、手机和摄像头拍的，二十四小时内存到这里；原件存入以后谁也改不了。</p>
      {mayBring && <ArrivalPanel />}
      <AnnouncedList announced={first?.announced ?? []} />
      <TabLinks label="按情形" isOfRoom>
        {RECORDING_TABS.map((tab) => (
          <Link
            key={tab}
            to="/recordings"
            search={{ ...search, only: tab === 'all' ? undefined : tab }}
            activeOptions={BY_SEARCH}
            aria-current={tab === only ? 'page' : undefined}
          >
            {TAB_TITLES[tab]} {first && <b>{first.counts[tab]}</b>}
          </Link>
        ))}
      </TabLinks>
      <RecordingFilters search={search} />
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label={`${TAB_TITLES[only]}音像记录`} className="recording-list">
        {rows?.map((row) => (
          <RecordingLine key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? '正在取…' : '再看三十条'}
        </button>
      )}
      {rows?.length === 0 && <NothingHere isFiltered={Object.values(search).some(Boolean)} />}
    </main>
  )
}

function NothingHere({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <div className="empty">
      <h2>{isFiltered ? '没有符合条件的音像记录' : '还没有音像记录'}</h2>
      <p>
        {isFiltered
          ? '换一个条件，或者看全部。'
          : '把记录仪里的文件或者整个文件夹拖到上面；有采集站的，由管理员接上采集站，会自动收进来。'}
      </p>
    </div>
  )
}
