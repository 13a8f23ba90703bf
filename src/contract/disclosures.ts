import { z } from 'zod'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { TIERS } from '#domain/disclosure/publicity-term.ts'
import { WITHDRAWAL_CODES, WITHHOLDING_CODES } from '#domain/disclosure/withholding-grounds.ts'

export const DISCLOSURE_STATES = ['due', 'prepared', 'published', 'withheld', 'withdrawn', 'expired'] as const

export const DisclosuresQuery = z.strictObject({
  state: z.enum(DISCLOSURE_STATES).default('due'),
  after: z.string().max(120).optional(),
})
export type DisclosuresQuery = z.infer<typeof DisclosuresQuery>

/** `reason`: why it is not public, or not yet; `isLate`: its last day has passed and it is not public. */
export const DisclosureRow = z.object({
  id: z.string(),
  caseId: z.string(),
  caseName: z.string(),
  documentId: z.string(),
  documentTitle: z.string(),
  number: z.string().nullable(),
  dueOn: z.string(),
  state: z.enum(DISCLOSURE_STATES),
  reason: z.string().nullable(),
  basis: z.string().nullable(),
  isLate: z.boolean(),
  /** To the last day of publication while it waits, to the end of publicity afterwards; negative when past. */
  daysLeft: z.number().int().nullable(),
  publishedAt: z.string().nullable(),
  /** Why it is withheld or withdrawn, as a code; the sentence stands in `reason`. */
  ground: z.string().nullable(),
  tier: z.enum(TIERS).nullable(),
  publishedUntilOn: z.string().nullable(),
  /** Three working days after the decision was changed or revoked; absent while nothing is to be withdrawn. */
  withdrawDueOn: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  preparedBy: z.string().nullable(),
  preparedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  /** A draft waits for confirmation; of what is public already it is a correction. */
  hasDraft: z.boolean(),
  /** 0 before the first publication; each correction adds one. */
  recordVersion: z.number().int(),
  version: z.number().int(),
})
export type DisclosureRow = z.infer<typeof DisclosureRow>

export const DisclosuresAnswer = z.object({
  rows: z.array(DisclosureRow),
  lateCount: z.number().int(),
  next: z.string().nullable(),
})
export type DisclosuresAnswer = z.infer<typeof DisclosuresAnswer>

export const WithholdInput = z.strictObject({
  ground: z.enum(WITHHOLDING_CODES, '请选择不公示的情形'),
  reason: z.string().trim().min(5, '请写明不公示的理由，至少 5 个字').max(500, '不公示的理由最多 500 个字'),
})
export type WithholdInput = z.infer<typeof WithholdInput>

const sentence = (what: string) =>
  z.string().trim().min(5, `请写明${what}，至少 5 个字`).max(500, `${what}最多 500 个字`)

export const PrepareInput = z.strictObject({
  /** 处罚法第四十八条：only a penalty is judged; licences are public as such. */
  influence: z.enum(['yes', 'no'], '请判断是否具有一定社会影响').optional(),
  influenceReason: sentence('判断的理由').optional(),
  tier: z.enum(TIERS, '请选择失信程度').optional(),
  /** 轻微的原则上不公示；确需公示的写明理由. */
  exceptionReason: sentence('确需公示的理由').optional(),
  byHand: z
    .array(z.string().trim().min(2, '隐去的文字至少 2 个字').max(200, '隐去的文字每处最多 200 个字'))
    .max(50, '人工隐去最多 50 处')
    .default([]),
  /** The public reads it: what was wrong. Required for what is public already. */
  correctionNote: sentence('更正说明').optional(),
})
export type PrepareInput = z.infer<typeof PrepareInput>

export const ConfirmInput = z.strictObject({
  secrecyCheckedBy: z.uuid('请选择保密审查人'),
  secrecyCheckedOn: z.iso.date('请填写保密审查日期'),
})
export type ConfirmInput = z.infer<typeof ConfirmInput>

export const WithdrawInput = z.strictObject({
  ground: z.enum(WITHDRAWAL_CODES, '请选择撤回的情形'),
  /** The day on which the decision was changed, revoked, or the fault became known. */
  sinceOn: z.iso.date('请填写决定被变更、撤销或者发现有误的日期'),
  reason: sentence('撤回的理由（公众会看到）'),
})
export type WithdrawInput = z.infer<typeof WithdrawInput>

export const WithdrawalTermQuery = z.strictObject({ sinceOn: z.iso.date('日期应写成 2026-06-03 的样子') })
export const WithdrawalTermAnswer = z.object({ dueOn: z.string(), isLate: z.boolean(), estimated: z.boolean() })
export type WithdrawalTermAnswer = z.infer<typeof WithdrawalTermAnswer>

const Record = z.record(z.string(), z.unknown()) as unknown as z.ZodType<PublicRecord>
export const ReplacementRow = z.object({
  where: z.string(),
  start: z.number().int(),
  original: z.string(),
  shown: z.string(),
  kind: z.string(),
  rule: z.string(),
})
export type ReplacementRow = z.infer<typeof ReplacementRow>

/** One disclosure with exactly what the public would see, or why it may not see it. */
export const DisclosureDetail = z.object({
  row: DisclosureRow,
  isPenalty: z.boolean(),
  /** A draft that waits, else what is public, else what would be public now. */
  shows: z.enum(['draft', 'published', 'proposal', 'nothing']),
  record: Record.nullable(),
  replacements: z.array(ReplacementRow),
  suggestions: z.array(z.object({ where: z.string(), name: z.string(), context: z.string() })),
  obstacle: z.object({ reason: z.string(), basis: z.string() }).nullable(),
  proposedTier: z.enum(TIERS).nullable(),
  prepared: PrepareInput.nullable(),
  needsSecondPerson: z.boolean(),
  isPreparedByMe: z.boolean(),
  versions: z.array(z.object({ number: z.number().int(), publishedAt: z.string(), note: z.string().nullable() })),
})
export type DisclosureDetail = z.infer<typeof DisclosureDetail>
