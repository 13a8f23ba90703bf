import { type FormEvent, useState } from 'react'
import type { CaseRecording } from '#contract/case-recordings.ts'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneLine } from '#domain/case/scene-course.ts'
import { announce } from '../../../lib/announce.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { NO_ERRORS } from '../../../lib/case/map-errors.ts'
import { unbindRecording } from '../../../lib/case/recordings-of-case.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { ReasonFields } from './reason-fields.tsx'

type Props = { readonly answer: CaseAnswer; readonly line: SceneLine; readonly recording: CaseRecording }

/** It was bound by mistake: why; the recording stays, and what it had settled is owed again. */
export function UnbindForm({ answer, line, recording }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState(NO_ERRORS)
  const command = useCommand(answer)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = { run: line.run, scene: line.scene, recording: recording.id, reason }
    try {
      await command.run((options) => unbindRecording(answer.state.id, input, options), ['unbind', input])
      announce(`已解除绑定：${recording.fileName}`)
    } catch (error) {
      setErrors(errorsOf(error, []))
    }
  }
  if (!isOpen) {
    return (
      <button type="button" className="button plain small" onClick={() => setOpen(true)}>
        绑错了，解除绑定
        <span className="unseen">{recording.fileName}</span>
      </button>
    )
  }
  return (
    <form className="explain" onSubmit={submit} data-edit noValidate>
      <ReasonFields
        pointer={`unbind/${line.run}/${line.scene}/${recording.id}`}
        title="解除绑定的原因"
        help="至少五个字。音像记录本身不删除，绑定和解除都留在案件经过里；要归集的音像重新待归集"
        errors={errors.rest}
        value={reason}
        onChange={setReason}
      />
      <p className="button-row">
        <button type="submit" className="button solid" disabled={command.isBusy}>
          解除绑定
        </button>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          收起
        </button>
      </p>
    </form>
  )
}
