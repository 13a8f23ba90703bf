import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'

/** The only source of time: an instant, and the calendar date it falls on in the office's zone (Asia/Shanghai). */
export type Clock = { now(): Date; today(): PlainDate }

// China has kept one zone without summer time since 1991; asking Intl costs fifty times as much.
const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** The calendar date of an instant (after 1991) in Asia/Shanghai. */
export function dateInShanghai(instant: Date): PlainDate {
  return plainDate(new Date(instant.getTime() + AHEAD_OF_UTC_MS).toISOString().slice(0, 10))
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
