import { z } from 'zod'

export const RangeHeaders = z.object({
  range: z.string().optional(),
  'if-range': z.string().optional(),
  'if-none-match': z.string().optional(),
})

/** What part of a file is asked for, and what the caller has of it already. */
export const askedRange = (headers: z.output<typeof RangeHeaders>) => ({
  range: headers.range,
  ifRange: headers['if-range'],
  ifNoneMatch: headers['if-none-match'],
})
