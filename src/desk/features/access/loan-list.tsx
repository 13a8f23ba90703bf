import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LoanRow } from '#contract/access.ts'
import { CARRIER_TITLES, CONDITION_TITLES } from '#domain/access-request/refuse-loan.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { ActChoice } from '../../ui/tabs/act-choice.tsx'
import { type LoanTab, loanPages } from './access-queries.ts'

const TITLES: Readonly<Record<LoanTab, string>> = { out: '在外的', overdue: '逾期的', back: '已归还的' }

/** The register of what was handed out, in order of the day on which it is due. */
export function LoanList() {
  const [tab, setTab] = useState<LoanTab>('out')
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(loanPages(tab))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const overdue = data?.pages[0]?.overdueCount ?? 0
  return (
    <section aria-label="借出登记簿">
      {overdue > 0 && (
        <p className="notice late access-overdue">
          <strong>{overdue} 项借出已经逾期</strong>请联系领取人归还，归还时检查载体。
        </p>
      )}
      <ActChoice
        label="看哪些"
        acts={Object.keys(TITLES) as LoanTab[]}
        chosen={tab}
        titleOf={(each) => TITLES[each]}
        onChoose={setTab}
      />
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul aria-label={TITLES[tab]}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/access/$requestId" params={{ requestId: row.requestId }} className="due-row" data-row>
              <LoanFacts loan={row} />
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button small list-more" onClick={() => void fetchNextPage()}>
          再看一些
        </button>
      )}
      {data && rows.length === 0 && <p className="muted none-yet">没有{TITLES[tab]}。</p>}
    </section>
  )
}

/** What, how many, to whom, by when; and how it came back. */
export function LoanFacts({ loan }: { readonly loan: LoanRow }) {
  const out = [
    `${CARRIER_TITLES[loan.carrier]} ${loan.quantity} 件`,
    `${dayAndTimeOf(loan.lentAt)}交${loan.lentTo}${loan.bodyName ? `（${loan.bodyName}）` : ''}`,
    `交出时${loan.conditionNote}`,
  ]
  return (
    <>
      <span>
        <b>{loan.title}</b>
        <small>{[loan.caseName, ...out].filter(Boolean).join(' · ')}</small>
        {loan.returnedAt && (
          <small className={loan.condition === 'damaged' ? 'late' : undefined}>
            {dayAndTimeOf(loan.returnedAt)}由{loan.returnedBy}归还，{loan.receivedBy}检查
            {loan.condition && CONDITION_TITLES[loan.condition]}
            {loan.returnNote && `：${loan.returnNote}`}
          </small>
        )}
      </span>
      <span className="due-clock">
        <LoanClock loan={loan} />
      </span>
    </>
  )
}

function LoanClock({ loan: { daysLeft, dueOn } }: { readonly loan: LoanRow }) {
  if (daysLeft === null) return <span className="access-state muted">已归还</span>
  const word = daysLeft < 0 ? `逾期 ${-daysLeft} 日` : daysLeft === 0 ? '今天归还' : `还有 ${daysLeft} 日`
  return (
    <>
      <span className={`access-state ${daysLeft < 0 ? 'late' : daysLeft <= 1 ? 'soon' : 'ok'}`}>{word}</span>
      <small>{longDay(dueOn)}前归还</small>
    </>
  )
}
