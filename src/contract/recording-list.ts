import { z } from 'zod'
import { MEDIA } from '#domain/recording/medium.ts'
import { DUTIES, RETENTIONS } from '#domain/recording/scene.ts'
import { SCENE_CODES } from '#domain/recording/scenes.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()
const Day = z.iso.date('日期应为 2026-06-03 这样的写法')
const Scene = z.enum(SCENE_CODES as [string, ...string[]], '没有这个音像记录环节，请从清单中选择')

export const ListQuery = z.strictObject({ on: Day.optional() })

export const ListEntryInput = z.strictObject({
  scene: Scene,
  effectiveOn: Day,
  duty: z.enum(DUTIES, '记录要求应为“must”（全程记录）或者“as-needed”（根据实际记录）'),
  media: z.array(z.enum(MEDIA, '记录方式应为 photo、audio、video')).min(1, '请至少选一种记录方式').max(3),
  retention: z.enum(RETENTIONS, '存储期限应为永久、30年或者10年'),
  item: typedText('执法事项', { max: 200 }).default(''),
  note: typedText('备注', { max: 500 }).default(''),
  basis: typedText('依据', { max: 300 }).min(2, '请写明依据，例如“《某局音像记录事项清单》（2026年）”'),
  demonstration: Id.nullable().default(null),
})
export type ListEntryInput = z.infer<typeof ListEntryInput>

export const ListRow = z.object({
  code: z.string(),
  kind: z.string(),
  item: z.string(),
  title: z.string(),
  duty: z.enum(DUTIES),
  /** The least that holds in the whole country. */
  minimum: z.enum(DUTIES),
  media: z.array(z.enum(MEDIA)),
  startsWith: z.string(),
  shows: z.string(),
  endsWith: z.string(),
  retention: z.enum(RETENTIONS),
  note: z.string(),
  basis: z.string(),
  verified: z.boolean(),
  phrases: z.array(z.string()),
  /** Procedures of this program whose acts show the scene. */
  procedures: z.array(z.string()),
  setOn: z.string().nullable(),
  demonstration: z.object({ id: z.string(), fileName: z.string() }).nullable(),
})
export type ListRow = z.infer<typeof ListRow>

export const ListAnswer = z.object({
  agencyName: z.string(),
  on: z.string(),
  rows: z.array(ListRow),
  /** Days from which some entry of the agency counts, newest first: each is a version of the list. */
  versions: z.array(z.string()),
  maySet: z.boolean(),
})
export type ListAnswer = z.infer<typeof ListAnswer>

export const SetEntryAnswer = z.object({ id: z.string() })
