import './reviews.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { reviewedAct } from '#domain/case/reviewed-act.ts'
import { type CaseState, findRun } from '#domain/case/state.ts'
import { caseQuery } from '../../lib/case/case-query.ts'
import { procedureOfRun } from '../../lib/case/procedure-of.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { RecordText } from '../../ui/case/beside/record-text.tsx'
import { TextAndRecordings } from '../../ui/case/beside/text-and-recordings.tsx'
import { CaseHead } from '../../ui/case/case-head.tsx'
import { ReviewOpinion } from './review-opinion.tsx'

/** What is reviewed with the recordings of the case at the left, the seven points at the right. */
export function ReviewPage() {
  const { caseId, run } = useParams({ from: '/reviews/$caseId/$run' })
  const { act } = useSearch({ from: '/reviews/$caseId/$run' })
  const { data: answer, error } = useQuery(caseQuery(caseId))
  const navigate = useNavigate()
  useTitle(answer && `审核：${answer.state.name}`)
  if (error && !answer) return <p className="notice late">{sentenceOf(error)}</p>
  if (!answer) return <p className="empty">正在打开卷宗…</p>
  return (
    <main className="review" aria-label="法制审核">
      <header className="review-head">
        <Link to="/reviews">← 待审核</Link>
        <a className="to-opinion" href="#opinion">
          到审核意见 ↓
        </a>
        <CaseHead answer={answer} />
        <Subject state={answer.state} run={run} />
      </header>
      <div className="review-sides">
        <TextAndRecordings state={answer.state} label="卷宗">
          <RecordText answer={answer} run={run} />
        </TextAndRecordings>
        <ReviewOpinion
          answer={answer}
          run={run}
          act={act}
          onChoose={(chosen) => void navigate({ to: '.', search: { act: chosen } })}
          onDone={() => void navigate({ to: '/reviews' })}
        />
      </div>
    </main>
  )
}

/** A case may have several reviews: of the penalty, of a seizure, of its execution. */
function Subject({ state, run: id }: { readonly state: CaseState; readonly run: string }) {
  const run = findRun(state, id)
  const act = run && procedureOfRun(reviewedAct(state, run))
  return act ? <p className="review-subject">送审的决定：{act.title}</p> : null
}
