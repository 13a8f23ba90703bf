import type { Stroke } from '#domain/signing/strokes.ts'

/** A name as a finger writes it: three strokes, with the time of each point. */
export const DRAWN_NAME: readonly Stroke[] = [
  { d: 'M80 60L120 62L160 60L200 58', ms: [0, 12, 25, 38] },
  { d: 'M140 40L138 90L130 140L100 190', ms: [240, 255, 270, 290] },
  { d: 'M300 50L340 120L420 190L500 60', ms: [600, 630, 660, 700] },
]
