import { z } from 'zod'
import { ENTRUSTMENT_STATES, type EntrustmentState } from '#domain/agency/entrustment.ts'
import { Day } from './calendar-day.ts'
import { typedText } from './typed-text.ts'

const State = z.enum(Object.keys(ENTRUSTMENT_STATES) as [EntrustmentState, ...EntrustmentState[]])
export const MOST_ENTRUSTED = 200

const TERMS = {
  organisation: typedText('受委托组织', { max: 200 }).min(2, '请写明受委托组织的名称'),
  uscc: z
    .string()
    .trim()
    .toUpperCase()
    .min(1, '请写明受委托组织的统一社会信用代码')
    .max(40, '统一社会信用代码应为 18 位'),
  representative: typedText('负责人', { max: 50 }).min(1, '请写明受委托组织的负责人'),
  address: typedText('地址', { max: 200 }).min(2, '请写明受委托组织的地址'),
  phone: typedText('电话', { max: 40 }).min(3, '请写明受委托组织对外公开的电话'),
  basis: typedText('委托的依据', { max: 300 }).min(2, '请写明依据哪部法律、法规、规章的哪一条可以委托'),
  items: z
    .array(typedText('委托事项', { max: 200 }).min(2, '委托事项不能空着'))
    .min(1, '请写明委托的具体事项')
    .max(MOST_ENTRUSTED, `一份委托书最多 ${MOST_ENTRUSTED} 项，请分几份`),
  powers: typedText('权限', { max: 1000, isLong: true }).min(2, '请写明委托的权限，例如可以作哪些处罚、到多少'),
  contractNumber: typedText('委托书编号', { max: 80 }).min(1, '请写明委托书（合同）的编号'),
  signedOn: Day,
  fromOn: Day,
  untilOn: Day,
  /** The unit whose people are those of the organisation; null where they handle no case here. */
  unitId: z.uuid('请从承办机构里选择').nullable().default(null),
}
const MEETS = '请先核对受委托组织符合行政处罚法第二十一条的条件，再勾选'

export const EntrustmentInput = z.strictObject({ ...TERMS, meetsConditions: z.literal(true, MEETS) })
export type EntrustmentInput = z.infer<typeof EntrustmentInput>

export const EntrustmentChange = z.strictObject({
  ...TERMS,
  meetsConditions: z.literal(true, MEETS),
  ground: typedText('变更的原因', { max: 300 }).min(2, '请写明为什么变更'),
})
export type EntrustmentChange = z.infer<typeof EntrustmentChange>

export const EntrustmentEnd = z.strictObject({
  endedOn: Day,
  reason: typedText('终止的原因', { max: 300 }).min(2, '请写明为什么提前终止'),
})
export type EntrustmentEnd = z.infer<typeof EntrustmentEnd>

/** One text of an entrustment; `by` is null for what was not typed in by somebody. */
export const EntrustmentText = z.object({
  ...TERMS,
  unitName: z.string().nullable(),
  number: z.number().int(),
  ground: z.string(),
  by: z.string().nullable(),
  at: z.string(),
})
export type EntrustmentText = z.infer<typeof EntrustmentText>

export const Entrustment = z.object({
  id: z.string(),
  /** Goes up with every text, and with the end. */
  version: z.number().int(),
  state: State,
  daysLeft: z.number().int(),
  /** What stands, then what stood before, the newest first. */
  texts: z.array(EntrustmentText),
  ended: z.object({ on: z.string(), reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type Entrustment = z.infer<typeof Entrustment>

export const EntrustmentsAnswer = z.object({
  /** Those that hold first, the one that ends first at the top. */
  rows: z.array(Entrustment),
  /** How many days before its end an entrustment is pointed out. */
  warnDays: z.number().int(),
})
export type EntrustmentsAnswer = z.infer<typeof EntrustmentsAnswer>
