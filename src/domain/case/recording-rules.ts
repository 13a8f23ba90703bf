import { officeDateOf } from '../calendar/due-at.ts'
import type { Action } from '../procedure/definition.ts'
import { mediaTitle } from '../recording/scene.ts'
import { sceneOf } from '../recording/scenes.ts'
import type { Refusal } from './refusal.ts'
import { boundOfOtherDays, isWithin, type SceneDebt, sceneDebts } from './scene-debts.ts'
import type { CaseState } from './state.ts'
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
  return first.map((debt) => ({
    gate: 'recording-bound',
    basis: debt.basis,
    sentence: `“${sceneOf(debt.scene).title}”应当全程音像记录，${whatIsMissing(state, debt)}`,
  }))
}

function whatIsMissing(state: CaseState, debt: SceneDebt): string {
  if (debt.exception && !debt.exception.decided) return '没有音像记录的书面说明还在等机关负责人审批'
  const media = mediaTitle(debt.media)
  const [other] = boundOfOtherDays(state, debt)
  if (!other) return `还没有绑定${media}；请先在“音像”页绑定`
  return `已绑定的是${officeDateOf(other.capturedAt)}拍摄的，不是${officeDateOf(debt.actedAt)}办的这一次；请在“音像”页绑定这一次的${media}`
}
