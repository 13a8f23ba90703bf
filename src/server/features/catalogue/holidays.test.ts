import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Calendar, isPublished, isWorkingDay } from '#domain/calendar/calendar.ts'
import { publishedYearOf, readHolidayFile } from '#domain/calendar/holiday-file.ts'
import { addDays, plainDate, yearOf } from '#domain/calendar/plain-date.ts'
import { readShippedYears, shippedCalendar } from './holidays.ts'

const workingDays = (calendar: Calendar, year: number): number => {
  let count = 0
  for (let day = plainDate(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}

describe('the holidays that come with the program', () => {
  it('cover 2025 and 2026 and leave 2027, which is not published, to the estimate', () => {
    const calendar = shippedCalendar()
    expect([2024, 2025, 2026, 2027].filter((year) => isPublished(calendar, year))).toEqual([2025, 2026])
    expect(workingDays(calendar, 2025)).toBe(248)
    expect(workingDays(calendar, 2026)).toBe(248)
    expect(workingDays(calendar, 2027)).toBe(261)
  })

  // Real data that is not part of the project; the vectors above cover the same ground where it is absent.
  const folder = new URL('../../../../../shared/data/holidays/', import.meta.url)
  it.skipIf(!existsSync(folder))('agree day by day with what holiday-cn has collected from the notices', () => {
    for (const shipped of readShippedYears()) {
      const file = readHolidayFile(JSON.parse(readFileSync(new URL(`${shipped.year}.json`, folder), 'utf8')))
      if (typeof file === 'string') throw new Error(file)
      const other = publishedYearOf(file.year, file.days)
      expect([...shipped.off].sort()).toEqual([...other.off].sort())
      expect([...shipped.work].sort()).toEqual([...other.work].sort())
    }
  })
})
