import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Tier } from '#domain/discretion/tier.ts'
import type { EarlierAct } from '#domain/hint/earlier-acts.ts'
import type { LeniencyItem } from '#domain/hint/leniency.ts'
import type { LawVersion } from '#domain/hint/lighter-law.ts'

/** What is looked up for the hints of a case; by violation of the case. */
export const HintsAnswer = z.object({
  today: z.custom<PlainDate>(),
  limitationYears: z.number(),
  longLimitationYears: z.number(),
  firstOffenceYears: z.number(),
  isAgeFromNextDay: z.boolean(),
  versions: z.record(z.string(), z.array(z.custom<LawVersion>())),
  leniency: z.record(z.string(), z.array(z.custom<LeniencyItem>())),
  tiers: z.record(z.string(), z.array(z.custom<Tier>())),
  earlier: z.array(z.custom<EarlierAct>()),
})
export type HintsAnswer = z.infer<typeof HintsAnswer>
