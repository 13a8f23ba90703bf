import { z } from 'zod'
import type { ApprovalOffer, Offer } from '#domain/case/offers.ts'

const OfferSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Offer>
const ApprovalSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodType<ApprovalOffer>

/** Answer to a command on a case: where it stands now and what can be done next; everything else is read anew. */
export const CaseMoved = z.object({
  id: z.string(),
  version: z.number().int(),
  number: z.string().nullable(),
  stage: z.string(),
  outcome: z.string().nullable(),
  offers: z.array(OfferSchema),
  approvals: z.array(ApprovalSchema),
})
export type CaseMoved = z.infer<typeof CaseMoved>
