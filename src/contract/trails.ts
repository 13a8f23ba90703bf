import { z } from 'zod'

const Day = z.iso.date('日期应写成 2026-06-03 的样子')
const Subject = z.string().min(3, '请写明对象').max(100, '对象最多 100 个字符')

export const TrailQuery = z.strictObject({
  /** `case:<id>`, `recording:<id>`, `person:<id>` and the like. */
  subject: Subject,
  from: Day.optional(),
  until: Day.optional(),
  before: z.string().max(120).optional(),
})
export type TrailQuery = z.output<typeof TrailQuery>

export const TrailEntryRow = z.object({
  id: z.string(),
  at: z.string(),
  who: z.string(),
  agency: z.string(),
  what: z.string(),
  object: z.string(),
  detail: z.string(),
  address: z.string(),
})
export type TrailEntryRow = z.infer<typeof TrailEntryRow>

export const TrailAnswer = z.object({
  subject: z.string(),
  title: z.string(),
  fromOn: z.string(),
  untilOn: z.string(),
  entries: z.array(TrailEntryRow),
  next: z.string().nullable(),
})
export type TrailAnswer = z.infer<typeof TrailAnswer>

export const TrailInput = z.strictObject({
  subject: Subject,
  from: Day,
  until: Day,
  format: z.enum(['pdf', 'csv'], '请选择 PDF 或者 CSV'),
})
export type TrailInput = z.output<typeof TrailInput>

/** A file that was asked for; `madeAt` is null while it is being made, `sentence` says why it could not be. */
export const TrailFileRow = z.object({
  id: z.string(),
  subject: z.string(),
  title: z.string(),
  fromOn: z.string(),
  untilOn: z.string(),
  format: z.enum(['pdf', 'csv']),
  askedAt: z.string(),
  madeAt: z.string().nullable(),
  rowCount: z.number().int().nullable(),
  rowsSha256: z.string().nullable(),
  size: z.number().int().nullable(),
  pages: z.number().int().nullable(),
  sentence: z.string().nullable(),
})
export type TrailFileRow = z.infer<typeof TrailFileRow>
export const TrailFilesAnswer = z.object({ rows: z.array(TrailFileRow) })
export type TrailFilesAnswer = z.infer<typeof TrailFilesAnswer>
