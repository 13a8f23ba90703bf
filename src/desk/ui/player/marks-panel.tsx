import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useId, useState } from 'react'
import type { Mark, MarksAnswer } from '#contract/marks.ts'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { playTime } from '../../lib/play-time.ts'
import { marksQuery } from '../../lib/player-calls.ts'
import { MarkLine } from './mark-line.tsx'
import type { Selection } from './timeline.tsx'
import type { Playback } from './use-playback.ts'
import { useSending } from './use-sending.ts'

type Props = {
  readonly viewing: ViewingAnswer
  readonly marks: readonly Mark[]
  readonly playback: Playback
  readonly selection: Selection | undefined
  readonly onSelect: (selection: Selection | undefined) => void
  readonly field: RefObject<HTMLInputElement | null>
}

/** What was noted about moments and spans, each a place to go to; and a line to note one more. */
export function MarksPanel({ viewing, marks, playback, selection, onSelect, field }: Props) {
  return (
    <section aria-label="标记">
      {viewing.mayWork ? (
        <MarkForm viewing={viewing} playback={playback} selection={selection} onSelect={onSelect} field={field} />
      ) : (
        <p className="hint">标记由承办人员、承办机构负责人、机关负责人作；您可以看，点时间就到那里。</p>
      )}
      {marks.length === 0 && <p className="muted none-yet">还没有标记。</p>}
      <ol className="marks">
        {marks.map((mark) => (
          <MarkLine key={mark.id} viewing={viewing} mark={mark} onGo={() => playback.seek(mark.atMs)} />
        ))}
      </ol>
    </section>
  )
}

function MarkForm({ viewing, playback, selection, onSelect, field }: Omit<Props, 'marks'>) {
  const id = useId()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const { recording } = viewing
  const { go, refusal, isBusy } = useSending<MarksAnswer>((answer) => {
    queries.setQueryData(marksQuery(recording.id).queryKey, answer)
    setText('')
    onSelect(undefined)
  })
  const span =
    recording.medium === 'photo'
      ? { atMs: 0 }
      : selection
        ? { atMs: Math.round(selection.fromMs), untilMs: Math.round(selection.untilMs) }
        : { atMs: Math.round(playback.positionMs) }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void go(`/api/recordings/${recording.id}/marks`, { ...span, text }, '标记已经记下')
  }
  return (
    <form className="mark-form" onSubmit={submit}>
      <label htmlFor={id}>
        {recording.medium === 'photo'
          ? '照片上有什么'
          : `${selection ? `${playTime(selection.fromMs)} 到 ${playTime(selection.untilMs)}` : playTime(playback.positionMs)} 这里发生了什么`}
      </label>
      <div className="buttons">
        <input
          ref={field}
          id={id}
          className="control"
          value={text}
          maxLength={200}
          onFocus={playback.pause}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button small" disabled={isBusy || text.trim() === ''}>
          作标记
        </button>
      </div>
      {refusal && (
        <p className="error-line" role="alert">
          {refusal}
        </p>
      )}
    </form>
  )
}
