import { z } from 'zod'

export const WorklistQuery = z.strictObject({
  tab: z.enum(['mine', 'soon', 'overdue', 'returned', 'all']).default('mine'),
  after: z.string().max(200).optional(),
  text: z.string().trim().max(100).optional(),
})
export const WorklistRow = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  procedure: z.string(),
  stageTitle: z.string(),
  party: z.string(),
  dueOn: z.string().nullable(),
  dueTitle: z.string().nullable(),
  /** What became possible because a term of somebody else is over. */
  lapse: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  isReturned: z.boolean(),
  waitsForYou: z.boolean(),
  /** The caller was asked to countersign something and has not answered. */
  isToCountersign: z.boolean(),
})
export type WorklistRow = z.infer<typeof WorklistRow>
export const WorklistAnswer = z.object({
  rows: z.array(WorklistRow),
  counts: z.object({ mine: z.number(), soon: z.number(), overdue: z.number(), returned: z.number(), all: z.number() }),
  next: z.string().nullable(),
})
export type WorklistAnswer = z.infer<typeof WorklistAnswer>

export const ReviewRow = z.object({
  caseId: z.string(),
  run: z.string(),
  caseName: z.string(),
  /** The kind of decision that is reviewed. */
  subject: z.string(),
  number: z.string().nullable(),
  unitName: z.string(),
  handlers: z.string(),
  submittedOn: z.string(),
  dueOn: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  mayReview: z.boolean(),
  refusal: z.string().nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRow>
export const ReviewsAnswer = z.object({ rows: z.array(ReviewRow) })
export type ReviewsAnswer = z.infer<typeof ReviewsAnswer>
