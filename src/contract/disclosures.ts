import { z } from 'zod'

export const DISCLOSURE_STATES = ['due', 'published', 'withheld', 'withdrawn'] as const

export const DisclosuresQuery = z.strictObject({
  state: z.enum(DISCLOSURE_STATES).default('due'),
  after: z.string().max(120).optional(),
})
export type DisclosuresQuery = z.infer<typeof DisclosuresQuery>

/** `reason`: why it is not public, or not yet; `isLate`: its last day has passed and it is not public. */
export const DisclosureRow = z.object({
  id: z.string(),
  caseId: z.string(),
  caseName: z.string(),
  documentId: z.string(),
  documentTitle: z.string(),
  number: z.string().nullable(),
  dueOn: z.string(),
  state: z.enum(DISCLOSURE_STATES),
  reason: z.string().nullable(),
  basis: z.string().nullable(),
  isLate: z.boolean(),
  publishedAt: z.string().nullable(),
  version: z.number().int(),
})
export type DisclosureRow = z.infer<typeof DisclosureRow>

export const DisclosuresAnswer = z.object({
  rows: z.array(DisclosureRow),
  lateCount: z.number().int(),
  next: z.string().nullable(),
})
export type DisclosuresAnswer = z.infer<typeof DisclosuresAnswer>

export const WithholdInput = z.strictObject({
  reason: z.string().trim().min(5, '请写明不公示的理由，至少 5 个字').max(500, '不公示的理由最多 500 个字'),
})
export type WithholdInput = z.infer<typeof WithholdInput>
