import { addDays, type PlainDate, weekday, yearOf } from './plain-date.ts'

/** One published year: weekdays that are off, and weekend days that are worked in their stead (调休上班). */
export type CalendarYear = { readonly off: ReadonlySet<PlainDate>; readonly work: ReadonlySet<PlainDate> }

/** The working days of the years the State Council has published (国务院办公厅节假日安排). */
export type Calendar = { readonly years: ReadonlyMap<number, CalendarYear> }

/** The facts of one published year, as lists. */
export type PublishedYear = {
  readonly year: number
  readonly off: readonly PlainDate[]
  readonly work: readonly PlainDate[]
}

/**
 * A calendar from published years; a year given twice takes the later one.
 * A notice may name days of a neighbouring year: they count only where that year is published itself.
 */
export function calendarOf(years: Iterable<PublishedYear>): Calendar {
  const byYear = new Map<number, PublishedYear>()
  for (const year of years) byYear.set(year.year, year)
  const map = new Map(
    [...byYear.keys()].map((year) => [year, { off: new Set<PlainDate>(), work: new Set<PlainDate>() }]),
  )
  for (const { off, work } of byYear.values()) {
    for (const date of off) map.get(yearOf(date))?.off.add(date)
    for (const date of work) map.get(yearOf(date))?.work.add(date)
  }
  return { years: map }
}

/** Whether the year's holidays are published; otherwise weekends alone are the estimate. */
export function isPublished(calendar: Calendar, year: number): boolean {
  return calendar.years.has(year)
}

/** Whether offices work on a date; an unpublished year is estimated from weekends. */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  const year = calendar.years.get(yearOf(date))
  if (year?.work.has(date)) return true
  if (year?.off.has(date)) return false
  return weekday(date) <= 5
}

/** The date itself when it is a working day, otherwise the first working day after it. */
export function nextWorkingDay(calendar: Calendar, date: PlainDate): PlainDate {
  let day = date
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}
