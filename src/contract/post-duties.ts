import { z } from 'zod'
import { ROLES } from '#domain/access/permissions.ts'
import { Day } from './calendar-day.ts'
import { typedText } from './typed-text.ts'

export const PostDutiesInput = z.strictObject({
  fromOn: Day,
  duties: typedText('岗位职责', { max: 2000, isLong: true }).min(2, '请写明这个岗位的职责'),
})
export type PostDutiesInput = z.infer<typeof PostDutiesInput>

export const DutiesText = PostDutiesInput.extend({
  version: z.number().int(),
  by: z.string().nullable(),
  at: z.string(),
})
export type DutiesText = z.infer<typeof DutiesText>

/** Somebody who holds the post today. */
export const PostHolder = z.object({ id: z.string(), name: z.string(), unit: z.string(), isAtWindow: z.boolean() })
export type PostHolder = z.infer<typeof PostHolder>

export const PostRow = z.object({
  role: z.enum(ROLES),
  /** Of the duties; 0 while there are none. */
  version: z.number().int(),
  /** What stands, then what stood before, the newest first. */
  texts: z.array(DutiesText),
  holders: z.array(PostHolder),
})
export type PostRow = z.infer<typeof PostRow>

export const PostsAnswer = z.object({
  agencyName: z.string(),
  phone: z.string(),
  /** Where to complain of whoever holds a post; '' while it is not registered. */
  complaintPhone: z.string(),
  rows: z.array(PostRow),
})
export type PostsAnswer = z.infer<typeof PostsAnswer>
