import { z } from 'zod'
import { typedText } from './typed-text.ts'

const Ms = z.int('应当是整数毫秒').min(0, '不能在记录开始以前').max(2_000_000_000, '超出了记录的长度')

export const MarkInput = z.strictObject({
  atMs: Ms,
  untilMs: Ms.optional(),
  text: typedText('标记', { max: 200 }).min(1, '请写明这里发生了什么'),
})
export type MarkInput = z.infer<typeof MarkInput>

export const WithdrawMarkInput = z.strictObject({
  reason: typedText('撤回的理由', { max: 200 }).min(1, '请写明为什么撤回'),
})
export type WithdrawMarkInput = z.infer<typeof WithdrawMarkInput>

export const Mark = z.object({
  id: z.string(),
  atMs: z.number(),
  untilMs: z.number().nullable(),
  text: z.string(),
  by: z.string(),
  isMine: z.boolean(),
  at: z.string(),
  withdrawn: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
})
export type Mark = z.infer<typeof Mark>
export const MarksAnswer = z.object({ marks: z.array(Mark) })
export type MarksAnswer = z.infer<typeof MarksAnswer>
