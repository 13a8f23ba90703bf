import { z } from 'zod'

/** Answer to a command on a case: where it stands now; what can be done next is read anew, with everything else. */
export const CaseMoved = z.object({
  id: z.string(),
  version: z.number().int(),
  number: z.string().nullable(),
  stage: z.string(),
  outcome: z.string().nullable(),
})
export type CaseMoved = z.infer<typeof CaseMoved>
