import { isPastDue } from '../calendar/due-at.ts'
import type { SceneCode } from '../recording/scenes.ts'
import { type BoundRecording, type CaseState, findRun, type Run, type SceneWord, type Taken } from './state.ts'

/** A scene whose act is done and whose recording has not come in; whether it is overdue is asked of the clock, never stored. */
export type SceneDebt = SceneWord & { readonly run: string; readonly action: string; readonly seq: number }

/** Every recording that this case still owes, in the order of the acts. */
export function sceneDebts(state: CaseState): readonly SceneDebt[] {
  return state.runs.flatMap((run) =>
    run.taken.flatMap((taken) =>
      (taken.scenes ?? [])
        .filter((word) => word.reason === undefined && !settlementOf(state, run, taken, word))
        .map((word) => ({ ...word, run: run.id, action: taken.action, seq: taken.seq })),
    ),
  )
}

/**
 * The recording that shows this act: bound to its scene in its run, of a fitting medium. What was bound before an earlier act of the
 * same scene shows that one; what is bound later may show both, since one recording often covers two talks.
 */
export function settlementOf(state: CaseState, run: Run, taken: Taken, word: SceneWord): BoundRecording | undefined {
  return boundSince(state, run, word.scene, earlierAct(run, word.scene, taken.seq)).find(({ medium }) =>
    word.media.includes(medium),
  )
}

/** What is bound to a scene and not yet used up by an act. */
export function boundForNext(state: CaseState, run: Run, scene: SceneCode): readonly BoundRecording[] {
  return boundSince(state, run, scene, earlierAct(run, scene, state.seq + 1))
}

function boundSince(state: CaseState, run: Run, scene: SceneCode, since: number): readonly BoundRecording[] {
  return (state.recordings ?? []).filter((item) => item.run === run.id && item.scene === scene && item.seq > since)
}

function earlierAct(run: Run, scene: SceneCode, before: number): number {
  const acts = run.taken.filter((taken) => taken.seq < before && taken.scenes?.some((word) => word.scene === scene))
  return acts.at(-1)?.seq ?? 0
}

export function isOverdue(debt: SceneWord, now: string): boolean {
  return isPastDue(now, debt.dueAt)
}

/** Whether a run is this one or was opened inside it, at whatever depth. */
export function isWithin(state: CaseState, runId: string, outer: string): boolean {
  if (runId === outer) return true
  const parent = findRun(state, runId)?.parent
  return parent !== undefined && isWithin(state, parent, outer)
}
