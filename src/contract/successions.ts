import { z } from 'zod'
import { SUCCESSION_GROUNDS, type SuccessionGround } from '#domain/succession/ground.ts'
import { typedText } from './typed-text.ts'

const Ground = z.enum(Object.keys(SUCCESSION_GROUNDS) as [SuccessionGround, ...SuccessionGround[]])
const Id = z.uuid().toLowerCase()

/** More than one officer has open; who has more hands over in several acts. */
export const MOST_ITEMS = 300

export const SuccessionRefusal = z.object({ sentence: z.string(), basis: z.string() })
export type SuccessionRefusal = z.infer<typeof SuccessionRefusal>

/** Somebody whose work may be handed over, with how much of it is open. */
export const SuccessionPerson = z.object({
  id: z.string(),
  name: z.string(),
  units: z.string(),
  /** The last day in the agency, where one is set. */
  leftOn: z.string().nullable(),
  hasPost: z.boolean(),
  open: z.number().int(),
})
export type SuccessionPerson = z.infer<typeof SuccessionPerson>

/** One act that was done: who handed over what to whom. */
export const SuccessionBrief = z.object({
  id: z.string(),
  from: z.string(),
  ground: Ground,
  words: z.string(),
  by: z.string(),
  at: z.string(),
  moved: z.number().int(),
  stayed: z.number().int(),
})
export type SuccessionBrief = z.infer<typeof SuccessionBrief>

export const SuccessionsAnswer = z.object({
  people: z.array(SuccessionPerson),
  made: z.array(SuccessionBrief),
})
export type SuccessionsAnswer = z.infer<typeof SuccessionsAnswer>

const CaseLine = z.object({
  caseId: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  party: z.string(),
  procedure: z.string(),
  stage: z.string(),
  dueOn: z.string().nullable(),
  dueTitle: z.string().nullable(),
  /** 承办, or what is to be agreed to. */
  what: z.string(),
})

/** What can be handed over: a case as its handler, or an approval that was handed over to this person by name. */
export const SuccessionRow = CaseLine.extend({
  proposal: z.string().nullable(),
  version: z.number().int(),
  daysLeft: z.number().int().nullable(),
  /** Who handles the case beside them. */
  beside: z.string(),
  /** Why not to the one who was asked about, or to nobody at all; empty when it may go over. */
  refusals: z.array(SuccessionRefusal),
})
export type SuccessionRow = z.infer<typeof SuccessionRow>

export const StayingRow = CaseLine.extend(SuccessionRefusal.shape)
export type StayingRow = z.infer<typeof StayingRow>

export const SuccessionWork = z.object({
  person: SuccessionPerson,
  rows: z.array(SuccessionRow),
  /** What goes with the post or by another road. */
  staying: z.array(StayingRow),
  /** Cases of units that the caller does not lead: their heads or the head of the agency hand them over. */
  elsewhere: z.number().int(),
})
export type SuccessionWork = z.infer<typeof SuccessionWork>

export const SuccessionQuery = z.strictObject({ to: Id.optional() })

export const SuccessionInput = z.strictObject({
  person: Id,
  ground: Ground,
  words: typedText('说明', { max: 150 }).default(''),
  items: z
    .array(
      z.strictObject({
        caseId: Id,
        proposal: Id.optional(),
        version: z.int().min(1).max(1_000_000),
        to: Id,
      }),
    )
    .min(1, '请至少选一件，并选好接手人')
    .max(MOST_ITEMS, `一次最多移交 ${MOST_ITEMS} 件，请分几次办`),
})
export type SuccessionInput = z.infer<typeof SuccessionInput>
export type SuccessionItem = SuccessionInput['items'][number]

export const SheetLine = CaseLine.omit({ procedure: true }).extend({
  to: z.string().nullable(),
  /** Null for what has gone over. */
  refusal: SuccessionRefusal.nullable(),
})
export type SheetLine = z.infer<typeof SheetLine>

/** 工作交接单 as it was on that day. */
export const SuccessionSheet = z.object({
  id: z.string(),
  agency: z.string(),
  from: z.string(),
  ground: Ground,
  words: z.string(),
  by: z.string(),
  at: z.string(),
  lines: z.array(SheetLine),
})
export type SuccessionSheet = z.infer<typeof SuccessionSheet>
