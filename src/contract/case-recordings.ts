import { z } from 'zod'
import type { SceneLine } from '#domain/case/scene-course.ts'
import { EXCEPTION_GROUNDS } from '#domain/case/state.ts'
import { MEDIA } from '#domain/recording/medium.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()
const run = z.string().min(1).max(60)
const scene = z.string().min(1).max(60)

export const BindRecordingInput = z.strictObject({ run, scene, recording: Id })
export type BindRecordingInput = z.infer<typeof BindRecordingInput>

/** Which act of the scene, by its number in the case. */
const act = z.number().int().min(1).max(1_000_000)

export const ExplainSceneInput = z.strictObject({
  run,
  scene,
  act: act.optional(),
  reason: typedText('没有记录的原因', { max: 500 }),
})
export type ExplainSceneInput = z.infer<typeof ExplainSceneInput>

export const UnbindRecordingInput = z.strictObject({
  run,
  scene,
  recording: Id,
  reason: typedText('解除绑定的原因', { max: 500 }),
})
export type UnbindRecordingInput = z.infer<typeof UnbindRecordingInput>

export const AskExceptionInput = z.strictObject({
  run,
  scene,
  act,
  ground: z.enum(EXCEPTION_GROUNDS),
  reason: typedText('书面说明', { max: 2000 }),
})
export type AskExceptionInput = z.infer<typeof AskExceptionInput>

export const DecideExceptionInput = z.strictObject({
  run,
  scene,
  act,
  granted: z.boolean(),
  opinion: typedText('审批意见', { max: 500 }),
})
export type DecideExceptionInput = z.infer<typeof DecideExceptionInput>

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
  /** Whether the caller may decide on what is lost; where not, why. */
  excusing: z.string().nullable(),
})
export type CaseRecordingsAnswer = z.infer<typeof CaseRecordingsAnswer>
