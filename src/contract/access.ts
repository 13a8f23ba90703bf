import { z } from 'zod'
import { PURPOSES } from '#domain/access-request/access-request.ts'
import { CARRIERS, CONDITIONS } from '#domain/access-request/refuse-loan.ts'
import { ACCESS_ACTS } from '#domain/access-request/refuse-step.ts'
import { ID_KINDS } from './parties.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()
const Purposes = z.array(z.enum(PURPOSES, '用途应当是查看，或者查看并带走副本')).max(2)
const Days = z.number('请用整数填写天数').int('请用整数填写天数').min(-1000).max(100_000)
const Day = z.iso.date('日期应写成 2026-06-03 的样子')

const wanted = {
  /** Left out for recordings that belong to no case yet. */
  caseId: Id.optional(),
  scope: z.enum(['case', 'items'], '请选择调阅整件案件，还是其中几份'),
  documents: z.array(Id).max(100, '一次最多列明 100 份文书').default([]),
  recordings: z.array(Id).max(100, '一次最多列明 100 份音像记录').default([]),
  purposes: Purposes,
  days: Days,
  reason: typedText('事由', { max: 1000, isLong: true }),
  /** The request that this one goes on from: an extension is a new request. */
  follows: Id.optional(),
}

export const AccessRequestInput = z.strictObject(wanted)
export type AccessRequestInput = z.output<typeof AccessRequestInput>

const words = (title: string, max: number) => typedText(title, { max }).min(1, `请填写${title}`)
export const ExternalRequestInput = z.strictObject({
  ...wanted,
  letterNumber: words('调阅函文号', 100),
  letterOn: Day,
  bodyName: words('调阅单位', 200),
  bearerName: words('持函人姓名', 60),
  bearerIdKind: z.enum(ID_KINDS, '请选择证件种类'),
  /** Seen by the archivist and stored masked only. */
  idNumber: words('证件号码', 40),
  idChecked: z.boolean(),
})
export type ExternalRequestInput = z.output<typeof ExternalRequestInput>

export const AccessStepInput = z.strictObject({
  act: z.enum(ACCESS_ACTS, '没有这一步'),
  note: typedText('意见', { max: 1000, isLong: true }).default(''),
  days: Days.optional(),
  purposes: Purposes.optional(),
})
export type AccessStepInput = z.output<typeof AccessStepInput>

export const ACCESS_TABS = ['mine', 'endorse', 'approve', 'open', 'ended'] as const
export const AccessQuery = z.strictObject({
  tab: z.enum(ACCESS_TABS).default('mine'),
  after: z.string().max(120).optional(),
})
export type AccessQuery = z.output<typeof AccessQuery>

const ACCESS_STATES = [
  'requested',
  'endorsed',
  'granted',
  'used',
  'refused',
  'withdrawn',
  'returned',
  'expired',
  'revoked',
] as const

export const AccessRow = z.object({
  id: z.string(),
  kind: z.enum(['internal', 'external']),
  state: z.enum(ACCESS_STATES),
  caseId: z.string().nullable(),
  /** Empty for recordings that belong to no case. */
  caseName: z.string(),
  scope: z.enum(['case', 'items']),
  itemCount: z.number().int(),
  purposes: z.array(z.enum(PURPOSES)),
  days: z.number().int(),
  requestedBy: z.string(),
  unitName: z.string(),
  requestedAt: z.string(),
  bodyName: z.string().nullable(),
  untilAt: z.string().nullable(),
  loansOut: z.number().int(),
})
export type AccessRow = z.infer<typeof AccessRow>
export const AccessAnswer = z.object({
  rows: z.array(AccessRow),
  counts: z.object({ endorse: z.number().int(), approve: z.number().int(), overdueLoans: z.number().int() }),
  next: z.string().nullable(),
})
export type AccessAnswer = z.infer<typeof AccessAnswer>

