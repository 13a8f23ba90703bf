import { z } from 'zod'

/** Other agencies that filed the same act of the same party, and when this one did. */
export const FilingsAnswer = z.object({
  filedOn: z.string().nullable(),
  elsewhere: z.array(z.object({ agency: z.string(), filedOn: z.string() })),
})
export type FilingsAnswer = z.infer<typeof FilingsAnswer>
