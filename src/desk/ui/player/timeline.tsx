import { type PointerEvent, useRef } from 'react'
import type { Mark } from '#contract/marks.ts'
import { playTime } from '../../lib/play-time.ts'
import type { Playback } from './use-playback.ts'

export type Selection = { readonly fromMs: number; readonly untilMs: number }

type Props = {
  readonly playback: Playback
  readonly peaks: readonly number[] | undefined
  /** Ten frames side by side. */
  readonly strip: string | undefined
  readonly marks: readonly Mark[]
  readonly muted: readonly Selection[]
  readonly selection: Selection | undefined
  readonly onSelect: ((selection: Selection | undefined) => void) | undefined
}

const WIDTH = 1000
const HEIGHT = 64
/** A shorter drag is a click that trembled. */
const LEAST_DRAG_MS = 200

/** The whole recording as a line: pictures, sound, marks, what is chosen, and where it plays. Click to go there, drag to choose a span. */
export function Timeline({ playback, peaks, strip, marks, muted, selection, onSelect }: Props) {
  const { positionMs, durationMs, seek } = playback
  const begun = useRef<number>(undefined)
  const x = (ms: number) => (durationMs > 0 ? (Math.min(ms, durationMs) / durationMs) * WIDTH : 0)
  const msAt = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.round(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationMs)
  }
  const move = (event: PointerEvent) => {
    if (begun.current === undefined) return
    const at = msAt(event)
    const span = { fromMs: Math.min(begun.current, at), untilMs: Math.max(begun.current, at) }
    if (onSelect && span.untilMs - span.fromMs >= LEAST_DRAG_MS) onSelect(span)
    seek(at)
  }
  return (
    <div className="player-line">
      {strip && <img className="timeline-strip" src={strip} alt="" draggable={false} />}
      <div
        className="timeline-line"
        role="slider"
        tabIndex={0}
        aria-label="播放位置"
        aria-valuemin={0}
        aria-valuemax={Math.round(durationMs / 1000)}
        aria-valuenow={Math.round(positionMs / 1000)}
        aria-valuetext={`${playTime(positionMs)}，共 ${playTime(durationMs)}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          begun.current = msAt(event)
          seek(begun.current)
        }}
        onPointerMove={move}
        onPointerUp={() => {
          begun.current = undefined
        }}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {peaks && <path className="wave" d={wavePath(peaks)} />}
          {selection && (
            <rect
              className="chosen"
              x={x(selection.fromMs)}
              width={x(selection.untilMs) - x(selection.fromMs)}
              height={HEIGHT}
            />
          )}
          {muted.map(({ fromMs, untilMs }) => (
            <rect
              key={`${fromMs}-${untilMs}`}
              className="silent"
              x={x(fromMs)}
              width={x(untilMs) - x(fromMs)}
              height={HEIGHT}
            />
          ))}
          {marks.map(({ id, atMs, untilMs }) => (
            <rect
              key={id}
              className="marked"
              x={x(atMs)}
              width={Math.max(3, x(untilMs ?? atMs) - x(atMs))}
              y={HEIGHT - 8}
              height={8}
            />
          ))}
          <rect className="played" width={x(positionMs)} y={0} height={3} />
          <rect className="cursor" x={Math.max(0, x(positionMs) - 1)} width={2} height={HEIGHT} />
        </svg>
      </div>
    </div>
  )
}

/** Peaks from 0 to 1 as a shape that is mirrored on the middle line. */
function wavePath(peaks: readonly number[]): string {
  const step = WIDTH / Math.max(1, peaks.length)
  const half = HEIGHT / 2
  const top = peaks.map((peak, index) => `${(index * step).toFixed(1)},${(half - peak * half * 0.92).toFixed(1)}`)
  const bottom = peaks.map(
    (peak, index) => `${(index * step).toFixed(1)},${(half + peak * half * 0.92 + 0.5).toFixed(1)}`,
  )
  return `M0,${half} L${top.join(' L')} L${WIDTH},${half} L${bottom.reverse().join(' L')} Z`
}
