import { type FormEvent, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneAct, SceneLine } from '#domain/case/scene-course.ts'
import { EXCEPTION_TITLES } from '#domain/case/scene-exception.ts'
import type { SceneException } from '#domain/case/state.ts'
import { announce } from '../../../lib/announce.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { NO_ERRORS } from '../../../lib/case/map-errors.ts'
import { decideException } from '../../../lib/case/recordings-of-case.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { ReasonFields } from './reason-fields.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly line: SceneLine
  readonly act: SceneAct
  readonly exception: SceneException
  /** Why the reader may not decide; null for who may. */
  readonly excusing: string | null
}

/** Why a recording that must be is not there, in the words of who explained it, and what the head of the agency said. */
export function ExceptionWords({ answer, line, act, exception, excusing }: Props) {
  const { ground, reason, by, on, decided } = exception
  const name = (id: string | null) => (id === null ? '' : (answer.people[id] ?? ''))
  return (
    <div className="exception">
      <p>
        <strong>书面说明</strong>（{EXCEPTION_TITLES[ground]}）：{reason}
        <small>
          {name(by)} {on}
        </small>
      </p>
      {decided && (
        <p>
          <strong>机关负责人{decided.granted ? '同意' : '不同意'}</strong>：{decided.opinion}
          <small>
            {name(decided.by)} {decided.on}
          </small>
        </p>
      )}
      {!decided && act.state !== 'bound' && excusing === null && <DecideForm answer={answer} line={line} act={act} />}
      {!decided && act.state !== 'bound' && excusing !== null && <p className="hint">等机关负责人审批。</p>}
    </div>
  )
}

function DecideForm({ answer, line, act }: Pick<Props, 'answer' | 'line' | 'act'>) {
  const [opinion, setOpinion] = useState('')
  const [errors, setErrors] = useState(NO_ERRORS)
  const command = useCommand(answer)
  const decide = async (granted: boolean) => {
    const input = { run: line.run, scene: line.scene, act: act.seq, granted, opinion }
    try {
      await command.run((options) => decideException(answer.state.id, input, options), ['decide-exception', input])
      announce(granted ? '已同意' : '已退回')
    } catch (error) {
      setErrors(errorsOf(error, []))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void decide(true)
  }
  return (
    <form className="explain" onSubmit={submit} data-edit noValidate>
      <ReasonFields
        pointer={`decide/${line.run}/${line.scene}/${act.seq}`}
        title="审批意见"
        help="同意的，本案可以不凭这份音像记录往下办；不同意的，写明还要补什么"
        errors={errors.rest}
        value={opinion}
        onChange={setOpinion}
      />
      <p className="button-row">
        <button type="submit" className="button solid" disabled={command.isBusy}>
          同意这份说明
        </button>
        <button type="button" className="button" disabled={command.isBusy} onClick={() => void decide(false)}>
          不同意
        </button>
      </p>
    </form>
  )
}
