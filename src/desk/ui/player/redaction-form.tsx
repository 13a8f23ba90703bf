import { type FormEvent, useId, useState } from 'react'
import type { Medium } from '#domain/recording/medium.ts'
import type { Box } from '#domain/recording/recipe.ts'
import { playTime } from '../../lib/play-time.ts'
import { BoxFields } from './box-fields.tsx'
import type { Selection } from './timeline.tsx'
import type { RedactionDraft } from './use-redaction.ts'
import { useSending } from './use-sending.ts'

/** What is covered: a recording, or a photograph of the evidence. */
export type Covered = {
  readonly medium: Medium
  readonly hasSound: boolean
  /** Where its derivatives are asked for. */
  readonly path: string
}

type Props<T> = {
  readonly covered: Covered
  readonly draft: RedactionDraft
  readonly selection: Selection | undefined
  /** The derivative that is covered, instead of the original. */
  readonly of: string | undefined
  readonly onDone: (answer: T) => void
  readonly onLeave: () => void
}

/** A box in the middle, for whoever cannot draw one. */
const FIRST: Box = { x: 4000, y: 4000, width: 2000, height: 2000 }

/** What will be covered and silenced, as numbers beside the drawing; why; and the act itself. */
export function RedactionForm<T>({ covered, draft, selection, of, onDone, onLeave }: Props<T>) {
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const { go, refusal, isBusy } = useSending<T>(onDone)
  const { boxes, muted } = draft
  const missing = missingOf(boxes.length + muted.length === 0, reason)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const recipe = { kind: 'redaction', boxes, muted }
    void go(covered.path, { recipe, reason, ...(of ? { of } : {}) }, '遮盖版正在制作')
  }
  return (
    <form className="redaction-form" aria-label="制作遮盖版" onSubmit={submit}>
      <p className="hint">
        {HOW[covered.medium]}
        {covered.hasSound
          ? '原件不动；框里的画面和静音的声音在新文件里不再存在。'
          : '原件不动；框里的画面在新文件里不再存在。'}
      </p>
      <BoxFields
        draft={draft}
        selection={covered.medium === 'video' ? selection : undefined}
        isTimed={covered.medium === 'video'}
      />
      <Muted draft={draft} />
      <Adders covered={covered} draft={draft} selection={selection} />
      <div className="field">
        <label htmlFor={reasonId}>制作理由</label>
        <input
          id={reasonId}
          className="control"
          value={reason}
          placeholder="例如：遮盖与本案无关的人"
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {refusal && (
        <p className="error-line" role="alert">
          {refusal}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button small solid" disabled={isBusy || missing !== ''}>
          制作遮盖版
        </button>
        <button type="button" className="button plain small" onClick={onLeave}>
          不遮盖了
        </button>
        <span className="hint">{missing}</span>
      </div>
    </form>
  )
}

const HOW = {
  photo: '在画面上拖动来画框；拖动框来移动，或者用下面的数字。',
  audio: '在波形上选一段，加为静音。',
  video: '在画面上拖动来画框；拖动框来移动，或者用下面的数字。声音：在时间线上选一段，加为静音。',
} as const

function missingOf(isEmpty: boolean, reason: string): string {
  if (isEmpty) return '还没有框，也没有静音'
  return reason.trim().length < 2 ? '请写明制作理由' : ''
}

function Muted({ draft }: Pick<Props<unknown>, 'draft'>) {
  return (
    <ol aria-label="静音的段落" className="muted-list">
      {draft.muted.map((span, index) => (
        <li key={`${span.fromMs}-${span.untilMs}`}>
          静音 {playTime(span.fromMs)} 到 {playTime(span.untilMs)}
          <button type="button" className="button plain small" onClick={() => draft.unmute(index)}>
            去掉<span className="unseen">静音 {index + 1}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function Adders({ covered, draft, selection }: Pick<Props<unknown>, 'covered' | 'draft' | 'selection'>) {
  const { medium, hasSound } = covered
  const rounded = selection && { fromMs: Math.round(selection.fromMs), untilMs: Math.round(selection.untilMs) }
  return (
    <div className="buttons">
      {medium !== 'audio' && (
        <button type="button" className="button small" onClick={() => draft.draw(FIRST)}>
          加一个框
        </button>
      )}
      {hasSound && (
        <button
          type="button"
          className="button small"
          disabled={!rounded}
          onClick={() => rounded && draft.mute(rounded)}
        >
          把选段静音
        </button>
      )}
      {hasSound && !rounded && <span className="hint">先在时间线上选一段</span>}
    </div>
  )
}
