import { useState } from 'react'
import type { Box } from '#domain/recording/recipe.ts'
import type { Selection } from './timeline.tsx'

export type RedactionDraft = {
  readonly boxes: readonly Box[]
  readonly muted: readonly Selection[]
  readonly chosen: number | undefined
  choose(index: number | undefined): void
  draw(box: Box): void
  change(index: number, box: Box): void
  removeBox(index: number): void
  mute(span: Selection): void
  unmute(index: number): void
  clear(): void
}

const NOTHING = {
  boxes: [] as readonly Box[],
  muted: [] as readonly Selection[],
  chosen: undefined as number | undefined,
}

/** What is to be covered and silenced, until it is sent. */
export function useRedaction(): RedactionDraft {
  const [draft, setDraft] = useState(NOTHING)
  const change = (part: Partial<typeof NOTHING>) => setDraft((old) => ({ ...old, ...part }))
  return {
    ...draft,
    choose: (chosen) => change({ chosen }),
    draw: (box) => setDraft((old) => ({ ...old, boxes: [...old.boxes, box], chosen: old.boxes.length })),
    change: (index, box) =>
      setDraft((old) => ({ ...old, boxes: old.boxes.map((one, at) => (at === index ? box : one)) })),
    removeBox: (index) =>
      setDraft((old) => ({ ...old, boxes: old.boxes.filter((_, at) => at !== index), chosen: undefined })),
    mute: (span) =>
      setDraft((old) => ({ ...old, muted: [...old.muted, span].toSorted((a, b) => a.fromMs - b.fromMs) })),
    unmute: (index) => setDraft((old) => ({ ...old, muted: old.muted.filter((_, at) => at !== index) })),
    clear: () => setDraft(NOTHING),
  }
}
