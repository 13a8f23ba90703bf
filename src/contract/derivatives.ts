import { z } from 'zod'
import { MAX_BOXES, MAX_SPANS } from '#domain/recording/recipe.ts'
import { typedText } from './typed-text.ts'

const Ms = z.int('应当是整数毫秒').min(0, '不能在记录开始以前').max(2_000_000_000, '超出了记录的长度')
/** Ten-thousandths of the picture. */
const Part = z.int('应当是整数（万分之几）').min(0, '应当在画面以内').max(10_000, '应当在画面以内')
const SpanInput = z.strictObject({ fromMs: Ms, untilMs: Ms })
const BoxInput = z.strictObject({
  x: Part,
  y: Part,
  width: Part,
  height: Part,
  fromMs: Ms.optional(),
  untilMs: Ms.optional(),
})

export const RecipeInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clip'), fromMs: Ms, untilMs: Ms }),
  z.strictObject({
    kind: z.literal('redaction'),
    boxes: z.array(BoxInput).max(MAX_BOXES, `一次最多 ${MAX_BOXES} 个框`).default([]),
    muted: z.array(SpanInput).max(MAX_SPANS, `一次最多 ${MAX_SPANS} 段静音`).default([]),
  }),
])
export type RecipeInput = z.infer<typeof RecipeInput>

/** `of`: a derivative of the same recording to go on from, such as a clip to be covered. */
export const DeriveInput = z.strictObject({
  recipe: RecipeInput,
  of: z.uuid().toLowerCase().optional(),
  reason: typedText('制作理由', { max: 300 }).min(2, '请写明为什么制作，例如“遮盖与本案无关的人”'),
})
export type DeriveInput = z.infer<typeof DeriveInput>

export const Derivative = z.object({
  id: z.string(),
  kind: z.enum(['clip', 'redaction']),
  of: z.string().nullable(),
  parentSha256: z.string(),
  recipe: RecipeInput,
  reason: z.string(),
  by: z.string(),
  askedAt: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  sentence: z.string().nullable(),
  sha256: z.string().nullable(),
  sm3: z.string().nullable(),
  size: z.number().nullable(),
  mediaType: z.string().nullable(),
})
export type Derivative = z.infer<typeof Derivative>
export const DerivativesAnswer = z.object({
  derivatives: z.array(Derivative),
})
export type DerivativesAnswer = z.infer<typeof DerivativesAnswer>
