import { z } from 'zod'

export const CustodyQuery = z.strictObject({
  text: z.string().trim().max(100, '查找的文字应当不超过 100 个字。').default(''),
  after: z.string().max(60, '翻页标记不对，请从第一页重新开始。').optional(),
})
export type CustodyQuery = z.output<typeof CustodyQuery>

/** One thing that is still in custody, as the store's list shows it. */
export const CustodyRow = z.object({
  caseId: z.string(),
  caseName: z.string(),
  number: z.string().nullable(),
  party: z.string(),
  thing: z.string(),
  no: z.number().int(),
  name: z.string(),
  spec: z.string(),
  seal: z.string(),
  /** Where it was put last: the place in the store, or what the list says. */
  shelf: z.string(),
  measure: z.string(),
  listedOn: z.string(),
  /** What is still in custody, with its unit. */
  amount: z.string(),
  /** 在库 4瓶, 送出 2瓶: by place, then by what was decided. */
  places: z.array(z.string()),
  fates: z.array(z.string()),
  where: z.array(z.enum(['site', 'officers', 'store', 'out'])),
  dueOn: z.string().nullable(),
  dueTitle: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  /** The papers by which it was decided upon. */
  papers: z.array(z.object({ id: z.string(), title: z.string(), number: z.string().nullable() })),
})
export type CustodyRow = z.infer<typeof CustodyRow>

export const CustodyAnswer = z.object({
  rows: z.array(CustodyRow),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
})
export type CustodyAnswer = z.infer<typeof CustodyAnswer>
