import { type Calendar, isPublished, isWorkingDay, nextWorkingDay } from './calendar.ts'
import { addDays, addMonths, addYears, daysBetween, laterOf, type PlainDate, yearOf } from './plain-date.ts'

/** A term of law; hour terms are counted on instants (`due-at.ts`). */
export type Term = {
  readonly length: number
  readonly unit: 'hour' | 'working-day' | 'day' | 'month' | 'year'
}

/** Days that do not count (行政强制法25③、行政许可法45), both ends included. */
export type Deduction = { readonly from: PlainDate; readonly to: PlainDate }

export type DueOn = {
  /** The arithmetical last day. */
  readonly rawDue: PlainDate
  /** The last day after moving past a day off; equal to `rawDue` where the term limits power. */
  readonly rolledDue: PlainDate
  /** True when a day that was counted lies in a year whose holidays are not published. */
  readonly estimated: boolean
}

export type DueOnInput = {
  readonly start: PlainDate
  readonly term: Term
  /** What it was lengthened by, each counted from the day on which the term was over before. */
  readonly extensions?: readonly Term[]
  /** False for terms that limit power (查封、扣押、冻结、先行登记保存): they never move past a day off. */
  readonly rolls: boolean
  readonly deductions: readonly Deduction[]
  readonly calendar: Calendar
}

/**
 * Last day of a term (民事诉讼法第八十五条：the start day is not counted, a last day off moves to the next working day).
 * Months and years end on the corresponding day or the last day of the month; deducted days push the end out, also those that lie in
 * what the term was lengthened by. A deduction that begins when the term is over has no effect; one that begins while a last day off
 * has moved the end leaves the first working day after it. Throws on hour terms and on lengths that are not whole from 0.
 */
export function dueOn(input: DueOnInput): DueOn {
  const { term, extensions = [], rolls, deductions, calendar } = input
  let [rawDue, estimated] = [input.start, false]
  for (const part of [term, ...extensions]) {
    const before = rawDue
    rawDue = rawDueOn({ start: before, term: part, deductions, calendar })
    estimated ||= part.unit === 'working-day' && touchesUnpublished(calendar, addDays(before, 1), rawDue)
  }
  const rolledDue = rolls ? nextDayThatCounts(calendar, rawDue, deductions) : rawDue
  return { rawDue, rolledDue, estimated: estimated || (rolls && touchesUnpublished(calendar, rawDue, rolledDue)) }
}

function rawDueOn({ start, term, deductions, calendar }: Omit<DueOnInput, 'rolls' | 'extensions'>): PlainDate {
  if (!Number.isInteger(term.length) || term.length < 0)
    throw new Error(`期限长度 ${term.length} 无效：应为不小于 0 的整数`)
  switch (term.unit) {
    case 'working-day':
      return afterWorkingDays(start, term.length, deductions, calendar)
    case 'day':
      return pushOut(start, addDays(start, term.length), deductions)
    case 'month':
      return pushOut(start, addMonths(start, term.length), deductions)
    case 'year':
      return pushOut(start, addYears(start, term.length), deductions)
    case 'hour':
      throw new Error('以小时计的期限应按时刻计算（due-at.ts），不能按日期计算')
  }
}

function afterWorkingDays(
  start: PlainDate,
  length: number,
  deductions: readonly Deduction[],
  calendar: Calendar,
): PlainDate {
  let day = start
  let counted = 0
  while (counted < length) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day) && !isDeducted(deductions, day)) counted += 1
  }
  return day
}

/** Moves the end out by every deducted day between start and the end as it moves; overlapping spans count once. */
function pushOut(start: PlainDate, end: PlainDate, deductions: readonly Deduction[]): PlainDate {
  const spans = deductions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let [covered, due] = [start, end]
  for (const span of spans) {
    const from = laterOf(span.from, addDays(covered, 1))
    if (from > due || span.to < from) continue
    due = addDays(due, daysBetween(from, span.to) + 1)
    covered = span.to
  }
  return due
}

function nextDayThatCounts(calendar: Calendar, date: PlainDate, deductions: readonly Deduction[]): PlainDate {
  let day = nextWorkingDay(calendar, date)
  while (isDeducted(deductions, day)) day = nextWorkingDay(calendar, addDays(day, 1))
  return day
}

function isDeducted(deductions: readonly Deduction[], day: PlainDate): boolean {
  return deductions.some((span) => span.from <= day && day <= span.to)
}

function touchesUnpublished(calendar: Calendar, from: PlainDate, to: PlainDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!isPublished(calendar, year)) return true
  return false
}
