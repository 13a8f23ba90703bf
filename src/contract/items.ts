import { z } from 'zod'
import { ITEM_KINDS, type Item } from '#domain/item/item.ts'
import { typedText } from './typed-text.ts'

const LIMIT = '条数应当是 1 到 200 的整数。'
/** A file of this size has some two thousand items; the command takes larger ones. */
export const MOST_ITEM_BYTES = 700_000

export const ItemSearch = z.strictObject({
  text: z.string().trim().max(100, '查找的文字应当不超过 100 个字。').default(''),
  kind: z.enum(ITEM_KINDS, '没有这个事项类别').optional(),
  limit: z.coerce.number().int(LIMIT).min(1, LIMIT).max(200, LIMIT).default(50),
})
export type ItemSearch = z.infer<typeof ItemSearch>

/** Items as they stand today, also those that are not published yet; and the kinds of which the agency keeps a list. */
export const ItemsAnswer = z.object({
  items: z.array(z.custom<Item>()),
  isCapped: z.boolean(),
  kinds: z.array(z.string()),
  mayImport: z.boolean(),
})
export type ItemsAnswer = z.infer<typeof ItemsAnswer>

/** One version of an item, and how many there are. */
export const ItemDetail = z.object({ item: z.custom<Item>(), standing: z.string().nullable() })
export type ItemDetail = z.infer<typeof ItemDetail>

export const ItemFileInput = z.strictObject({
  fileName: typedText('文件名', { max: 200 }).min(1, '文件没有名字，请换一个文件'),
  /** The bytes of the file, in base64. */
  content: z
    .base64('文件内容应当是 base64')
    .min(4, '文件是空的，请选清单的 CSV 文件')
    .max(Math.ceil(MOST_ITEM_BYTES / 3) * 4, '文件超过 700 KB，请按事项类别分成几份，或者请管理员用命令导入'),
})
export type ItemFileInput = z.infer<typeof ItemFileInput>

/** read = taken + unchanged + refused. */
export const ItemImport = z.object({
  file: z.string(),
  rowsRead: z.number(),
  rowsTaken: z.number(),
  rowsUnchanged: z.number(),
  refused: z.array(z.object({ line: z.number(), sentence: z.string() })),
})
export type ItemImport = z.infer<typeof ItemImport>
