import type { EventOf } from './event.ts'
import type { BoundRecording, CaseState, Run, SceneWord } from './state.ts'

export function bindRecording(state: CaseState, event: EventOf<'recording-bound'>): CaseState {
  const { recording, run, scene, medium, capturedAt, sha256, seq } = event
  const bound: BoundRecording = { recording, run, scene, medium, capturedAt, sha256, seq }
  return { ...state, recordings: [...(state.recordings ?? []), bound] }
}

/** The reason stands with the newest act of the scene for which a recording was promised. */
export function explainScene(run: Run, { scene, reason }: EventOf<'scene-explained'>): Run {
  const index = run.taken.findLastIndex((taken) => taken.scenes?.some((word) => isOwed(word) && word.scene === scene))
  const explained = (words: readonly SceneWord[]) =>
    words.map((word) => (word.scene === scene && isOwed(word) ? { ...word, reason } : word))
  const taken = run.taken.map((item, at) => (at === index ? { ...item, scenes: explained(item.scenes ?? []) } : item))
  return { ...run, taken }
}

function isOwed({ reason }: SceneWord): boolean {
  return reason === undefined
}