export const LoanRow = z.object({
  id: z.string(),
  requestId: z.string(),
  caseName: z.string(),
  bodyName: z.string().nullable(),
  carrier: z.enum(CARRIERS),
  title: z.string(),
  quantity: z.number().int(),
  lentTo: z.string(),
  lentBy: z.string(),
  lentAt: z.string(),
  dueOn: z.string(),
  conditionNote: z.string(),
  daysLeft: z.number().int().nullable(),
  returnedAt: z.string().nullable(),
  returnedBy: z.string().nullable(),
  receivedBy: z.string().nullable(),
  condition: z.enum(CONDITIONS).nullable(),
  returnNote: z.string().nullable(),
})
export type LoanRow = z.infer<typeof LoanRow>

export const AccessItem = z.object({
  kind: z.enum(['document', 'recording']),
  id: z.string(),
  caseId: z.string().nullable(),
  title: z.string(),
  note: z.string(),
})
export type AccessItem = z.infer<typeof AccessItem>

export const AccessActOffer = z.object({
  act: z.enum(ACCESS_ACTS),
  refusals: z.array(z.object({ gate: z.string(), basis: z.string(), sentence: z.string() })),
})
/** One request with its way, what it opens, and what can be done now. `version` counts the steps. */
export const AccessDetail = z.object({
  version: z.number().int(),
  row: AccessRow,
  reason: z.string(),
  items: z.array(AccessItem),
  steps: z.array(
    z.object({
      kind: z.string(),
      by: z.string(),
      at: z.string(),
      note: z.string(),
      days: z.number().int().nullable(),
      purposes: z.array(z.enum(PURPOSES)).nullable(),
      untilAt: z.string().nullable(),
    }),
  ),
  external: z
    .object({
      letterNumber: z.string(),
      letterOn: z.string(),
      bodyName: z.string(),
      bearerName: z.string(),
      bearerIdKind: z.string(),
      bearerIdMasked: z.string(),
    })
    .nullable(),
  followsId: z.string().nullable(),
  isMine: z.boolean(),
  longestDays: z.number().int(),
  offers: z.array(AccessActOffer),
  mayLend: z.boolean(),
  loans: z.array(LoanRow),
})
export type AccessDetail = z.infer<typeof AccessDetail>

export const AccessOptionsQuery = z.strictObject({ case: Id.optional(), recording: Id.optional() })
/** What the form of a request needs to know of what is asked for, and nothing more. */
export const AccessOptions = z.object({
  caseId: z.string().nullable(),
  caseName: z.string(),
  unitName: z.string(),
  days: z.number().int(),
  longestDays: z.number().int(),
  needsEndorsement: z.boolean(),
  items: z.array(AccessItem),
})
export type AccessOptions = z.infer<typeof AccessOptions>

export const LoanInput = z.strictObject({
  carrier: z.enum(CARRIERS, '请选择载体'),
  title: words('借出的是什么', 200),
  quantity: z.number('请用整数填写件数').int('请用整数填写件数').min(1, '件数至少为 1').max(9999, '件数最多 9999'),
  lentTo: words('领取人姓名', 60),
  dueOn: Day,
  conditionNote: words('交出时的状况', 500),
})
export type LoanInput = z.output<typeof LoanInput>

export const LoanReturnInput = z.strictObject({
  returnedBy: words('归还人姓名', 60),
  condition: z.enum(CONDITIONS, '请选择检查结果：完好或者有损'),
  note: typedText('检查说明', { max: 500, isLong: true }).default(''),
})
export type LoanReturnInput = z.output<typeof LoanReturnInput>

export const LOAN_TABS = ['out', 'overdue', 'back'] as const
export const LoansQuery = z.strictObject({
  tab: z.enum(LOAN_TABS).default('out'),
  after: z.string().max(120).optional(),
})
export type LoansQuery = z.output<typeof LoansQuery>
export const LoansAnswer = z.object({
  rows: z.array(LoanRow),
  overdueCount: z.number().int(),
  next: z.string().nullable(),
})
export type LoansAnswer = z.infer<typeof LoansAnswer>
