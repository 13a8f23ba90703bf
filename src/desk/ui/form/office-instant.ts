const OFFSET = '+08:00'
const OFFSET_MS = 8 * 3_600_000

/** An ISO instant as the clock on the office's wall shows it: 2026-06-03T09:30. Empty for what is no instant. */
export function wallTimeOf(instant: string): string {
  if (instant.endsWith(OFFSET)) return instant.slice(0, 16)
  const ms = Date.parse(instant)
  return Number.isNaN(ms) ? '' : new Date(ms + OFFSET_MS).toISOString().slice(0, 16)
}

/** The instant at which the office's clock shows this. */
export function instantOf(wallTime: string): string {
  return wallTime === '' ? '' : `${wallTime}:00${OFFSET}`
}
