import type { PaymentReport } from '#contract/payments.ts'
import { LINE_OUTCOMES } from '#domain/payment/line-outcome.ts'
import { yuanOf } from '#domain/payment/yuan.ts'

/** The report for whoever stands at the command. */
export function reportText({ fileName, encoding, columns, sumFen, totals, lines }: PaymentReport): string {
  const read = columns.flatMap(({ head, as }) => (as === null ? [] : [`${head}→${as}`])).join('，')
  const left = columns.filter(({ as }) => as === null).map(({ head }) => head)
  const sums = totals.map(({ is, lines: count, sumFen: sum }) => `  ${LINE_OUTCOMES[is]}：${count} 笔，${yuanOf(sum)}`)
  const rows = lines.map(
    ({ line, is, serial, sentence }) => `第 ${line} 行 ${serial} ${LINE_OUTCOMES[is]}：${sentence}`,
  )
  return [
    `${fileName}（${encoding}）：${lines.length} 笔，合计 ${yuanOf(sumFen)}。`,
    `列：${read}${left.length > 0 ? `；没有用到：${left.join('、')}` : ''}。`,
    ...sums,
    ...rows,
  ].join('\n')
}
