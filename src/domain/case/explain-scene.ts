import { sceneOf } from '../recording/scenes.ts'
import { type Decision, refused } from './command.ts'
import type { Environment, Person } from './environment.ts'
import { findScene, type SceneOfRun } from './find-scene.ts'
import { sceneDebts } from './scene-debts.ts'
import { refuseAbsence } from './scene-words.ts'
import type { CaseState } from './state.ts'

export type Explanation = SceneOfRun & {
  /** Which act of the scene; the newest that owes a recording where nobody says. */
  readonly act?: number | undefined
  readonly reason: string
}

/** A recording that was promised does not come after all: why. What must be recorded is not explained away. */
export function decideExplanation(env: Environment, state: CaseState, said: Explanation, actor: Person): Decision {
  const found = findScene(env, state, said, actor, '说明')
  if ('sentence' in found) return refused(found)
  const { run, code } = found
  const { title, basis } = sceneOf(code)
  const refuse = (sentence: string) => refused({ gate: 'scene-word', basis, sentence })
  const owed = sceneDebts(state).filter((debt) => debt.run === run.id && debt.scene === code)
  const debt = owed.findLast(({ seq }) => said.act === undefined || seq === said.act)
  if (!debt) return refuse(`“${title}”没有等待归集的音像记录，不用说明`)
  if (debt.duty === 'must')
    return refuse(
      `“${title}”应当全程音像记录，不能以说明代替；确已灭失或者无法录制的，请写出书面说明，报机关负责人审批`,
    )
  const wrong = refuseAbsence(title, said.reason)
  if (wrong) return refuse(wrong)
  const reason = said.reason.trim()
  return { ok: true, events: [{ type: 'scene-explained', run: run.id, scene: code, act: debt.seq, reason }] }
}
