import { sceneOf } from '../recording/scenes.ts'
import { type Decision, refused } from './command.ts'
import type { Environment, Person } from './environment.ts'
import { findScene, type SceneOfRun } from './find-scene.ts'
import type { BoundRecording, CaseState } from './state.ts'

export type Unbinding = SceneOfRun & { readonly recording: string; readonly reason: string }

const SHORTEST_REASON = 5
const LONGEST_REASON = 500

/** Takes back a binding that was a mistake: nothing is deleted, and what the recording had settled is owed again. */
export function decideUnbinding(env: Environment, state: CaseState, said: Unbinding, actor: Person): Decision {
  const found = findScene(env, state, said, actor, '解除绑定')
  if ('sentence' in found) return refused(found)
  const { run, code } = found
  const { title } = sceneOf(code)
  const refuse = (sentence: string, field: string) => refused({ gate: 'recording', basis: '', sentence, field })
  const bound = (state.recordings ?? []).find(
    (item) => item.recording === said.recording && item.run === run.id && item.scene === code,
  )
  if (!bound) return refuse(`这份音像记录没有绑定在“${title}”，请刷新页面`, 'recording')
  const evidence = onlyHold(state, bound)
  if (evidence !== undefined)
    return refuse(`证据“${evidence}”出自这份音像记录，不能解除绑定；拍的是别的环节的，请先绑定到那个环节`, 'recording')
  const reason = said.reason.trim()
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON)
    return refuse(`解除绑定的原因应为 ${SHORTEST_REASON} 至 ${LONGEST_REASON} 个字，例如“绑错了案件”`, 'reason')
  const { recording, seq: boundSeq } = bound
  return { ok: true, events: [{ type: 'recording-unbound', recording, run: run.id, scene: code, boundSeq, reason }] }
}

/** Evidence that was taken from the recording, where this is its last binding to the case. */
function onlyHold({ recordings = [], evidence }: CaseState, { recording, seq }: BoundRecording): string | undefined {
  if (recordings.some((item) => item.recording === recording && item.seq !== seq)) return undefined
  return evidence.find(({ exhibit }) => exhibit?.recording === recording)?.title
}
