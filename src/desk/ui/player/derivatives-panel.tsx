import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { Derivative, DerivativesAnswer } from '#contract/derivatives.ts'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { playTime } from '../../lib/play-time.ts'
import { derivativesQuery } from '../../lib/player-calls.ts'
import { DerivativeLine } from './derivative-line.tsx'
import { RedactionForm } from './redaction-form.tsx'
import type { Selection } from './timeline.tsx'
import type { RedactionDraft } from './use-redaction.ts'
import { useSending } from './use-sending.ts'

type Props = {
  readonly viewing: ViewingAnswer
  readonly derivatives: readonly Derivative[]
  readonly shown: string | undefined
  readonly onShow: (id: string | undefined) => void
  readonly selection: Selection | undefined
  readonly draft: RedactionDraft
  readonly isCovering: boolean
  readonly onCovering: (isCovering: boolean) => void
}

/** Clips and covered versions, and the two ways to make one. The original is never touched. */
export function DerivativesPanel(props: Props) {
  const { viewing, derivatives, shown, onShow, selection, draft, isCovering, onCovering } = props
  const queries = useQueryClient()
  const keep = (answer: DerivativesAnswer) => {
    queries.setQueryData(derivativesQuery(viewing.recording.id).queryKey, answer)
    draft.clear()
    onCovering(false)
  }
  return (
    <section aria-label="片段和遮盖">
      {shown !== undefined && (
        <p className="notice">
          现在看的是副本，不是原件。
          <button type="button" className="button plain small" onClick={() => onShow(undefined)}>
            回到原件
          </button>
        </p>
      )}
      {viewing.mayWork && !isCovering && (
        <div className="make">
          {viewing.recording.medium !== 'photo' && (
            <ClipForm viewing={viewing} selection={selection} of={shown} onDone={keep} />
          )}
          <button type="button" className="button small" onClick={() => onCovering(true)}>
            {viewing.recording.medium === 'audio' ? '静音一部分' : '遮盖画面或者静音'}
          </button>
        </div>
      )}
      {isCovering && (
        <RedactionForm
          covered={{
            medium: viewing.recording.medium,
            hasSound: viewing.rendition.hasSound,
            path: `/api/recordings/${viewing.recording.id}/derivatives`,
          }}
          draft={draft}
          selection={selection}
          of={shown}
          onDone={keep}
          onLeave={() => {
            draft.clear()
            onCovering(false)
          }}
        />
      )}
      {derivatives.length === 0 && <p className="muted none-yet">还没有做过片段，也没有遮盖过。</p>}
      <ol className="marks">
        {derivatives.map((one) => (
          <DerivativeLine
            key={one.id}
            viewing={viewing}
            derivative={one}
            isShown={one.id === shown}
            onShow={() => onShow(one.id === shown ? undefined : one.id)}
          />
        ))}
      </ol>
    </section>
  )
}

type ClipProps = Pick<Props, 'viewing' | 'selection'> & {
  readonly of: string | undefined
  readonly onDone: (answer: DerivativesAnswer) => void
}

function ClipForm({ viewing, selection, of, onDone }: ClipProps) {
  const id = useId()
  const [reason, setReason] = useState('')
  const { go, refusal, isBusy } = useSending<DerivativesAnswer>((answer) => {
    setReason('')
    onDone(answer)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!selection) return
    const recipe = { kind: 'clip', fromMs: Math.round(selection.fromMs), untilMs: Math.round(selection.untilMs) }
    void go(
      `/api/recordings/${viewing.recording.id}/derivatives`,
      { recipe, reason, ...(of ? { of } : {}) },
      '片段正在制作',
    )
  }
  if (!selection) return <p className="hint">在时间线上拖动选一段，就可以截取片段。</p>
  return (
    <form className="mark-form" onSubmit={submit}>
      <label htmlFor={id}>
        截取 {playTime(selection.fromMs)} 到 {playTime(selection.untilMs)}，理由
      </label>
      <div className="buttons">
        <input
          id={id}
          className="control"
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="button small" disabled={isBusy || reason.trim().length < 2}>
          制作片段
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
