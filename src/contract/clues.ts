import { z } from 'zod'

export const CLUE_TABS = ['open', 'waiting', 'ended', 'all'] as const

export const CluesQuery = z.strictObject({
  tab: z.enum(CLUE_TABS, '进展应当是核查中、待立案、已办结或者全部').default('open'),
  text: z.string().trim().max(100, '查找的文字应当不超过 100 个字。').optional(),
  after: z.string().max(200).optional(),
})
export type CluesQuery = z.infer<typeof CluesQuery>

export const ClueRow = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  source: z.string(),
  unitName: z.string(),
  handlers: z.string(),
  party: z.string(),
  stageTitle: z.string(),
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  /** The case that was made of it. */
  follower: z.string().nullable(),
  isWaiting: z.boolean(),
})
export type ClueRow = z.infer<typeof ClueRow>

export const CluesAnswer = z.object({
  rows: z.array(ClueRow),
  counts: z.object({ open: z.number().int(), waiting: z.number().int() }),
  next: z.string().nullable(),
})
export type CluesAnswer = z.infer<typeof CluesAnswer>
