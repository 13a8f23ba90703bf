import type { EventOf } from './event.ts'
import type { BoundRecording, CaseState, Run, SceneWord } from './state.ts'

export function bindRecording(state: CaseState, event: EventOf<'recording-bound'>): CaseState {
  const { recording, run, scene, medium, capturedAt, sha256, seq } = event
  const bound: BoundRecording = { recording, run, scene, medium, capturedAt, sha256, seq }
  return { ...state, recordings: [...(state.recordings ?? []), bound] }
}

/** The event of the binding stays; what the recording had settled is owed again. */
export function unbindRecording(state: CaseState, { boundSeq }: EventOf<'recording-unbound'>): CaseState {
  return { ...state, recordings: (state.recordings ?? []).filter(({ seq }) => seq !== boundSeq) }
}

/** Without the number of an act the reason stands with the newest act of the scene for which a recording was promised. */
export function explainScene(run: Run, { scene, act, reason }: EventOf<'scene-explained'>): Run {
  const newest = run.taken.findLast((taken) => taken.scenes?.some((word) => isOpen(word) && word.scene === scene))
  return withWord(run, { act: act ?? newest?.seq, scene }, (word) => (isOpen(word) ? { ...word, reason } : word))
}

export function askException(run: Run, { act, scene, ground, reason, by, on }: EventOf<'exception-asked'>): Run {
  return withWord(run, { act, scene }, (word) => ({ ...word, exception: { ground, reason, by, on } }))
}

export function decideException(run: Run, event: EventOf<'exception-decided'>): Run {
  const { act, scene, granted, opinion, by, on } = event
  const decided = { granted, opinion, by, on }
  return withWord(run, { act, scene }, (word) =>
    word.exception ? { ...word, exception: { ...word.exception, decided } } : word,
  )
}

type Which = { readonly act: number | undefined; readonly scene: string }

function withWord(run: Run, { act, scene }: Which, change: (word: SceneWord) => SceneWord): Run {
  const taken = run.taken.map((item) =>
    item.seq === act && item.scenes
      ? { ...item, scenes: item.scenes.map((word) => (word.scene === scene ? change(word) : word)) }
      : item,
  )
  return { ...run, taken }
}

function isOpen({ reason }: SceneWord): boolean {
  return reason === undefined
}
