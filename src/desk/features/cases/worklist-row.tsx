import { Link, useParams } from '@tanstack/react-router'
import type { WorklistRow as Row } from '#contract/worklists.ts'
import { shortDay } from '../../lib/office-time.ts'
import type { Tab } from '../../lib/worklist-tabs.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'

type Props = { readonly row: Row; readonly tab: Tab; readonly text: string }

/** One case: the clock first for the eye, then name, party, stage and what is due. */
export function WorklistRow({ row, tab, text }: Props) {
  const { caseId } = useParams({ strict: false })
  const due = row.dueOn ? `${row.dueTitle ?? '期限'} ${shortDay(row.dueOn)}前` : undefined
  return (
    <li>
      <Link
        to="/cases/$caseId"
        params={{ caseId: row.id }}
        search={{ tab, ...(text ? { text } : {}) }}
        className="row"
        data-row
        aria-current={caseId === row.id ? 'true' : undefined}
      >
        <span className="row-top">
          <b>{row.name}</b>
          <ClockMark daysLeft={row.daysLeft} />
        </span>
        <span className="row-facts">{row.party}</span>
        <span className="row-facts">
          {row.isReturned && <em className="mark late">被退回</em>}
          {row.isToCountersign && <em className="mark">会签</em>}
          {row.waitsForYou && tab !== 'mine' && <em className="mark">等您办</em>}
          {[row.stageTitle, due, row.number].filter(Boolean).join(' · ')}
        </span>
        {row.lapse && <span className="row-facts row-lapse">{row.lapse}</span>}
      </Link>
    </li>
  )
}
