import type { AnnouncedRow } from '#contract/recordings.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'

/** What a docking station's list named and what never came: somebody should look for it before its term is over. */
export function AnnouncedList({ announced }: { readonly announced: readonly AnnouncedRow[] }) {
  if (announced.length === 0) return null
  const overdue = announced.filter(({ isOverdue }) => isOverdue).length
  return (
    <details className={`notice ${overdue > 0 ? 'late' : 'soon'} announced`}>
      <summary>
        <strong>采集站清单上有、文件还没有来：{announced.length} 件</strong>
        {overdue > 0 && <span className="late">其中 {overdue} 件已经超过存入期限</span>}
      </summary>
      <ul aria-label="还没有来的文件">
        {announced.map((row) => (
          <li key={row.id}>
            <b>{row.fileName}</b>
            <small>
              {[`${dayAndTimeOf(row.capturedAt)}拍摄`, row.officerName, row.deviceCode].filter(Boolean).join(' · ')} ·{' '}
              <span className={row.isOverdue ? 'late' : undefined}>
                {row.isOverdue ? '已经超过期限：' : '应在'}
                {dayAndTimeOf(row.dueAt)}
                {row.isOverdue ? '' : '前存入'}
              </span>
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
