import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { INTAKE } from '#domain/access/permissions.ts'
import { worklistPages } from '../../lib/case/worklist-query.ts'
import { longDay } from '../../lib/office-time.ts'
import { useMay, useSession } from '../../lib/session-context.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

/** Beside the list while no case is open: what to take first. */
export function FirstPage() {
  const { tab = 'mine', text = '' } = useSearch({ from: '/cases' })
  const { data } = useInfiniteQuery(worklistPages(tab, text))
  const { session } = useSession()
  const mayOpen = useMay(INTAKE)
  const first = data?.pages[0]?.rows[0]
  const counts = data?.pages[0]?.counts
  if (!counts) return <main className="first" aria-label="今天" aria-busy="true" />
  return (
    <main className="first" aria-label="今天">
      <p className="first-who">
        {session.person.name}，{session.agency.shortName}
      </p>
      <h2>{sumUp(counts.mine, counts.overdue)}</h2>
      {first ? (
        <Link to="/cases/$caseId" params={{ caseId: first.id }} search={{ tab }} className="first-case">
          <span className="hint">先办这一件</span>
          <b>{first.name}</b>
          <span className="first-clock">
            <ClockMark daysLeft={first.daysLeft} />
            <span className="muted">
              {first.stageTitle}
              {first.dueOn && ` · ${first.dueTitle ?? '期限'}，${longDay(first.dueOn)}前`}
            </span>
            {first.lapse && <span>{first.lapse}</span>}
          </span>
        </Link>
      ) : (
        <p className="muted">
          {mayOpen ? '收到线索或者申请，从左上的“新建案件”开始。' : '有事要办时，它会出现在左边，期限近的在前。'}
        </p>
      )}
      <p className="hint">
        <kbd>j</kbd> <kbd>k</kbd> 走行，<kbd>Enter</kbd> 打开，<kbd>Ctrl K</kbd> 查找，<kbd>?</kbd> 看全部快捷键
      </p>
    </main>
  )
}

function sumUp(mine: number, overdue: number): string {
  if (mine === 0) return '现在没有等您办的事。'
  const late = overdue > 0 ? `，其中 ${overdue} 件已经逾期` : ''
  return `有 ${mine} 件等您办${late}。`
}
