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
  /** How many days before its last day a licence counts as near its end. */
  within: z.coerce
    .number('天数应为整数，如 60')
    .int('天数应为整数，如 60')
    .min(1, '天数至少 1')
    .max(730, '天数最多 730')
    .optional(),
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
export const LicencesAnswer = z.object({
  rows: z.array(LicenceRow),
  isCut: z.boolean(),
  /** How many there are of each standing, among those that are looked for. */
  counts: z.record(z.enum(LICENCE_STANDINGS), z.number().int()),
})
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

/** A case that granted a licence, or was about it. */
export const LicenceCase = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  procedure: z.string(),
  openedOn: z.string(),
  endedOn: z.string().nullable(),
  /** What it has come to in words, or at which stage it is. */
  standing: z.string(),
})
export type LicenceCase = z.infer<typeof LicenceCase>

export const LicenceDetail = z.object({
  row: LicenceRow,
  /** The office's day, by which it is judged. */
  today: z.string(),
  licenceBasis: z.string(),
  holders: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The oldest first. */
  cases: z.array(LicenceCase),
  /** The case from which one about it may come, where the caller may read it. */
  origin: z.string().nullable(),
  times: z.object({ promised: z.number().nullable(), statutory: z.number(), actual: z.number().nullable() }).nullable(),
  handOver: z.object({ to: z.string(), acknowledgedOn: z.string().nullable(), acknowledgedBy: z.string() }).nullable(),
})
export type LicenceDetail = z.infer<typeof LicenceDetail>
