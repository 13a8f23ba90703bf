import './monitoring.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'
import { MONITORING_TABS, monitoringQuery } from './monitoring-query.ts'
import { RecordLine } from './record-line.tsx'

const TITLES = { waiting: '待审核', passed: '已通过', failed: '没有通过' } as const

/** 非现场: what the devices have recorded, each record waiting for a person who says whether it proves anything. */
export function MonitoringPage() {
  const { only = 'waiting' } = useSearch({ from: '/recordings/monitoring' })
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(monitoringQuery(only))
  useTitle('非现场')
  const records = data?.pages.flatMap((page) => page.records)
  return (
    <main className="monitoring" aria-label="非现场">
      <Link to="/recordings">音像</Link>
      <h1>非现场</h1>
      <p className="muted">
        电子技术监控设备的记录要由人逐条审核：真实、清晰、完整、准确四项都满足的，才能作为证据（行政处罚法第四十一条第二款）。
      </p>
      <TabLinks label="按审核结果" isOfRoom>
        {MONITORING_TABS.map((tab) => (
          <Link
            key={tab}
            to="/recordings/monitoring"
            search={{ only: tab === 'waiting' ? undefined : tab }}
            activeOptions={BY_SEARCH}
            aria-current={tab === only ? 'page' : undefined}
          >
            {TITLES[tab]} {data && <b>{data.pages[0]?.counts[tab]}</b>}
          </Link>
        ))}
      </TabLinks>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul aria-label={`${TITLES[only]}的监控记录`}>
        {records?.map((record) => (
          <RecordLine key={record.id} record={record} />
        ))}
      </ul>
      {records?.length === 0 && (
        <div className="empty">
          <h2>{only === 'waiting' ? '没有等待审核的记录' : '还没有这样的记录'}</h2>
          <p>记录从“音像”存入，存入时选监控设备；监控设备和它的审核、设置地点在“记录设备”里登记。</p>
        </div>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看二十条
        </button>
      )}
    </main>
  )
}
