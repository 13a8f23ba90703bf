/** A calendar date of the Gregorian calendar, `YYYY-MM-DD`, years 0001–9999, without time or zone. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_OFFSET = 719_468
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

type Parts = { readonly year: number; readonly month: number; readonly day: number }

/** The date a text of the form `YYYY-MM-DD` names, or undefined when there is no such day (2026-02-30). */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = SHAPE.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? (text as PlainDate) : undefined
}

/** The date a text names; throws when there is no such day. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new Error(`日期“${text}”不存在：应为 YYYY-MM-DD 形式的真实日期`)
  return date
}

/** Number of days of a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** Moves a date by whole days; negative goes back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days)
}

/** Moves a date by whole months to the corresponding day, or to the last day of a month that has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return assemble({ year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) })
}

/** Moves a date by whole years; 29 February becomes 28 February in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from)
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : Number(a > b)
}

/** Day of the week, Monday 1 … Sunday 7. */
export function weekday(date: PlainDate): number {
  // 1970-01-01 was a Thursday.
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1
}

/** Year, month (1–12) and day (1–31) of a date. */
export function partsOf(date: PlainDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Year of a date. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** The later of two dates. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? b : a
}

/** Days since 1970-01-01, by counting from a year that begins in March, so that the leap day is the last. */
function toEpochDay(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return yearStart(marchYear) + dayOfYear - EPOCH_OFFSET
}

function fromEpochDay(epochDay: number): PlainDate {
  const days = epochDay + EPOCH_OFFSET
  let marchYear = Math.floor(days / 365.2425)
  if (yearStart(marchYear + 1) <= days) marchYear += 1
  if (yearStart(marchYear) > days) marchYear -= 1
  const dayOfYear = days - yearStart(marchYear)
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = ((marchMonth + 2) % 12) + 1
  return assemble({ year: month <= 2 ? marchYear + 1 : marchYear, month, day })
}

function yearStart(marchYear: number): number {
  return marchYear * 365 + leapDaysBefore(marchYear)
}

function leapDaysBefore(marchYear: number): number {
  return Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
}

function assemble({ year, month, day }: Parts): PlainDate {
  return plainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
