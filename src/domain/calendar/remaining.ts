import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays, compareDates, daysBetween, type PlainDate } from './plain-date.ts'

export type Remaining = {
  /** Calendar days from today to the due date; negative when overdue. */
  readonly days: number
  /** Working days after today up to and with the due date; negative when overdue. */
  readonly workingDays: number
}

/** What is left until a due date, today not counted. */
export function remaining(calendar: Calendar, today: PlainDate, due: PlainDate): Remaining {
  const isPast = compareDates(due, today) < 0
  const workingDays = isPast ? -workingDaysIn(calendar, due, today) : workingDaysIn(calendar, today, due)
  return { days: daysBetween(today, due), workingDays: workingDays === 0 ? 0 : workingDays }
}

/** Calendar days by which a due date was missed; 0 while it is not. */
export function overdueDays(today: PlainDate, due: PlainDate): number {
  return Math.max(0, daysBetween(due, today))
}

/** Working days after `from` up to and with `to`. */
function workingDaysIn(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1
  return count
}
