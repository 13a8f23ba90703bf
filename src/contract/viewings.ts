import { z } from 'zod'

export const VIEW_PURPOSES = ['play', 'download', 'export'] as const

/** To look at a recording, or to take a copy with the viewer's name across it; of a derivative when one is named. */
export const ViewingInput = z.strictObject({
  purpose: z.enum(VIEW_PURPOSES).default('play'),
  derivative: z.uuid().toLowerCase().optional(),
})
export type ViewingInput = z.infer<typeof ViewingInput>

export const ViewedRecordingAnswer = z.object({
  id: z.string(),
  medium: z.enum(['photo', 'audio', 'video']),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  sm3: z.string(),
  capturedAt: z.string(),
  place: z.string(),
  device: z.string().nullable(),
  officer: z.string().nullable(),
  storedAt: z.string(),
  storedBy: z.string().nullable(),
  /** Its receipt of the record log can be drawn. */
  hasReceipt: z.boolean(),
  cases: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Other recordings of the same cases, to be laid beside it; whoever opens one begins a viewing of it. */
  siblings: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      medium: z.enum(['photo', 'audio', 'video']),
      capturedAt: z.string(),
    }),
  ),
})
export type ViewedRecordingAnswer = z.infer<typeof ViewedRecordingAnswer>

/** What was made for playing; `sentence` says why something is not there. Lengths in milliseconds, sizes in pixels as shown. */
export const RenditionAnswer = z.object({
  state: z.enum(['none', 'waiting', 'ready', 'failed', 'skipped']),
  sentence: z.string().nullable(),
  durationMs: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  hasSound: z.boolean(),
  hasWeb: z.boolean(),
  hasPoster: z.boolean(),
  hasStrip: z.boolean(),
  hasWaveform: z.boolean(),
})
export type RenditionAnswer = z.infer<typeof RenditionAnswer>

/** One viewing of the caller. `copy` is the state of the marked copy that a download waits for. */
export const ViewingAnswer = z.object({
  id: z.string(),
  purpose: z.enum(VIEW_PURPOSES),
  ground: z.string(),
  begunAt: z.string(),
  expiresAt: z.string(),
  copy: z.object({ state: z.enum(['waiting', 'ready', 'failed']), sentence: z.string().nullable() }).nullable(),
  /** Whether this person may also mark, cut and cover. */
  mayWork: z.boolean(),
  mayCopy: z.boolean(),
  recording: ViewedRecordingAnswer,
  rendition: RenditionAnswer,
})
export type ViewingAnswer = z.infer<typeof ViewingAnswer>

/** Who looked, when, on what ground; and what else was done with the recording. */
export const TrailEntry = z.object({
  at: z.string(),
  person: z.string().nullable(),
  agency: z.string().nullable(),
  what: z.string(),
  ground: z.string().nullable(),
})
export const TrailAnswer = z.object({ entries: z.array(TrailEntry), isCut: z.boolean() })
export type TrailAnswer = z.infer<typeof TrailAnswer>

/** The stored original read again: both digests as they are now beside those that were registered. */
export const FixityAnswer = z.object({
  soundness: z.enum(['sound', 'altered', 'missing']),
  sha256: z.string().nullable(),
  sm3: z.string().nullable(),
  checkedAt: z.string(),
  sentence: z.string(),
})
export type FixityAnswer = z.infer<typeof FixityAnswer>
