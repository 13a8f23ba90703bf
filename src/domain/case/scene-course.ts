import { actionsOf } from '../procedure/actions-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import type { Medium } from '../recording/medium.ts'
import type { RecordingDuty } from '../recording/scene.ts'
import type { SceneCode } from '../recording/scenes.ts'
import type { Environment } from './environment.ts'
import { isExcused, isOverdue, settlementOf } from './scene-debts.ts'
import { demandedScenes } from './scene-words.ts'
import type { CaseState, Run, SceneException, SceneWord, Taken } from './state.ts'

/** One act of a scene: shown by a recording, explained, excused by the head of the agency, or still owed. */
export type SceneAct = {
  readonly seq: number
  readonly action: string
  readonly by: string | null
  readonly duty: RecordingDuty
  readonly actedAt: string
  readonly dueAt: string
  readonly state: 'bound' | 'explained' | 'excused' | 'owed' | 'overdue'
  readonly reason: string | null
  readonly exception: SceneException | null
}

/** A scene of a run: what is asked for, what was done, what is bound. */
export type SceneLine = {
  readonly run: string
  readonly runTitle: string
  readonly scene: SceneCode
  readonly duty: RecordingDuty
  readonly media: readonly Medium[]
  readonly basis: string
  readonly demonstration: string | null
  readonly acts: readonly SceneAct[]
  readonly bound: readonly string[]
}

/** The scenes of every run in the order of its procedure; what only some acts show is listed once an act has shown it. */
export function sceneCourse(env: Environment, state: CaseState): readonly SceneLine[] {
  return state.runs.flatMap((run) => linesOf(env, state, run))
}

function linesOf(env: Environment, state: CaseState, run: Run): readonly SceneLine[] {
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const demanded = actionsOf(procedure).flatMap(({ action }) => demandedScenes(env, action))
  const codes = [...new Set(demanded.map(({ code }) => code))]
  return codes.flatMap((code) => {
    const scenes = demanded.filter((scene) => scene.code === code)
    const acts = actsOf(env, state, run, code)
    const bound = (state.recordings ?? []).filter((item) => item.run === run.id && item.scene === code)
    const isAhead = scenes.some(({ onlyIf }) => onlyIf.length === 0) && !run.endedOn
    const [first] = scenes
    if (!first || (acts.length === 0 && bound.length === 0 && !isAhead)) return []
    return {
      run: run.id,
      runTitle: procedure.title,
      scene: code,
      duty: acts.at(-1)?.duty ?? first.duty,
      media: [...new Set(scenes.flatMap(({ media }) => media))],
      basis: first.basis,
      demonstration: first.demonstration,
      acts,
      bound: bound.map(({ recording }) => recording),
    }
  })
}

function actsOf(env: Environment, state: CaseState, run: Run, code: SceneCode): readonly SceneAct[] {
  return run.taken.flatMap((taken) =>
    (taken.scenes ?? []).filter(({ scene }) => scene === code).map((word) => actOf(env, state, run, taken, word)),
  )
}

function actOf({ now }: Environment, state: CaseState, run: Run, taken: Taken, word: SceneWord): SceneAct {
  const { duty, actedAt, dueAt, reason = null, exception = null } = word
  const { seq, action, by } = taken
  const isBound = settlementOf(state, run, taken, word) !== undefined
  return { seq, action, by, duty, actedAt, dueAt, reason, exception, state: isBound ? 'bound' : missing(word, now) }
}

function missing(word: SceneWord, now: string): SceneAct['state'] {
  if (isExcused(word)) return word.reason === undefined ? 'excused' : 'explained'
  return isOverdue(word, now) ? 'overdue' : 'owed'
}
