import { z } from 'zod'

/** One thing wrong with one field: a JSON pointer into the request and a sentence saying what would be right. */
export const FieldError = z.object({
  pointer: z.string(),
  sentence: z.string(),
  basis: z.string().optional(),
})
export type FieldError = z.infer<typeof FieldError>

/** RFC 9457; `code` is stable and may be relied on, the sentences may be reworded. */
export const Problem = z.object({
  code: z.string(),
  status: z.number().int(),
  title: z.string(),
  detail: z.string().optional(),
  basis: z.string().optional(),
  errors: z.array(FieldError).optional(),
  current: z
    .object({ version: z.number().int(), values: z.unknown() })
    .optional()
    .describe('版本过时（412）时的当前版本和内容'),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
