import { z } from 'zod'
import { ARRANGEMENTS } from '#domain/archive/catalogue.ts'
import { PROPERTIES } from '#domain/archive/property-result.ts'
import { RETENTIONS } from '#domain/archive/retention.ts'
import { typedText } from './typed-text.ts'

const REASON = typedText('理由', { max: 500, isLong: true }).min(2, '请写明理由')

export const DOSSIER_STATES = ['handed-over', 'returned', 'sealed'] as const

export const HandOverInput = z.strictObject({
  arrangement: z.enum(ARRANGEMENTS, '请选择卷内材料的排列'),
  retention: z.enum(RETENTIONS, '请选择保管期限'),
  /** Asked for when the class differs from the one that the agency's rules give. */
  retentionReason: REASON.optional(),
  notes: typedText('情况说明', { max: 2000, isLong: true }).default(''),
  items: z
    .array(z.strictObject({ id: z.uuid().toLowerCase(), value: z.enum(RETENTIONS), reason: REASON }))
    .max(200)
    .default([]),
})
export type HandOverInput = z.infer<typeof HandOverInput>

export const ReturnDossierInput = z.strictObject({ reason: REASON })
export type ReturnDossierInput = z.infer<typeof ReturnDossierInput>

export const SupplementInput = z.strictObject({
  reason: REASON,
  files: z
    .array(
      z.strictObject({ upload: z.uuid().toLowerCase(), title: typedText('题名', { max: 200 }).min(1, '请填写题名') }),
    )
    .min(1, '补充归档至少要有一份材料')
    .max(50, '一次最多补充 50 份材料'),
})
export type SupplementInput = z.infer<typeof SupplementInput>

export const CatalogueLine = z.object({
  no: z.number().int(),
  id: z.string(),
  kind: z.enum(['document', 'signed-copy', 'attachment', 'evidence', 'recording', 'supplement']),
  title: z.string(),
  number: z.string().nullable(),
  onDate: z.string().nullable(),
  pages: z.string().nullable(),
  /** Its first page, where it has pages. */
  from: z.number().int().nullable(),
  remark: z.string().nullable(),
  sha256: z.string().nullable(),
})

/** The dossier of a case as it is or would be; `missing` says why it cannot be handed over yet, `mayHandOver` why not by the caller. */
export const DossierAnswer = z.object({
  caseId: z.string(),
  caseName: z.string(),
  caseVersion: z.number().int(),
  id: z.string().nullable(),
  state: z.enum(DOSSIER_STATES).nullable(),
  version: z.number().int(),
  dueOn: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  returnedReason: z.string().nullable(),
  archiveNumber: z.string().nullable(),
  arrangement: z.enum(ARRANGEMENTS),
  retention: z.enum(RETENTIONS),
  proposed: z.object({ value: z.enum(RETENTIONS), why: z.string() }),
  retentionReason: z.string().nullable(),
  /** Papers that are kept for another time than the whole. */
  itemRetentions: z.array(z.object({ id: z.string(), value: z.enum(RETENTIONS), reason: z.string() })),
  notes: z.string(),
  pages: z.number().int(),
  lines: z.array(CatalogueLine),
  /** The same with the other order, so that the choice can be seen at once. */
  otherLines: z.array(CatalogueLine),
  missing: z.array(z.string()),
  refusal: z.string().nullable(),
  /** The bound volume, once it is made; so many pages without a number stand in front. */
  volume: z.object({ frontPages: z.number().int(), size: z.number() }).nullable(),
})
export type DossierAnswer = z.infer<typeof DossierAnswer>

export const DossierMoved = z.object({ id: z.string(), state: z.enum(DOSSIER_STATES), version: z.number().int() })
export type DossierMoved = z.infer<typeof DossierMoved>

export const ARCHIVE_LISTS = ['waiting', 'not-handed-over', 'sealed'] as const
export const ArchiveQuery = z.strictObject({ list: z.enum(ARCHIVE_LISTS).default('waiting') })
export type ArchiveQuery = z.infer<typeof ArchiveQuery>

export const ArchiveRow = z.object({
  caseId: z.string(),
  dossierId: z.string().nullable(),
  caseName: z.string(),
  caseNumber: z.string().nullable(),
  handlers: z.string(),
  state: z.enum(DOSSIER_STATES).nullable(),
  dueOn: z.string(),
  daysLeft: z.number().int(),
  archiveNumber: z.string().nullable(),
  retention: z.string().nullable(),
  sealedAt: z.string().nullable(),
  parts: z.number().int(),
})
export const ArchiveAnswer = z.object({
  rows: z.array(ArchiveRow),
  counts: z.object({
    waiting: z.number().int(),
    notHandedOver: z.number().int(),
    sealed: z.number().int(),
    overdue: z.number().int(),
  }),
})
export const MyDossiers = z.object({ rows: z.array(ArchiveRow) })
export type MyDossiers = z.infer<typeof MyDossiers>
export type ArchiveRow = z.infer<typeof ArchiveRow>
export type ArchiveAnswer = z.infer<typeof ArchiveAnswer>

export const PropertyLine = z.object({
  id: z.string(),
  property: z.enum(PROPERTIES),
  title: z.string(),
  result: z.enum(['passed', 'failed', 'not-run']),
  looked: z.string(),
  finding: z.string(),
})

export const PackageView = z.object({
  id: z.string(),
  part: z.number().int(),
  archiveNumber: z.string(),
  sealedAt: z.string(),
  sealedBy: z.string(),
  reason: z.string().nullable(),
  state: z.enum(['waiting', 'built', 'failed']),
  sentence: z.string().nullable(),
  bagSha256: z.string().nullable(),
  inventorySha256: z.string(),
  files: z.number().int(),
  bytes: z.number().int(),
  papers: z.array(z.object({ code: z.string(), title: z.string() })),
})

export const ArchiveDetail = z.object({
  dossier: DossierAnswer,
  handedOverBy: z.string(),
  handedOverAt: z.string(),
  isExamined: z.boolean(),
  test: z.array(PropertyLine),
  /** Why it cannot be sealed now. */
  sealRefusals: z.array(z.string()),
  steps: z.array(z.object({ step: z.string(), by: z.string(), at: z.string(), remark: z.string() })),
  packages: z.array(PackageView),
})
export type ArchiveDetail = z.infer<typeof ArchiveDetail>
