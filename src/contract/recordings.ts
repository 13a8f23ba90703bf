import { z } from 'zod'
import { DEVICE_KINDS } from '#domain/recording/device.ts'
import { MEDIA } from '#domain/recording/medium.ts'
import { Day } from './calendar-day.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()

/** A finished upload becomes a recording; what is left out stands as it was said when the upload began. */
export const RecordingInput = z.strictObject({
  upload: Id,
  capturedAt: z.iso.datetime({ offset: true }).optional(),
  device: Id.nullable().optional(),
  officer: Id.nullable().optional(),
  place: typedText('拍摄地点', { max: 200 }).optional(),
})
export type RecordingInput = z.infer<typeof RecordingInput>

export const StoreRecordingsInput = z.strictObject({
  recordings: z.array(RecordingInput).min(1, '请至少登记一个文件').max(200),
})
export type StoreRecordingsInput = z.infer<typeof StoreRecordingsInput>

/** In the order of the input; `isNew` is false where the agency has the same bytes already. */
export const StoredRecordings = z.object({
  recordings: z.array(z.object({ upload: z.string(), id: z.string(), isNew: z.boolean() })),
})
export type StoredRecordings = z.infer<typeof StoredRecordings>

export const RECORDING_FILTERS = ['all', 'unbound', 'late', 'doubtful'] as const
export const RecordingsQuery = z.strictObject({
  only: z.enum(RECORDING_FILTERS).default('all'),
  device: Id.optional(),
  officer: Id.optional(),
  on: Day.optional(),
  after: z.string().max(100).optional(),
})
export type RecordingsQuery = z.infer<typeof RecordingsQuery>

/** What a player needs, made from the original; `sentence` says why something is missing. */
export const Rendition = z.object({
  state: z.enum(['waiting', 'ready', 'failed', 'skipped']),
  sentence: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  fps: z.number().nullable(),
  videoCodec: z.string().nullable(),
  audioCodec: z.string().nullable(),
  hasPoster: z.boolean(),
  hasStrip: z.boolean(),
  /** A version that browsers play: the original itself, or one made from it. */
  web: z.enum(['original', 'made']).nullable(),
})
export type Rendition = z.infer<typeof Rendition>

export const RecordingRow = z.object({
  id: z.string(),
  fileName: z.string(),
  medium: z.enum(MEDIA),
  mediaType: z.string(),
  size: z.number().int(),
  capturedAt: z.string(),
  storedAt: z.string(),
  dueAt: z.string().nullable(),
  /** Whole hours past the term; null when it came in time. */
  hoursLate: z.number().int().nullable(),
  place: z.string(),
  source: z.enum(['desk', 'docking-station']),
  device: z.object({ id: z.string(), code: z.string(), kind: z.enum(DEVICE_KINDS) }).nullable(),
  officer: z.object({ id: z.string(), name: z.string() }).nullable(),
  storedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Sentences about what does not fit together. */
  doubts: z.array(z.string()),
  saidCase: z.string(),
  bindings: z.array(z.object({ caseId: z.string(), caseName: z.string(), run: z.string(), scene: z.string() })),
  rendition: Rendition,
  /** Where the small picture is, for those who may see it. */
  poster: z.string().nullable(),
})
export type RecordingRow = z.infer<typeof RecordingRow>

/** A list of a docking station named this file, and it has not come. */
export const AnnouncedRow = z.object({
  id: z.string(),
  fileName: z.string(),
  deviceCode: z.string(),
  officerName: z.string().nullable(),
  capturedAt: z.string(),
  dueAt: z.string(),
  isOverdue: z.boolean(),
})
export type AnnouncedRow = z.infer<typeof AnnouncedRow>

export const RecordingsAnswer = z.object({
  rows: z.array(RecordingRow),
  counts: z.object({ all: z.number(), unbound: z.number(), late: z.number(), doubtful: z.number() }),
  /** What lists announced and is missing, the most urgent first; at most fifty. */
  announced: z.array(AnnouncedRow),
  next: z.string().nullable(),
})
export type RecordingsAnswer = z.infer<typeof RecordingsAnswer>

/** One recording with its digests, and the peaks of its sound (0 to 1, evenly over its length). */
export const RecordingDetail = RecordingRow.extend({
  sha256: z.string(),
  sm3: z.string(),
  waveform: z.array(z.number()).nullable(),
})
export type RecordingDetail = z.infer<typeof RecordingDetail>

/** A file that has come whole and is not registered yet, for whoever sent it. */
export const ArrivalRow = z.object({
  upload: z.string(),
  fileName: z.string(),
  size: z.number().int(),
  capturedAt: z.string(),
  device: z.string().nullable(),
  officer: z.string().nullable(),
  place: z.string(),
})
export type ArrivalRow = z.infer<typeof ArrivalRow>
export const ArrivalsAnswer = z.object({ arrivals: z.array(ArrivalRow) })
export type ArrivalsAnswer = z.infer<typeof ArrivalsAnswer>
