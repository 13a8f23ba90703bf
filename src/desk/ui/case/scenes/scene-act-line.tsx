import { useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneAct, SceneLine } from '#domain/case/scene-course.ts'
import { dueWords } from '../../../lib/case/due-words.ts'
import { actionAt } from '../../../lib/case/procedure-of.ts'
import { dayAndTimeOf } from '../../../lib/office-time.ts'
import { ExceptionForm } from './exception-form.tsx'
import { ExceptionWords } from './exception-words.tsx'
import { ExplainForm } from './explain-form.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly now: string
  readonly line: SceneLine
  readonly act: SceneAct
  /** Why nothing can be done with the recordings of this case; null where it can. */
  readonly refusal: string | null
  readonly excusing: string | null
}

/** One act of a scene: shown, explained, excused, or owed with its clock. */
export function SceneActLine(props: Props) {
  const { answer, now, line, act, excusing } = props
  const { exception } = act
  return (
    <div className="scene-act">
      <p>
        {dayAndTimeOf(act.actedAt)} {act.by && answer.people[act.by]}{' '}
        {actionAt(answer.state, line.run, act.action)?.title}
        <ActState now={now} act={act} />
      </p>
      {exception && <ExceptionWords answer={answer} line={line} act={act} exception={exception} excusing={excusing} />}
      {mayExplain(props) && <Explaining {...props} />}
    </div>
  )
}

/** While what was written waits for the head of the agency, nothing more is asked. */
function mayExplain({ act, refusal }: Props): boolean {
  const isWaiting = act.exception !== null && act.exception.decided === undefined
  return isOwed(act) && refusal === null && !isWaiting
}

function Explaining({ answer, line, act }: Props) {
  const [isOpen, setOpen] = useState(false)
  const isMust = act.duty === 'must'
  if (!isOpen) {
    return (
      <button type="button" className="button plain small" onClick={() => setOpen(true)}>
        {isMust ? '灭失或者无法录制，写书面说明' : '没有录上，说明原因'}
      </button>
    )
  }
  const Form = isMust ? ExceptionForm : ExplainForm
  return <Form answer={answer} line={line} act={act} onLeave={() => setOpen(false)} />
}

function isOwed({ state }: SceneAct): boolean {
  return state === 'owed' || state === 'overdue'
}

function ActState({ now, act }: { readonly now: string; readonly act: SceneAct }) {
  if (act.state === 'bound') return <span className="act-state ok">有音像记录</span>
  if (act.state === 'explained') return <span className="act-state">没有音像记录：{act.reason}</span>
  if (act.state === 'excused') return <span className="act-state">没有音像记录，书面说明已经机关负责人同意</span>
  const { words, tone } = dueWords(now, act.dueAt)
  return (
    <span className={`act-state ${tone === 'running' ? '' : tone}`}>
      待归集，<b>{words}</b>（{dayAndTimeOf(act.dueAt)} 前）
    </span>
  )
}
