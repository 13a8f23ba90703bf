import type { Action } from '../procedure/definition.ts'
import { mediaTitle } from '../recording/scene.ts'
import { sceneOf } from '../recording/scenes.ts'
import type { Refusal } from './refusal.ts'
import { isWithin, sceneDebts } from './scene-debts.ts'
import type { CaseView } from './view.ts'

/**
 * A step that leaves the stage waits for the recordings of what must be recorded, here and in what was opened here. The act itself
 * never waits: a recording comes from the docking station within a day, and the record of the act is made on the spot.
 */
export function refuseUnrecorded({ state, run }: CaseView, action: Action): readonly Refusal[] {
  if (action.to === undefined || action.to === run.stage) return []
  const owed = sceneDebts(state).filter((debt) => debt.duty === 'must' && isWithin(state, debt.run, run.id))
  const first = owed.filter(
    (debt, at) => owed.findIndex((other) => other.run === debt.run && other.scene === debt.scene) === at,
  )
  return first.map(({ scene, media, basis }) => ({
    gate: 'recording-bound',
    basis,
    sentence: `“${sceneOf(scene).title}”应当全程音像记录，还没有绑定${mediaTitle(media)}；请先在“音像”页绑定`,
  }))
}
