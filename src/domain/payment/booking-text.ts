import type { CaseState, Payment } from '../case/state.ts'
import { formatDate } from '../form/format-fact.ts'
import { yuanOf } from './yuan.ts'

/** An entry of the account in a line: whose, when, how much, and by which number; with who told of it. */
export function bookingText({ parties }: Pick<CaseState, 'parties'>, entry: Payment): string {
  const { party, paidOn, amountFen, reference } = entry
  const name = parties.find(({ id }) => id === party)?.name ?? ''
  const number = reference === undefined ? '没有登记票据号' : `票据号、流水号 ${reference}`
  return `${name} ${formatDate(paidOn)}缴款 ${yuanOf(amountFen)}（${number}，${sourceOf(entry)}）`
}

export function sourceOf({ from }: Pick<Payment, 'from'>): string {
  return from === 'bank' ? '银行对账' : '承办人员登记'
}
