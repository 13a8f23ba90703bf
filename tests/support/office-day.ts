import { dateInShanghai } from '#server/clock.ts'

/** Today as the office counts it. */
export function officeDay(): string {
  return dateInShanghai(new Date())
}

/** A time of the office's clock, so many minutes from now, as it is typed: 2026-06-03 09:30. */
export function officeTime(minutes: number): string {
  const shifted = new Date(Date.now() + minutes * 60_000 + 8 * 3_600_000)
  return shifted.toISOString().slice(0, 16).replace('T', ' ')
}
