import { z } from 'zod'
import type { SceneLine } from '#domain/case/scene-course.ts'
import { MEDIA } from '#domain/recording/medium.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()
const run = z.string().min(1).max(60)
const scene = z.string().min(1).max(60)

export const BindRecordingInput = z.strictObject({ run, scene, recording: Id })
export type BindRecordingInput = z.infer<typeof BindRecordingInput>

export const ExplainSceneInput = z.strictObject({ run, scene, reason: typedText('没有记录的原因', { max: 500 }) })
export type ExplainSceneInput = z.infer<typeof ExplainSceneInput>

/** A recording as the case shows it. */
export const CaseRecording = z.object({
  id: z.string(),
  fileName: z.string(),
  medium: z.enum(MEDIA),
  capturedAt: z.string(),
  storedAt: z.string(),
  officer: z.string().nullable(),
  place: z.string(),
  durationMs: z.number().nullable(),
  sha256: z.string(),
  /** Where the small picture is, for those who may see it. */
  poster: z.string().nullable(),
})
export type CaseRecording = z.infer<typeof CaseRecording>

const Line = z.record(z.string(), z.unknown()) as unknown as z.ZodType<SceneLine>

export const CaseRecordingsAnswer = z.object({
  /** The If-Match of the next command. */
  version: z.number().int(),
  now: z.string(),
  scenes: z.array(Line),
  /** What is bound here, by id. */
  bound: z.array(CaseRecording),
  /** Recordings that are bound to no case: of those who handle this one, of the caller, or of nobody who is known. */
  unbound: z.array(CaseRecording),
  suggestions: z.array(z.object({ run: z.string(), scene: z.string(), recording: z.string() })),
  /** Whether the caller may bind at all; where not, why. */
  refusal: z.string().nullable(),
})
export type CaseRecordingsAnswer = z.infer<typeof CaseRecordingsAnswer>
