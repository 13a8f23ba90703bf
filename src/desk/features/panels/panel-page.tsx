import './panels.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { findRun } from '#domain/case/state.ts'
import { caseQuery } from '../../lib/case/case-query.ts'
import { procedureOfRun } from '../../lib/case/procedure-of.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { RecordText } from '../../ui/case/beside/record-text.tsx'
import { TextAndRecordings } from '../../ui/case/beside/text-and-recordings.tsx'
import { CaseHead } from '../../ui/case/case-head.tsx'
import { PanelRecord } from './panel-record.tsx'

/** For who takes part in the discussion: the draft and all papers at the left, the recordings of the case at the right. */
export function PanelPage() {
  const { caseId, run: runId } = useParams({ from: '/panels/$caseId/$run' })
  const { act } = useSearch({ from: '/panels/$caseId/$run' })
  const { data: answer, error } = useQuery(caseQuery(caseId))
  const navigate = useNavigate()
  useTitle(answer && `集体讨论：${answer.state.name}`)
  if (error && !answer) return <p className="notice late">{sentenceOf(error)}</p>
  if (!answer) return <p className="empty">正在打开卷宗…</p>
  const run = findRun(answer.state, runId)
  const record = (
    <PanelRecord
      answer={answer}
      run={runId}
      act={act}
      onChoose={(chosen) => void navigate({ to: '.', search: { act: chosen } })}
      onDone={() => void navigate({ to: '/panels' })}
    />
  )
  return (
    <main className="panel" aria-label="集体讨论">
      <header className="panel-head">
        <Link to="/panels">← 等待讨论</Link>
        <CaseHead answer={answer} />
        {!run && <p className="notice late">没有这次讨论，它可能已经撤回。</p>}
        {run?.endedOn && (
          <p className="notice ok">这次讨论已经有了结果：{procedureOfRun(run)?.stages[run.stage]?.title}。</p>
        )}
      </header>
      <TextAndRecordings state={answer.state} label="拟稿和音像">
        <RecordText answer={answer} run={runId} more={{ title: '讨论记录', content: record }} />
      </TextAndRecordings>
    </main>
  )
}
