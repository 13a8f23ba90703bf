import { refuseAnyRole } from '../access/acting.ts'
import { actionsOf } from '../procedure/actions-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { MEDIUM_TITLES, type Medium } from '../recording/medium.ts'
import { mediaTitle } from '../recording/scene.ts'
import { isSceneCode, type SceneCode, sceneOf } from '../recording/scenes.ts'
import { type Decision, refused } from './command.ts'
import type { Environment, Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import { sceneDebts } from './scene-debts.ts'
import { type DemandedScene, demandedScenes, refuseAbsence } from './scene-words.ts'
import { type CaseState, findRun, type Run } from './state.ts'

export type RecordingToBind = {
  readonly id: string
  readonly medium: Medium
  readonly capturedAt: string
  readonly sha256: string
}
type Where = { readonly run: string; readonly scene: string }
type Found = { readonly run: Run; readonly code: SceneCode; readonly scenes: readonly DemandedScene[] }

/** Binds a recording of the agency to a scene of a run; also to a run that has ended, since recordings come in after the act. */
export function decideBinding(
  env: Environment,
  state: CaseState,
  where: Where,
  recording: RecordingToBind,
  actor: Person,
): Decision {
  const found = findScene(env, state, where, actor)
  if ('sentence' in found) return refused(found)
  const { run, code, scenes } = found
  const sentence = refuseMedium(state, found, recording) ?? refuseTwice(state, found, recording)
  if (sentence !== undefined)
    return refused({ gate: 'recording', basis: scenes[0]?.basis ?? '', sentence, field: 'recording' })
  const { id, medium, capturedAt, sha256 } = recording
  const bound = {
    type: 'recording-bound',
    recording: id,
    run: run.id,
    scene: code,
    medium,
    capturedAt,
    sha256,
  } as const
  return { ok: true, events: [bound] }
}

/** A recording that was promised does not come after all: why. What must be recorded is not explained away. */
export function decideExplanation(
  env: Environment,
  state: CaseState,
  where: Where & { readonly reason: string },
  actor: Person,
): Decision {
  const found = findScene(env, state, where, actor)
  if ('sentence' in found) return refused(found)
  const { run, code } = found
  const { title } = sceneOf(code)
  const owed = sceneDebts(state).filter((debt) => debt.run === run.id && debt.scene === code)
  const refuse = (sentence: string) => refused({ gate: 'scene-word', basis: sceneOf(code).basis, sentence })
  if (owed.length === 0) return refuse(`“${title}”没有等待归集的音像记录，不用说明`)
  if (owed.at(-1)?.duty === 'must') return refuse(`“${title}”应当全程音像记录，不能以说明代替`)
  const wrong = refuseAbsence(title, where.reason)
  if (wrong) return refuse(wrong)
  return { ok: true, events: [{ type: 'scene-explained', run: run.id, scene: code, reason: where.reason.trim() }] }
}

function findScene(env: Environment, state: CaseState, { run: runId, scene }: Where, actor: Person): Found | Refusal {
  const run = findRun(state, runId)
  if (state.endedOn) return { gate: 'stale', basis: '', sentence: '案件已经办结，不能再绑定音像记录' }
  if (!run) return { gate: 'stale', basis: '', sentence: '本案没有这个程序，请刷新页面', field: 'run' }
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const actions = actionsOf(procedure).filter(({ action }) => action.records?.some((demand) => demand.scene === scene))
  const roles = actions.flatMap(({ action }) => action.by)
  if (!isSceneCode(scene) || actions.length === 0) {
    const title = isSceneCode(scene) ? sceneOf(scene).title : scene
    const sentence = `“${procedure.title}”没有“${title}”这个音像记录环节，请从本案列出的环节中选择`
    return { gate: 'scene', basis: procedure.basis, sentence, field: 'scene' }
  }
  const forbidden = refuseAnyRole(['handler', ...roles], actor, state, run)
  if (forbidden) return { ...forbidden, sentence: `“${sceneOf(scene).title}”的音像记录${forbidden.sentence}` }
  const scenes = actions.flatMap(({ action }) => demandedScenes(env, action)).filter(({ code }) => code === scene)
  return { run, code: scene, scenes }
}

/** Of the media that were asked for when the act was done, or that are asked for now. */
function refuseMedium(state: CaseState, { run, code, scenes }: Found, { medium }: RecordingToBind): string | undefined {
  const owed = sceneDebts(state).filter((debt) => debt.run === run.id && debt.scene === code)
  const media = owed.length > 0 ? owed.flatMap((debt) => debt.media) : scenes.flatMap((scene) => scene.media)
  if (media.includes(medium)) return undefined
  return `“${sceneOf(code).title}”应当用${mediaTitle([...new Set(media)])}记录，这一份是${MEDIUM_TITLES[medium]}`
}

function refuseTwice(
  { recordings = [] }: CaseState,
  { run, code }: Found,
  { id }: RecordingToBind,
): string | undefined {
  const isBound = recordings.some((item) => item.recording === id && item.run === run.id && item.scene === code)
  return isBound ? `这份音像记录已经绑定在“${sceneOf(code).title}”，不用再绑定` : undefined
}
