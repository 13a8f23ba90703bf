import { officeDateOf } from '../calendar/due-at.ts'
import { partsOf, plainDate } from '../calendar/plain-date.ts'
import { amountInFigures } from '../document/amount-in-words.ts'
import type { FactRow, FactShape, FactValue } from './check-fact.ts'
import { describePaper } from './check-paper.ts'
import { describeCells } from './check-table.ts'

const OFFICE_OFFSET_MINUTES = 8 * 60

/** A fact's value as it is printed: 2026年6月3日, 2,100.00 元, 是. Lists are joined; ids in them are the caller's to name. */
export function formatFact(fact: Pick<FactShape, 'kind' | 'columns'>, value: FactValue): string {
  if (typeof value === 'string') return formatText(fact.kind, value)
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return fact.kind === 'money' ? `${amountInFigures(value)} 元` : String(value)
  return formatRows(fact, value)
}

function formatRows(
  { kind, columns }: Pick<FactShape, 'kind' | 'columns'>,
  value: Exclude<FactValue, string | number | boolean | null>,
) {
  if (kind === 'paper') return describePaper(value)
  if (columns) return value.map((row) => describeCells(columns, row as FactRow)).join('；')
  return value.map((item) => (typeof item === 'string' ? item : describeRow(item))).join('、')
}

/** 酱油 500ml 12瓶; a portion of a listed thing has no name of its own, which is the caller's to give. */
function describeRow({ name = '', spec = '', quantity = '', unit = '', fate = '' }: FactRow): string {
  const amount = `${quantity}${unit}`
  return [name, spec, amount, fate].filter((word) => word !== '').join(' ')
}

function formatText(kind: FactShape['kind'], value: string): string {
  if (kind === 'date') return formatDate(value)
  return kind === 'instant' ? formatInstant(value) : value
}

/** 2026-06-03 as 2026年6月3日; throws when there is no such day. */
export function formatDate(date: string): string {
  const { year, month, day } = partsOf(plainDate(date))
  return `${year}年${month}月${day}日`
}

/** An ISO instant as the office writes it: 2026年6月3日9时05分. */
export function formatInstant(instant: string): string {
  const minutes = minutesOfDay(instant)
  const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')]
  return `${formatDate(officeDateOf(instant))}${hour}时${minute}分`
}

function minutesOfDay(instant: string): number {
  const epochMinutes = Math.floor(Date.parse(instant) / 60_000) + OFFICE_OFFSET_MINUTES
  return ((epochMinutes % 1440) + 1440) % 1440
}
