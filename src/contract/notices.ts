import { z } from 'zod'
import { NOTICE_KINDS, type NoticeKind } from '#domain/notice/notice.ts'

const Kind = z.enum(Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]])
const Minute = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻请写成 22:00 这样')
  .nullable()

export const NoticesQuery = z.strictObject({
  only: z.enum(['unread', 'all'], '只看未读的，或者看全部').default('unread'),
  after: z.string().max(200).optional(),
})
export type NoticesQuery = z.infer<typeof NoticesQuery>

export const NoticeRow = z.object({
  id: z.string(),
  kind: Kind,
  caseId: z.string(),
  sentence: z.string(),
  dueOn: z.string().nullable(),
  shownAt: z.string(),
  readAt: z.string().nullable(),
})
export type NoticeRow = z.infer<typeof NoticeRow>
export const NoticesAnswer = z.object({ rows: z.array(NoticeRow), next: z.string().nullable() })
export type NoticesAnswer = z.infer<typeof NoticesAnswer>

/** Counted up to a hundred: more than that is many. */
export const NoticeCount = z.object({ unread: z.number().int() })
export type NoticeCount = z.infer<typeof NoticeCount>

export const ReadNoticesInput = z.strictObject({
  /** All that is shown when left out. */
  ids: z.array(z.uuid().toLowerCase()).min(1, '请选择要标为已读的通知').max(100).optional(),
})
export type ReadNoticesInput = z.infer<typeof ReadNoticesInput>

export const NoticeSettingsInput = z
  .strictObject({
    quietFrom: Minute,
    quietUntil: Minute,
    digestAt: Minute,
    muted: z.array(Kind).max(20),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    message: '免打扰时段请把开始和结束都写上，或者都不写',
    path: ['quietUntil'],
  })
  .refine(({ quietFrom, quietUntil }) => quietFrom === null || quietFrom !== quietUntil, {
    message: '免打扰时段的开始和结束不能相同',
    path: ['quietUntil'],
  })
export type NoticeSettingsInput = z.infer<typeof NoticeSettingsInput>
export const NoticeSettingsAnswer = z.object({
  version: z.number().int(),
  quietFrom: Minute,
  quietUntil: Minute,
  digestAt: Minute,
  muted: z.array(Kind),
})
export type NoticeSettingsAnswer = z.infer<typeof NoticeSettingsAnswer>
