import { z } from 'zod'
import { LINE_OUTCOMES, type LineOutcome } from '#domain/payment/line-outcome.ts'
import { typedText } from './typed-text.ts'

/** A file of this size has some thousand lines: more than a bank tells of a day. */
export const MOST_FILE_BYTES = 700_000

const Outcome = z.enum(Object.keys(LINE_OUTCOMES) as LineOutcome[])

export const BankFileInput = z.strictObject({
  fileName: typedText('文件名', { max: 200 }).min(1, '文件没有名字，请换一个文件'),
  /** The bytes of the file, in base64. */
  content: z
    .base64('文件内容应当是 base64')
    .min(4, '文件是空的，请选银行给的对账文件')
    .max(Math.ceil(MOST_FILE_BYTES / 3) * 4, '文件超过 700 KB，请按日期分成几份再导入'),
  /** Heads that this bank uses, such as 缴款日期=入账日期. */
  columns: typedText('列的对应', { max: 500, isLong: true }).default(''),
})
export type BankFileInput = z.infer<typeof BankFileInput>

export const PaymentReportLine = z.object({
  line: z.number(),
  is: Outcome,
  serial: z.string(),
  amountFen: z.number().nullable(),
  payer: z.string(),
  sentence: z.string(),
  caseId: z.string().nullable(),
  caseName: z.string().nullable(),
})
export type PaymentReportLine = z.infer<typeof PaymentReportLine>

/** Line by line what became of a file; its sums add up to the sum of the file. */
export const PaymentReport = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  encoding: z.enum(['UTF-8', 'GBK']),
  at: z.string(),
  by: z.string().nullable(),
  columns: z.array(z.object({ head: z.string(), as: z.string().nullable() })),
  sumFen: z.number(),
  totals: z.array(z.object({ is: Outcome, lines: z.number(), sumFen: z.number() })),
  lines: z.array(PaymentReportLine),
})
export type PaymentReport = z.infer<typeof PaymentReport>

export const PAYMENT_TABS = ['waiting', 'booked', 'aside', 'files'] as const
export const PaymentsQuery = z.strictObject({
  tab: z.enum(PAYMENT_TABS).default('waiting'),
  after: z.uuid().toLowerCase().optional(),
})
export type PaymentsQuery = z.infer<typeof PaymentsQuery>

/** A case into which a line may be booked, and why it is thought of. */
export const PaymentCandidate = z.object({
  caseId: z.string(),
  partyId: z.string(),
  caseName: z.string(),
  caseNumber: z.string().nullable(),
  partyName: z.string(),
})
export type PaymentCandidate = z.infer<typeof PaymentCandidate>

export const PaymentLine = z.object({
  id: z.string(),
  serial: z.string(),
  amountFen: z.number(),
  paidOn: z.string(),
  payer: z.string(),
  receipt: z.string(),
  words: z.string(),
  cameTo: Outcome,
  sentence: z.string(),
  fileName: z.string(),
  candidates: z.array(PaymentCandidate),
  settled: z
    .object({
      does: z.enum(['book', 'set-aside', 'reversed']),
      words: z.string(),
      by: z.string().nullable(),
      at: z.string(),
      caseId: z.string().nullable(),
      caseName: z.string().nullable(),
    })
    .nullable(),
})
export type PaymentLine = z.infer<typeof PaymentLine>

export const PaymentFileRow = z.object({
  id: z.string(),
  fileName: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  sumFen: z.number(),
  lines: z.number(),
})
export type PaymentFileRow = z.infer<typeof PaymentFileRow>

export const PaymentsAnswer = z.object({
  lines: z.array(PaymentLine),
  files: z.array(PaymentFileRow),
  counts: z.object({ waiting: z.number(), booked: z.number(), aside: z.number() }),
  next: z.string().nullable(),
})
export type PaymentsAnswer = z.infer<typeof PaymentsAnswer>

export const CandidatesQuery = z.strictObject({
  q: typedText('文号或者案号', { max: 100 }).min(2, '请写文号、案号或者当事人名称'),
})
export const CandidatesAnswer = z.object({ candidates: z.array(PaymentCandidate) })
export type CandidatesAnswer = z.infer<typeof CandidatesAnswer>

export const SettleInput = z.discriminatedUnion('does', [
  z.strictObject({
    does: z.literal('book'),
    caseId: z.uuid('请选案件').toLowerCase(),
    partyId: z.uuid('请选当事人').toLowerCase(),
    words: typedText('说明', { max: 500 }).default(''),
  }),
  z.strictObject({
    does: z.literal('set-aside'),
    words: typedText('理由', { max: 500 }).min(1, '请写明不入账的理由，如“误转，已退回缴款人”'),
  }),
])
export type SettleInput = z.infer<typeof SettleInput>
