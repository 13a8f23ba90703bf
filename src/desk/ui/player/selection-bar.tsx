import { TimeField } from './time-field.tsx'
import type { Selection } from './timeline.tsx'
import type { Playback } from './use-playback.ts'

type Props = {
  readonly playback: Playback
  readonly selection: Selection | undefined
  readonly onSelect: (selection: Selection | undefined) => void
}

/** A second to begin with, where only one end was said. */
const FIRST_MS = 1000

/** The span that marks, clips and silence are made of; dragged on the line above or typed here. */
export function SelectionBar({ playback, selection, onSelect }: Props) {
  const { positionMs, durationMs } = playback
  const from = (ms: number) =>
    onSelect({ fromMs: ms, untilMs: Math.max(selection?.untilMs ?? 0, Math.min(ms + FIRST_MS, durationMs)) })
  const until = (ms: number) =>
    onSelect({ fromMs: Math.min(selection?.fromMs ?? Math.max(0, ms - FIRST_MS), ms), untilMs: ms })
  return (
    <fieldset className="selection-bar">
      <legend className="unseen">选段</legend>
      <TimeField title="选段从" ms={selection?.fromMs} onChange={from} onHere={() => from(Math.round(positionMs))} />
      <TimeField title="到" ms={selection?.untilMs} onChange={until} onHere={() => until(Math.round(positionMs))} />
      {selection && (
        <button type="button" className="button plain small" onClick={() => onSelect(undefined)}>
          取消选段
        </button>
      )}
    </fieldset>
  )
}
