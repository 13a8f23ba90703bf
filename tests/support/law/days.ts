import { isWorkingDay } from '#domain/calendar/calendar.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { shippedCalendar } from '#server/features/catalogue/holidays.ts'

const CALENDAR = shippedCalendar()
export const isWorked = (day: string): boolean => isWorkingDay(CALENDAR, day as PlainDate)

export const later = (day: string, days: number): string => addDays(day as PlainDate, days)

/** How many working days lie behind that day, up to and with the other. */
function workedBetween(start: string, end: string): number {
  let count = 0
  for (let day = later(start, 1); day <= end; day = later(day, 1)) if (isWorked(day)) count += 1
  return count
}

/** So many working days after the start are over on that day: the day of the start is not counted, and the last one is still in time. */
export function haveWorkedOut(start: string, days: number, on: string): boolean {
  return workedBetween(start, later(on, -1)) >= days
}

/** The day of the office at that instant; China has one zone and no summer time. */
export function officeDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Minutes since midnight in the office. */
export function officeMinute(instant: string): number {
  const [, hours = '0', minutes = '0'] =
    /T(\d\d):(\d\d)/.exec(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()) ?? []
  return Number(hours) * 60 + Number(minutes)
}
