import { z } from 'zod'
import { PRINT_PAPERS } from '#domain/print/print-paper.ts'
import { REASON_LENGTH } from '#domain/print/refuse-print.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()

/** 我的待打印；全部待打印；打印过的。 */
export const PRINT_TABS = ['mine', 'all', 'printed'] as const
export type PrintTab = (typeof PRINT_TABS)[number]

export const PrintsQuery = z.strictObject({
  tab: z.enum(PRINT_TABS, '应当是我的待打印、全部待打印或者打印过的').default('mine'),
  /** A code of a kind, or `sealed`: whatever is to be stamped. */
  kind: z.string().max(80).optional(),
  text: z.string().trim().max(100, '查找的文字应当不超过 100 个字。').optional(),
  after: z.string().max(200).optional(),
})

const Printed = z
  .object({
    times: z.number().int(),
    copies: z.number().int(),
    by: z.string(),
    at: z.string(),
    /** What was printed last is what would be printed now. */
    isCurrent: z.boolean(),
  })
  .nullable()
export type Printed = NonNullable<z.infer<typeof Printed>>

export const PrintablePaper = z.object({
  id: z.string(),
  caseId: z.string(),
  caseName: z.string(),
  caseNumber: z.string().nullable(),
  code: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  party: z.string().nullable(),
  issuedOn: z.string(),
  /** Of the file that would be printed: with the signatures given on a screen, where there are any. */
  pages: z.number().int().nullable(),
  isSigned: z.boolean(),
  isSealed: z.boolean(),
  isMine: z.boolean(),
  /** For whom the kind needs how many. */
  copies: z.array(z.object({ to: z.string(), count: z.number().int() })),
  /** On A4. */
  printed: Printed,
  /** On the narrow paper of a portable printer. */
  printedNarrow: Printed,
})
export type PrintablePaper = z.infer<typeof PrintablePaper>

export const PrintsAnswer = z.object({
  rows: z.array(PrintablePaper),
  /** Kinds among the newest papers of the list. */
  kinds: z.array(z.object({ code: z.string(), title: z.string() })),
  next: z.string().nullable(),
})
export type PrintsAnswer = z.infer<typeof PrintsAnswer>

export const MOST_PAPERS = 60
export const MOST_COPIES = 50

const copies = z
  .number('请写明打印几份')
  .int('份数应当是整数')
  .min(1, '至少打印 1 份')
  .max(MOST_COPIES, `一次最多打印 ${MOST_COPIES} 份`)

export const PrintInput = z.strictObject({
  papers: z
    .array(
      z.strictObject({
        document: Id,
        copies,
        /** Asked for where it was printed before. */
        reason: typedText('补印的理由', { max: REASON_LENGTH.most }).optional(),
      }),
    )
    .min(1, '请选择要打印的文书')
    .max(MOST_PAPERS, `一次最多打印 ${MOST_PAPERS} 种文书，请分几次`),
  sides: z.enum(['one', 'two'], '应当是单面或者双面').default('one'),
  paper: z.enum(PRINT_PAPERS, '纸张应当是 A4、80mm 或者 57mm').default('A4'),
})
export type PrintInput = z.input<typeof PrintInput>

export const PrintAnswer = z.object({
  id: z.string(),
  papers: z.number().int(),
  copies: z.number().int(),
  sheets: z.number().int(),
})
export type PrintAnswer = z.infer<typeof PrintAnswer>
