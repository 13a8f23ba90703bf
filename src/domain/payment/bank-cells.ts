import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { moneyFromText } from '../form/money.ts'

/** What a cell says, or what is wrong with it and what would be right. */
export type Read<T> = { readonly value: T } | { readonly wrong: string }

/** Spreadsheets guard long numbers with an apostrophe, a tab or ="…"; full-width digits are digits. */
export function plainCell(cell: string): string {
  const text = cell.normalize('NFKC').trim()
  const guarded = /^="(.*)"$/s.exec(text)
  return (guarded?.[1] ?? text).replace(/^'/, '').trim()
}

/** Yuan with two decimals at most, in fen; what was taken back is negative. */
export function amountOf(cell: string): Read<number> {
  const text = plainCell(cell)
  const sign = /^\((.*)\)$|^-(.*)$/.exec(text)
  const bare = (sign?.[1] ?? sign?.[2] ?? text).replace(/^[+￥¥]\s*/, '').replace(/(元|CNY|RMB)$/i, '')
  const grouped = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(bare) ? bare.replaceAll(',', '') : bare
  const plain = grouped.replace(/^0+(?=\d)/, '')
  const money = /^\d+(\.\d{1,2})?$/.test(plain) ? moneyFromText(plain) : undefined
  if (money === undefined || !money.ok) return { wrong: `金额“${short(text)}”看不懂，应当是元，如 5000.00` }
  if (money.fen === 0) return { wrong: '金额是 0，应当是缴入的金额' }
  return { value: sign ? -money.fen : money.fen }
}

const DAYS: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

const TIME = /[ T]*\d{1,2}[:时]\d{2}([:分]\d{2}(\.\d+)?)?[秒分]?$/
const RUN_ON_TIME = /^(\d{8})\s?\d{6}$/

/** A day in any spelling in which the year comes first; the time of the day is left out. */
export function dayOf(cell: string): Read<PlainDate> {
  const text = plainCell(cell)
  const day = text.replace(TIME, '').replace(RUN_ON_TIME, '$1').trim()
  const match = DAYS.map((shape) => shape.exec(day)).find((found) => found !== null)
  const [year = '', month = '', date = ''] = match?.slice(1) ?? []
  const value = parsePlainDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  if (value === undefined) return { wrong: `日期“${short(text)}”看不懂，应当先写年，如 2026-03-12 或者 20260312` }
  return { value }
}

/** The bank's number of the transfer; a spreadsheet that made a floating number of it has lost it. */
export function serialOf(cell: string): Read<string> {
  const text = plainCell(cell).replaceAll(/\s/g, '')
  if (text === '') return { wrong: '没有流水号，凭流水号才能保证不重复入账' }
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text))
    return { wrong: `流水号“${text}”被表格软件改成了科学计数法，请用银行给的原文件` }
  if (text.length > 64) return { wrong: '流水号超过 64 个字，应当是银行的交易流水号' }
  return { value: text }
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
