import type { Basis } from '#domain/procedure/definition.ts'

/** The holder is told what the office is about to take away, with ground and reason. */
export const tellHolder = (title: string) =>
  ({
    title,
    by: 'handler',
    approval: ['agency-head'],
    asks: ['ending-reason'],
    issues: ['licence-ending-notice'],
    opens: 'delivery',
    to: 'statement',
    basis: '《行政许可法》第七条',
  }) as const

/** What the holder has to say, and what the office makes of it. */
export const HEAR_HOLDER = {
  title: '听取陈述申辩',
  by: 'handler',
  asks: ['statements', 'statement-answer'],
  issues: ['licence-statement-record'],
  closes: ['statement'],
  basis: '《行政许可法》第七条',
} as const

/** The licence stays after all. */
export const keepLicence = (title: string, basis: Basis) =>
  ({
    title,
    by: 'handler',
    approval: ['agency-head'],
    asks: ['keep-reason'],
    closes: ['statement'],
    outcome: 'kept',
    to: 'closed',
    basis,
  }) as const
