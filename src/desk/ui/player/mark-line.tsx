import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { Mark, MarksAnswer } from '#contract/marks.ts'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { playTime } from '../../lib/play-time.ts'
import { marksQuery } from '../../lib/player-calls.ts'
import { ExhibitForm } from './exhibit-form.tsx'
import { takenWords } from './taken-words.ts'
import { useSending } from './use-sending.ts'

type Props = { readonly viewing: ViewingAnswer; readonly mark: Mark; readonly onGo: () => void }

type Open = 'exhibit' | 'withdraw'

/** One mark: go there, make it evidence, or withdraw one's own; what was withdrawn stays to be read. */
export function MarkLine({ viewing, mark, onGo }: Props) {
  const [open, setOpen] = useState<Open>()
  const { recording } = viewing
  const span = `${playTime(mark.atMs)}${mark.untilMs === null ? '' : `–${playTime(mark.untilMs)}`}`
  const isPhoto = recording.medium === 'photo'
  const close = () => setOpen(undefined)
  return (
    <li className={mark.withdrawn ? 'void' : undefined}>
      <div className="mark-line">
        <button type="button" className="button plain small" onClick={onGo} disabled={isPhoto}>
          {isPhoto ? '照片' : span}
        </button>
        <span>
          <b>{mark.text}</b>
          <small className="muted">
            {mark.by} · {dayAndTimeOf(mark.at)}
            {mark.withdrawn && ` · ${mark.withdrawn.by}撤回：${mark.withdrawn.reason}`}
          </small>
        </span>
        {viewing.mayWork && !mark.withdrawn && (
          <Acts
            viewing={viewing}
            mark={mark}
            open={open}
            onOpen={(what) => setOpen(open === what ? undefined : what)}
          />
        )}
      </div>
      {open === 'exhibit' && (
        <ExhibitForm
          cases={viewing.recording.cases}
          fileName={viewing.recording.fileName}
          taken={takenWords(viewing.recording)}
          of={{ mark: mark.id }}
          title={mark.text}
          span={isPhoto ? '' : span}
          onDone={close}
        />
      )}
      {open === 'withdraw' && <WithdrawForm recordingId={recording.id} mark={mark} onDone={close} />}
    </li>
  )
}

type ActsProps = Pick<Props, 'viewing' | 'mark'> & {
  readonly open: Open | undefined
  readonly onOpen: (what: Open) => void
}

function Acts({ viewing, mark, open, onOpen }: ActsProps) {
  return (
    <span className="buttons">
      {viewing.recording.cases.length > 0 && (
        <button
          type="button"
          className="button small"
          aria-expanded={open === 'exhibit'}
          onClick={() => onOpen('exhibit')}
        >
          作为证据<span className="unseen">：{mark.text}</span>
        </button>
      )}
      {mark.isMine && (
        <button
          type="button"
          className="button plain small"
          aria-expanded={open === 'withdraw'}
          onClick={() => onOpen('withdraw')}
        >
          撤回<span className="unseen">：{mark.text}</span>
        </button>
      )}
    </span>
  )
}

function WithdrawForm(props: { readonly recordingId: string; readonly mark: Mark; readonly onDone: () => void }) {
  const id = useId()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const { go, refusal, isBusy } = useSending<MarksAnswer>((answer) => {
    queries.setQueryData(marksQuery(props.recordingId).queryKey, answer)
    props.onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void go(`/api/marks/${props.mark.id}/withdrawal`, { reason }, '标记已经撤回')
  }
  return (
    <form className="mark-form" onSubmit={submit}>
      <label htmlFor={id}>为什么撤回</label>
      <div className="buttons">
        <input
          id={id}
          className="control"
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="button small" disabled={isBusy || reason.trim() === ''}>
          撤回标记
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
