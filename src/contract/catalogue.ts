import { z } from 'zod'
import type { PenaltyRange } from '#domain/discretion/penalty-range.ts'
import type { Tier } from '#domain/discretion/tier.ts'
import type { LeniencyItem } from '#domain/hint/leniency.ts'

export const ViolationSearch = z.strictObject({
  text: z.string().trim().max(100, '查找的文字应当不超过 100 个字。').default(''),
  domain: z.string().trim().max(60).optional(),
  limit: z.coerce
    .number()
    .int('条数应当是 1 到 100 的整数。')
    .min(1, '条数应当是 1 到 100 的整数。')
    .max(100, '条数应当是 1 到 100 的整数。')
    .default(20),
})
export type ViolationSearch = z.infer<typeof ViolationSearch>

export const ViolationSummary = z.object({
  id: z.uuid(),
  domain: z.string(),
  category: z.string(),
  title: z.string(),
  cause: z.string(),
  basisViolated: z.string(),
  basisPenalty: z.string(),
  kinds: z.array(z.string()),
  rangeText: z.string(),
  isParsed: z.boolean(),
})
export type ViolationSummary = z.infer<typeof ViolationSummary>

export const ViolationsAnswer = z.object({ violations: z.array(ViolationSummary), isCapped: z.boolean() })
export type ViolationsAnswer = z.infer<typeof ViolationsAnswer>

/** One violation with the range as the engine holds fines to it, and the tiers in force. */
export const ViolationDetail = ViolationSummary.extend({
  range: z.custom<PenaltyRange>().nullable(),
  rangeProblem: z.string().nullable(),
  describedRange: z.string().nullable(),
  criminalRisk: z.string().nullable(),
  criminalBasis: z.string().nullable(),
  source: z.string(),
  tiers: z.array(z.custom<Tier>()),
  /** Items of the lists that hold for the viewer's agency. */
  leniency: z.array(z.custom<LeniencyItem>()),
})
export type ViolationDetail = z.infer<typeof ViolationDetail>
