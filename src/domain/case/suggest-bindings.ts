import type { Medium } from '../recording/medium.ts'
import type { SceneCode } from '../recording/scenes.ts'
import { isExcused, isOfDay, settlementOf } from './scene-debts.ts'
import type { CaseState, Run, SceneWord, Taken } from './state.ts'

export type Candidate = {
  readonly id: string
  readonly medium: Medium
  readonly capturedAt: string
  /** Who wore the device; null where nobody is known. */
  readonly officer: string | null
}
export type Suggestion = { readonly recording: string; readonly run: string; readonly scene: SceneCode }

const MINUTE_MS = 60_000
/** People switch on before they begin and write down the times by the clock on the wall. */
const SLACK_MINUTES = 30

/**
 * Which recording probably shows which act: taken by somebody who handles the case, of a fitting medium, between the beginning and the
 * end of the act; where the act has no times, since the act before it. Nearest first; only acts that have no recording yet.
 */
export function suggestBindings(state: CaseState, candidates: readonly Candidate[]): readonly Suggestion[] {
  return state.runs.flatMap((run) =>
    run.taken.flatMap((taken, at) =>
      (taken.scenes ?? [])
        .filter((word) => !isExcused(word) && !settlementOf(state, run, taken, word))
        .flatMap((word) => {
          const window = windowOf(word, actedBefore(run, at))
          return candidates
            .filter((item) => isFitting(state, taken, word, item) && isWithin(item.capturedAt, window))
            .filter((item) => isOfDay(run, taken, word, item.capturedAt))
            .toSorted((a, b) => distance(a, window) - distance(b, window))
            .map(({ id }) => ({ recording: id, run: run.id, scene: word.scene }))
        }),
    ),
  )
}

type Window = { readonly fromMs: number; readonly untilMs: number }

function windowOf({ beganAt, actedAt }: SceneWord, before: string | undefined): Window {
  const slack = SLACK_MINUTES * MINUTE_MS
  const untilMs = Date.parse(actedAt)
  const from = beganAt ?? before
  return { fromMs: from === undefined ? 0 : Date.parse(from) - slack, untilMs: untilMs + slack }
}

function actedBefore(run: Run, at: number): string | undefined {
  return run.taken.slice(0, at).findLast(({ scenes }) => scenes?.[0])?.scenes?.[0]?.actedAt
}

function isFitting(state: CaseState, taken: Taken, { media }: SceneWord, { officer, medium }: Candidate): boolean {
  const isOurs = officer !== null && (state.handlers.includes(officer) || officer === taken.by)
  return isOurs && media.includes(medium)
}

function isWithin(capturedAt: string, { fromMs, untilMs }: Window): boolean {
  const ms = Date.parse(capturedAt)
  return ms >= fromMs && ms <= untilMs
}

function distance({ capturedAt }: Candidate, { fromMs, untilMs }: Window): number {
  return Math.abs(Date.parse(capturedAt) - (fromMs === 0 ? untilMs : fromMs + SLACK_MINUTES * MINUTE_MS))
}
