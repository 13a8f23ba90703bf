import { useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneAct, SceneLine } from '#domain/case/scene-course.ts'
import { dueWords } from '../../../lib/case/due-words.ts'
import { actionAt } from '../../../lib/case/procedure-of.ts'
import { dayAndTimeOf } from '../../../lib/office-time.ts'
import { ExplainForm } from './explain-form.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly now: string
  readonly line: SceneLine
  readonly act: SceneAct
}

/** One act of a scene: shown, explained, or owed with its clock. */
export function SceneActLine({ answer, now, line, act }: Props) {
  const [isExplaining, setExplaining] = useState(false)
  const who = act.by ? (answer.people[act.by] ?? '') : ''
  const mayExplain = isOwed(act) && act.duty === 'as-needed' && !answer.state.endedOn
  return (
    <div className="scene-act">
      <p>
        {dayAndTimeOf(act.actedAt)} {who} {actionAt(answer.state, line.run, act.action)?.title ?? ''}
        <ActState now={now} act={act} />
        {mayExplain && !isExplaining && (
          <button type="button" className="button plain small" onClick={() => setExplaining(true)}>
            没有录上，说明原因
          </button>
        )}
      </p>
      {mayExplain && isExplaining && <ExplainForm answer={answer} line={line} onLeave={() => setExplaining(false)} />}
    </div>
  )
}

function isOwed({ state }: SceneAct): boolean {
  return state === 'owed' || state === 'overdue'
}

function ActState({ now, act }: { readonly now: string; readonly act: SceneAct }) {
  if (act.state === 'bound') return <span className="act-state ok">有音像记录</span>
  if (act.state === 'explained') return <span className="act-state">没有音像记录：{act.reason}</span>
  const { words, tone } = dueWords(now, act.dueAt)
  return (
    <span className={`act-state ${tone === 'running' ? '' : tone}`}>
      待归集，<b>{words}</b>（{dayAndTimeOf(act.dueAt)} 前）
    </span>
  )
}
