import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'

/** The only source of time: an instant, and the calendar date it falls on in the office's zone (Asia/Shanghai). */
export type Clock = { now(): Date; today(): PlainDate }

// The calendar of the `sv` locale is written YYYY-MM-DD.
const SHANGHAI = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The calendar date of an instant in Asia/Shanghai. */
export function dateInShanghai(instant: Date): PlainDate {
  return plainDate(SHANGHAI.format(instant))
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dateInShanghai(new Date()),
}

/** A clock that stands still at an instant, for tests and the demo's past. */
export function fixedClock(iso: string): Clock {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not an instant: ${iso}`)
  return { now: () => new Date(instant), today: () => dateInShanghai(instant) }
}
