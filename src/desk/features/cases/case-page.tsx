import './case-page.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { caseQuery } from '../../lib/case/case-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { CaseHead } from '../../ui/case/case-head.tsx'
import { StageBar } from '../../ui/case/stage-bar.tsx'
import { CaseAside } from './case-aside.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { CaseView } from './case-view.tsx'

/** One case: head and stages, the current act in the middle, what can be done at the right. */
export function CasePage() {
  const { caseId } = useParams({ from: '/cases/cases/$caseId' })
  const { act, show = 'act' } = useSearch({ from: '/cases/cases/$caseId' })
  const { data: answer, error } = useQuery(caseQuery(caseId))
  useTitle(answer?.state.name)
  if (error && !answer) {
    return (
      <div className="empty" role="alert">
        <h2>这件案件没有打开</h2>
        <p>{sentenceOf(error)}</p>
      </div>
    )
  }
  if (!answer) return <p className="empty">正在打开案件…</p>
  return (
    <div className="case">
      <main className="case-main" aria-label="案件" tabIndex={-1}>
        <Link to="/" className="back-to-list">
          ← 我的工作
        </Link>
        <CaseHead answer={answer} />
        <StageBar stages={answer.stages} />
        <CaseTabs answer={answer} show={show} />
        <CaseView answer={answer} act={act} show={show} />
      </main>
      <CaseAside answer={answer} act={act} />
    </div>
  )
}
