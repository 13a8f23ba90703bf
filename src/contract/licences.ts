import { z } from 'zod'
import { typedText } from './typed-text.ts'

export const LICENCE_STANDINGS = [
  'valid',
  'ending',
  'deemed-renewed',
  'expired',
  'withdrawn',
  'revoked',
  'cancelled',
] as const

export const LicencesQuery = z.strictObject({
  text: typedText('查找的文字', { max: 100 }).optional(),
  standing: z.enum(LICENCE_STANDINGS).optional(),
})
export type LicencesQuery = z.infer<typeof LicencesQuery>

/** One licence as it stands today; its id is the case that granted it. */
export const LicenceRow = z.object({
  id: z.string(),
  number: z.string(),
  item: z.string(),
  holder: z.string(),
  conditions: z.string(),
  grantedOn: z.string(),
  validUntil: z.string().nullable(),
  supervisor: z.string(),
  renewalAskedOn: z.string().nullable(),
  endedHow: z.enum(['withdrawn', 'revoked', 'cancelled']).nullable(),
  endedOn: z.string().nullable(),
  standing: z.enum(LICENCE_STANDINGS),
  /** To its last day; negative when it is past, null where it has none. */
  daysLeft: z.number().int().nullable(),
})
export type LicenceRow = z.infer<typeof LicenceRow>
export const LicencesAnswer = z.object({ rows: z.array(LicenceRow), isCut: z.boolean() })
export type LicencesAnswer = z.infer<typeof LicencesAnswer>

export const LicenceTimesQuery = z.strictObject({
  year: z.coerce
    .number('年度应为四位数字，如 2026')
    .int('年度应为四位数字，如 2026')
    .min(2000, '年度应在 2000 年以后')
    .max(2100, '年度应在 2100 年以前')
    .optional(),
})
export type LicenceTimesQuery = z.infer<typeof LicenceTimesQuery>

/** Decided cases of one item: working days, on average, and how many took longer than was promised or allowed. */
export const ItemTimes = z.object({
  item: z.string(),
  count: z.number().int(),
  promised: z.number().nullable(),
  statutory: z.number(),
  actual: z.number(),
  beyondPromise: z.number().int(),
  beyondLaw: z.number().int(),
})
export type ItemTimes = z.infer<typeof ItemTimes>
export const LicenceTimesAnswer = z.object({ year: z.number().int(), items: z.array(ItemTimes), isCut: z.boolean() })
export type LicenceTimesAnswer = z.infer<typeof LicenceTimesAnswer>
