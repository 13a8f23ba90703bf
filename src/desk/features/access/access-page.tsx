import './access.css'
import { Link, useSearch } from '@tanstack/react-router'
import { ARCHIVISTS, anyRole, LOAN_READERS } from '#domain/access/permissions.ts'
import { useMay } from '../../lib/session-context.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'
import { AccessList } from './access-list.tsx'
import type { RoomTab } from './access-queries.ts'
import { TAB_TITLES } from './access-words.ts'
import { LoanList } from './loan-list.tsx'

const UNIT_HEADS = anyRole('unit-head')
const AGENCY_HEADS = anyRole('agency-head')

/** The room 调阅: what I asked for, what waits for me, what is open, what was handed out. */
export function AccessPage() {
  const isUnitHead = useMay(UNIT_HEADS)
  const isHead = useMay(AGENCY_HEADS)
  const isArchivist = useMay(ARCHIVISTS)
  const seesLoans = useMay(LOAN_READERS)
  const { tab = isHead ? 'approve' : isUnitHead ? 'endorse' : 'mine' } = useSearch({ from: '/access' })
  useTitle('调阅')
  const tabs: readonly RoomTab[] = [
    ...(isHead ? (['approve'] as const) : []),
    ...(isUnitHead ? (['endorse'] as const) : []),
    'mine',
    'open',
    'ended',
    ...(seesLoans ? (['loans'] as const) : []),
  ]
  return (
    <main className="access" aria-label="调阅">
      <div className="access-title">
        <h1>调阅</h1>
        {isArchivist && (
          <Link to="/access/external" className="button primary">
            登记外部调阅
          </Link>
        )}
      </div>
      <p className="muted">
        没有参与的案件，写明事由，经签署、批准后在期限以内查看；到期自己失效，每次查看都留下记录。
      </p>
      <TabLinks label="调阅申请" isOfRoom>
        {tabs.map((each) => (
          <Link
            key={each}
            to="/access"
            search={{ tab: each }}
            activeOptions={BY_SEARCH}
            aria-current={each === tab ? 'page' : undefined}
          >
            {TAB_TITLES[each]}
          </Link>
        ))}
      </TabLinks>
      {tab === 'loans' ? <LoanList /> : <AccessList tab={tab} />}
    </main>
  )
}
