/** How far the second recording is ahead of the first at the same instant, by the times at which both began. */
export function offsetOf(firstCapturedAt: string, secondCapturedAt: string): number {
  return Date.parse(firstCapturedAt) - Date.parse(secondCapturedAt)
}

export type StepPlan =
  | { readonly is: 'before'; readonly inMs: number }
  | { readonly is: 'after' }
  | { readonly is: 'there'; readonly atMs: number; readonly mustSeek: boolean }

/** An ear hears a tenth of a second; while it plays, less than that is left alone, since every jump is heard, too. */
const DRIFT_MS = { playing: 120, paused: 20 }

/** What the second recording has to do when the first stands at `positionMs`. */
export function planStep(first: {
  readonly positionMs: number
  readonly isPlaying: boolean
  readonly offsetMs: number
  readonly otherMs: number
  readonly otherLengthMs: number
}): StepPlan {
  const atMs = first.positionMs + first.offsetMs
  if (atMs < 0) return { is: 'before', inMs: -atMs }
  if (atMs > first.otherLengthMs) return { is: 'after' }
  const most = first.isPlaying ? DRIFT_MS.playing : DRIFT_MS.paused
  return { is: 'there', atMs, mustSeek: Math.abs(first.otherMs - atMs) > most }
}
