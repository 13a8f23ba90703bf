import { MEDIUM_TITLES, type Medium } from '../recording/medium.ts'
import { mediaTitle } from '../recording/scene.ts'
import { sceneOf } from '../recording/scenes.ts'
import { type Decision, refused } from './command.ts'
import type { Environment, Person } from './environment.ts'
import { type FoundScene, findScene, type SceneOfRun } from './find-scene.ts'
import { sceneDebts } from './scene-debts.ts'
import type { CaseState } from './state.ts'

export type RecordingToBind = {
  readonly id: string
  readonly medium: Medium
  readonly capturedAt: string
  readonly sha256: string
}

/** Binds a recording of the agency to a scene of a run; also to a run that has ended, since recordings come in after the act. */
export function decideBinding(
  env: Environment,
  state: CaseState,
  where: SceneOfRun,
  recording: RecordingToBind,
  actor: Person,
): Decision {
  const found = findScene(env, state, where, actor, '绑定音像记录')
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

/** Of the media that were asked for when the act was done, or that are asked for now. */
function refuseMedium(
  state: CaseState,
  { run, code, scenes }: FoundScene,
  { medium }: RecordingToBind,
): string | undefined {
  const owed = sceneDebts(state).filter((debt) => debt.run === run.id && debt.scene === code)
  const media = owed.length > 0 ? owed.flatMap((debt) => debt.media) : scenes.flatMap((scene) => scene.media)
  if (media.includes(medium)) return undefined
  return `“${sceneOf(code).title}”应当用${mediaTitle([...new Set(media)])}记录，这一份是${MEDIUM_TITLES[medium]}`
}

function refuseTwice(
  { recordings = [] }: CaseState,
  { run, code }: FoundScene,
  { id }: RecordingToBind,
): string | undefined {
  const isBound = recordings.some((item) => item.recording === id && item.run === run.id && item.scene === code)
  return isBound ? `这份音像记录已经绑定在“${sceneOf(code).title}”，不用再绑定` : undefined
}
