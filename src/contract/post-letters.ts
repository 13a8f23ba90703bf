import { z } from 'zod'
import { ROLES } from '#domain/access/permissions.ts'
import { LETTER_KINDS, type LetterKind } from '#domain/agency/post-letter.ts'
import { Day } from './calendar-day.ts'

const Kind = z.enum(Object.keys(LETTER_KINDS) as [LetterKind, ...LetterKind[]], '应当是责任书或者承诺书')
const Role = z.enum(ROLES, '没有这种岗位')

export const PostLetterInput = z.strictObject({
  person: z.uuid('请选择签订的人').toLowerCase(),
  role: Role,
  kind: Kind,
  fromOn: Day,
  untilOn: Day,
  signedOn: Day,
})
export type PostLetterInput = z.infer<typeof PostLetterInput>

export const PostLetter = z.object({
  id: z.string(),
  person: z.string(),
  role: Role,
  unit: z.string(),
  kind: Kind,
  fromOn: z.string(),
  untilOn: z.string(),
  signedOn: z.string(),
  /** As they stood on the day of signing. */
  duties: z.string(),
  by: z.string(),
  at: z.string(),
  /** Its term has not ended. */
  isRunning: z.boolean(),
})
export type PostLetter = z.infer<typeof PostLetter>

/** A post of today for which no letter of this kind covers today. */
export const MissingLetter = z.object({
  personId: z.string(),
  person: z.string(),
  unit: z.string(),
  role: Role,
  kind: Kind,
  /** What the post has to do today; null while that is not registered. */
  duties: z.string().nullable(),
})
export type MissingLetter = z.infer<typeof MissingLetter>

export const PostLettersAnswer = z.object({
  agencyName: z.string(),
  missing: z.array(MissingLetter),
  /** The newest 500. */
  letters: z.array(PostLetter),
})
export type PostLettersAnswer = z.infer<typeof PostLettersAnswer>
