import { type FormEvent, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneAct, SceneLine } from '#domain/case/scene-course.ts'
import { EXCEPTION_TITLES } from '#domain/case/scene-exception.ts'
import { EXCEPTION_GROUNDS, type ExceptionGround } from '#domain/case/state.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { announce } from '../../../lib/announce.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { NO_ERRORS } from '../../../lib/case/map-errors.ts'
import { askException } from '../../../lib/case/recordings-of-case.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { FieldFrame } from '../../form/field-frame.tsx'
import { RadioList } from '../../form/radio-list.tsx'
import { ReasonFields } from './reason-fields.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly line: SceneLine
  readonly act: SceneAct
  readonly onLeave: () => void
}

/** What must be recorded is lost or could not be recorded: told in writing, for the head of the agency to decide. */
export function ExceptionForm({ answer, line, act, onLeave }: Props) {
  const [ground, setGround] = useState<ExceptionGround>('lost')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState(NO_ERRORS)
  const command = useCommand(answer)
  const pointer = `exception/${line.run}/${line.scene}/${act.seq}`
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = { run: line.run, scene: line.scene, act: act.seq, ground, reason }
    try {
      await command.run((options) => askException(answer.state.id, input, options), ['exception', input])
      announce(`已报机关负责人审批：${sceneOf(line.scene).title}没有音像记录的说明`)
      onLeave()
    } catch (error) {
      setErrors(errorsOf(error, []))
    }
  }
  const titles = EXCEPTION_GROUNDS.map((one) => EXCEPTION_TITLES[one])
  const choose = (title: string) =>
    setGround(EXCEPTION_GROUNDS.find((one) => EXCEPTION_TITLES[one] === title) ?? 'lost')
  return (
    <form className="explain" onSubmit={submit} data-edit noValidate>
      <FieldFrame pointer={`${pointer}/ground`} title="为什么没有" help="" errors={undefined} isGroup>
        {() => (
          <RadioList
            name={pointer}
            choices={titles}
            value={EXCEPTION_TITLES[ground]}
            canClear={false}
            onChange={choose}
          />
        )}
      </FieldFrame>
      <ReasonFields
        pointer={pointer}
        title="书面说明"
        help="写明经过、原因和补救（例如送修结果、其他证据），至少二十个字；机关负责人同意以后，案件才能往下办"
        rows={4}
        errors={errors.rest}
        value={reason}
        onChange={setReason}
      />
      <p className="button-row">
        <button type="submit" className="button solid" disabled={command.isBusy}>
          报机关负责人审批
        </button>
        <button type="button" className="button plain" onClick={onLeave}>
          收起
        </button>
      </p>
    </form>
  )
}
