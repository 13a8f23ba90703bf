import { refuseAnyRole } from '../access/acting.ts'
import { actionsOf } from '../procedure/actions-of.ts'
import type { Role } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { isSceneCode, type SceneCode, sceneOf } from '../recording/scenes.ts'
import type { Environment, Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import { type DemandedScene, demandedScenes } from './scene-words.ts'
import { type CaseState, findRun, type Run } from './state.ts'

export type SceneOfRun = { readonly run: string; readonly scene: string }
export type FoundScene = { readonly run: Run; readonly code: SceneCode; readonly scenes: readonly DemandedScene[] }

/**
 * The scene that is meant, or why this actor may not do this with its recordings: the handlers may, and whoever may take an act of
 * the scene. The run may have ended, the case may not.
 */
export function findScene(
  env: Environment,
  state: CaseState,
  where: SceneOfRun,
  actor: Person,
  toDo: string,
): FoundScene | Refusal {
  const found = sceneOfRun(env, state, where, toDo)
  if ('sentence' in found) return found
  const { run, code } = found
  const forbidden = refuseAnyRole(['handler', ...rolesOf(env, run, code)], actor, state, run)
  return forbidden ? { ...forbidden, sentence: `“${sceneOf(code).title}”的音像记录${forbidden.sentence}` } : found
}

/** The scene that is meant, whoever asks. */
export function sceneOfRun(
  env: Environment,
  state: CaseState,
  { run: runId, scene }: SceneOfRun,
  toDo: string,
): FoundScene | Refusal {
  const run = findRun(state, runId)
  if (state.endedOn) return { gate: 'stale', basis: '', sentence: `案件已经办结，不能再${toDo}` }
  if (!run) return { gate: 'stale', basis: '', sentence: '本案没有这个程序，请刷新页面', field: 'run' }
  const actions = showing(env, run, scene)
  if (!isSceneCode(scene) || actions.length === 0) {
    const procedure = getProcedure(env.procedures, run.procedure, run.version)
    const title = isSceneCode(scene) ? sceneOf(scene).title : scene
    const sentence = `“${procedure.title}”没有“${title}”这个音像记录环节，请从本案列出的环节中选择`
    return { gate: 'scene', basis: procedure.basis, sentence, field: 'scene' }
  }
  const scenes = actions.flatMap((action) => demandedScenes(env, action)).filter(({ code }) => code === scene)
  return { run, code: scene, scenes }
}

function showing(env: Environment, run: Run, scene: string) {
  const actions = actionsOf(getProcedure(env.procedures, run.procedure, run.version)).map(({ action }) => action)
  return actions.filter(({ records }) => records?.some((demand) => demand.scene === scene))
}

function rolesOf(env: Environment, run: Run, scene: SceneCode): readonly Role[] {
  return showing(env, run, scene).flatMap(({ by }) => by)
}
