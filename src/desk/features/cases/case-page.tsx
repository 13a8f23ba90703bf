import './case-page.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { caseQuery } from '../../lib/case/case-query.ts'
import { isProblemCode } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { CaseHead } from '../../ui/case/case-head.tsx'
import { StageBar } from '../../ui/case/stage-bar.tsx'
import { CaseAside } from './case-aside.tsx'
import { CaseRefused } from './case-refused.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { CaseView } from './case-view.tsx'
import { GrantBanner, NameAcross } from './grant-banner.tsx'

/** One case: head and stages, the current act in the middle, what can be done at the right. */
export function CasePage() {
  const { caseId } = useParams({ from: '/cases/cases/$caseId' })
  const { act, show = 'act' } = useSearch({ from: '/cases/cases/$caseId' })
  const { data: answer, error } = useQuery(caseQuery(caseId))
  useTitle(answer?.state.name)
  // A grant may end while the page is open: then what was read before is gone from the screen as well.
  if (error && (!answer || isProblemCode(error, 'forbidden'))) return <CaseRefused caseId={caseId} error={error} />
  if (!answer) return <p className="empty">正在打开案件…</p>
  if (answer.grant) return <GrantedCase answer={answer} grant={answer.grant} show={show === 'act' ? 'facts' : show} />
  return (
    <div className="case">
      <main className="case-main" aria-label="案件" tabIndex={-1}>
        <CaseTop answer={answer} />
        <CaseTabs answer={answer} show={show} />
        <CaseView answer={answer} act={act} show={show} />
      </main>
      <CaseAside answer={answer} act={act} />
    </div>
  )
}

function CaseTop({ answer }: { readonly answer: CaseAnswer }) {
  return (
    <>
      <Link to="/" className="back-to-list">
        ← 我的工作
      </Link>
      <CaseHead answer={answer} />
      <StageBar stages={answer.stages} />
    </>
  )
}

type Granted = {
  readonly answer: CaseAnswer
  readonly grant: NonNullable<CaseAnswer['grant']>
  readonly show: string
}

/** Read by a granted request: everything to see, nothing to do, and the own name across it. */
function GrantedCase({ answer, grant, show }: Granted) {
  return (
    <div className="case by-grant">
      <main className="case-main" aria-label="案件" tabIndex={-1}>
        <CaseTop answer={answer} />
        <GrantBanner grant={grant} />
        <CaseTabs answer={answer} show={show} />
        <CaseView answer={answer} act={undefined} show={show} />
      </main>
      <NameAcross seenAt={grant.seenAt} />
    </div>
  )
}
