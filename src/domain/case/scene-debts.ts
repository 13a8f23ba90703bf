import { isPastDue } from '../calendar/due-at.ts'
import type { SceneCode } from '../recording/scenes.ts'
import { canShow, type ShownAct } from './shows-act.ts'
import { type BoundRecording, type CaseState, findRun, type Run, type SceneWord, type Taken } from './state.ts'

/** A scene whose act is done and whose recording has not come in; whether it is overdue is asked of the clock, never stored. */
export type SceneDebt = SceneWord & { readonly run: string; readonly action: string; readonly seq: number }

/** Every recording that this case still owes, in the order of the acts. */
export function sceneDebts(state: CaseState): readonly SceneDebt[] {
  return state.runs.flatMap((run) =>
    run.taken.flatMap((taken) =>
      (taken.scenes ?? [])
        .filter((word) => !isExcused(word) && !settlementOf(state, run, taken, word))
        .map((word) => ({ ...word, run: run.id, action: taken.action, seq: taken.seq })),
    ),
  )
}

/** Somebody has said why there is no recording; of what must be recorded, the head of the agency has let that stand. */
export function isExcused({ reason, exception }: SceneWord): boolean {
  return reason !== undefined || exception?.decided?.granted === true
}

/**
 * The recording that shows this act: bound to its scene in its run, of a fitting medium, taken on a day of the act. What was bound
 * before an earlier act of the same scene shows that one; what is bound later may show both, where they are of one day.
 */
export function settlementOf(state: CaseState, run: Run, taken: Taken, word: SceneWord): BoundRecording | undefined {
  const earlier = actsBefore(run, word.scene, taken.seq)
  return boundSince(state, run, word.scene, earlier).find(
    ({ medium, capturedAt }) => word.media.includes(medium) && isOfDay(run, taken, word, capturedAt),
  )
}

/** Whether a recording that began then could show this act, by the days of the act and of those before it. */
export function isOfDay(run: Run, taken: Taken, word: SceneWord, capturedAt: string): boolean {
  return canShow(capturedAt, { on: taken.on, word }, actsBefore(run, word.scene, taken.seq).map(shown))
}

/** What is bound to a scene and could show an act that is done now. */
export function boundForNext(state: CaseState, run: Run, scene: SceneCode, at: ShownAct): readonly BoundRecording[] {
  const earlier = actsBefore(run, scene, state.seq + 1)
  return boundSince(state, run, scene, earlier).filter(({ capturedAt }) => canShow(capturedAt, at, earlier.map(shown)))
}

/** What is bound to the scene of an act and cannot show it, since it was taken on another day. */
export function boundOfOtherDays(
  state: CaseState,
  { run: id, scene, media, seq }: SceneDebt,
): readonly BoundRecording[] {
  const run = findRun(state, id)
  const since = run ? actsBefore(run, scene, seq) : []
  return run ? boundSince(state, run, scene, since).filter(({ medium }) => media.includes(medium)) : []
}

type SceneAct = { readonly taken: Taken; readonly word: SceneWord }

function shown({ taken: { on }, word }: SceneAct): ShownAct {
  return { on, word }
}

function boundSince(state: CaseState, run: Run, scene: SceneCode, earlier: readonly SceneAct[]) {
  const since = earlier.at(-1)?.taken.seq ?? 0
  return (state.recordings ?? []).filter((item) => item.run === run.id && item.scene === scene && item.seq > since)
}

function actsBefore(run: Run, scene: SceneCode, before: number): readonly SceneAct[] {
  return run.taken
    .filter((taken) => taken.seq < before)
    .flatMap((taken) => (taken.scenes ?? []).filter((word) => word.scene === scene).map((word) => ({ taken, word })))
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
