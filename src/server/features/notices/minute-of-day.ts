const DAY_MINUTES = 1440
const AHEAD_OF_UTC_MINUTES = 480

/** Which minute of the office's day an instant falls into. */
export function minuteInOffice(instant: Date): number {
  return (instant.getUTCHours() * 60 + instant.getUTCMinutes() + AHEAD_OF_UTC_MINUTES) % DAY_MINUTES
}

/** 22:00 as 1320. */
export function minuteOf(text: string | null): number | null {
  if (text === null) return null
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

export function textOfMinute(minute: number | null): string | null {
  if (minute === null) return null
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
