import { type FormEvent, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneAct, SceneLine } from '#domain/case/scene-course.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { announce } from '../../../lib/announce.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { NO_ERRORS } from '../../../lib/case/map-errors.ts'
import { explainScene } from '../../../lib/case/recordings-of-case.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { ReasonFields } from './reason-fields.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly line: SceneLine
  readonly act: SceneAct
  readonly onLeave: () => void
}

/** A recording that was promised does not come: why. */
export function ExplainForm({ answer, line, act, onLeave }: Props) {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState(NO_ERRORS)
  const command = useCommand(answer)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = { run: line.run, scene: line.scene, act: act.seq, reason }
    try {
      await command.run((options) => explainScene(answer.state.id, input, options), ['explain', input])
      announce(`已说明：${sceneOf(line.scene).title}`)
      onLeave()
    } catch (error) {
      setErrors(errorsOf(error, []))
    }
  }
  return (
    <form className="explain" onSubmit={submit} data-edit noValidate>
      <ReasonFields
        pointer={`explain/${line.run}/${line.scene}/${act.seq}`}
        title="没有录上的原因"
        help="写明客观原因，例如设备故障、现场条件不允许；至少五个字"
        errors={errors.rest}
        value={reason}
        onChange={setReason}
      />
      <p className="button-row">
        <button type="submit" className="button solid" disabled={command.isBusy}>
          记入案件
        </button>
        <button type="button" className="button plain" onClick={onLeave}>
          收起
        </button>
      </p>
    </form>
  )
}
