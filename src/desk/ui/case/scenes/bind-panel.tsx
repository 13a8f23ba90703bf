import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseRecording, CaseRecordingsAnswer } from '#contract/case-recordings.ts'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneLine } from '#domain/case/scene-course.ts'
import { mediaTitle } from '#domain/recording/scene.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { announce } from '../../../lib/announce.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../../lib/case/map-errors.ts'
import { bindRecording } from '../../../lib/case/recordings-of-case.ts'
import { useCommand } from '../../../lib/case/use-command.ts'
import { factsOf, RecordingPlate } from './bound-recording.tsx'

type Props = { readonly answer: CaseAnswer; readonly data: CaseRecordingsAnswer; readonly line: SceneLine }

/** Binds a recording to the scene: the probable ones first, then everything of a fitting medium that is bound nowhere. */
export function BindPanel(props: Props) {
  const [isOpen, setOpen] = useState(false)
  const { title } = sceneOf(props.line.scene)
  if (!isOpen) {
    return (
      <p>
        <button type="button" className="button small" aria-label={`绑定音像：${title}`} onClick={() => setOpen(true)}>
          {props.line.bound.length > 0 ? '再绑定一份' : '绑定音像'}
        </button>
      </p>
    )
  }
  return <Picker {...props} title={title} onLeave={() => setOpen(false)} />
}

function Picker({
  answer,
  data,
  line,
  title,
  onLeave,
}: Props & { readonly title: string; readonly onLeave: () => void }) {
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const command = useCommand(answer)
  const { suggested, others } = fittingOf(data, line)
  const bind = async (recording: CaseRecording) => {
    const input = { run: line.run, scene: line.scene, recording: recording.id }
    setErrors(NO_ERRORS)
    try {
      await command.run((options) => bindRecording(answer.state.id, input, options), ['bind', input])
      announce(`已绑定：${recording.fileName}`)
      onLeave()
    } catch (error) {
      setErrors(errorsOf(error, []))
    }
  }
  const rows = { onPick: bind, isBusy: command.isBusy }
  return (
    <section className="bind-panel" aria-label={`选择${title}的音像记录`}>
      {errors.rest.map(({ sentence }) => (
        <p key={sentence} className="notice late" role="alert">
          {sentence}
        </p>
      ))}
      <Rows title="很可能是" recordings={suggested} {...rows} />
      <Rows title={suggested.length > 0 ? '其他没有关联案件的' : '没有关联案件的'} recordings={others} {...rows} />
      {suggested.length + others.length === 0 && (
        <p className="hint">
          没有可以绑定的{mediaTitle(line.media)}：本案承办人员拍摄、还没有关联案件的才列在这里。请先到
          <Link to="/recordings">音像</Link>上传，或者等采集站接收。
        </p>
      )}
      <button type="button" className="button plain" onClick={onLeave}>
        收起
      </button>
    </section>
  )
}

function fittingOf({ unbound, suggestions }: CaseRecordingsAnswer, { run, scene, media }: SceneLine) {
  const ids = suggestions.filter((item) => item.run === run && item.scene === scene).map(({ recording }) => recording)
  const fitting = unbound.filter(({ medium }) => media.includes(medium))
  const suggested = ids.flatMap((id) => fitting.find((item) => item.id === id) ?? [])
  return { suggested, others: fitting.filter((item) => !suggested.includes(item)) }
}

type RowsProps = {
  readonly title: string
  readonly recordings: readonly CaseRecording[]
  readonly isBusy: boolean
  readonly onPick: (recording: CaseRecording) => void
}

function Rows({ title, recordings, isBusy, onPick }: RowsProps) {
  if (recordings.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="bound-list" aria-label={title}>
        {recordings.map((recording) => (
          <li key={recording.id} className="bound-recording">
            <RecordingPlate recording={recording} />
            <span className="bound-words">
              <b>{recording.fileName}</b>
              <small>{factsOf(recording)}</small>
            </span>
            <button
              type="button"
              className="button small"
              disabled={isBusy}
              aria-label={`绑定 ${recording.fileName}`}
              onClick={() => onPick(recording)}
            >
              绑定
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
