import { dueAt } from '../calendar/due-at.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { termOf } from '../parameter/registry.ts'
import type { ParameterValues } from '../parameter/resolution.ts'

const HOUR_MS = 3_600_000

/** Until when a recording must be in the store: hours from its beginning, by the parameter in force on the day it comes in. */
export function storeDueAt(capturedAt: string, parameters: ParameterValues, on: PlainDate): string {
  return dueAt(capturedAt, termOf(parameters, 'recording.upload-term', on))
}

/** How many whole hours after the term something was stored; 0 when it was less than an hour late, null in time. */
export function hoursLate(due: string, stored: string): number | null {
  const late = Date.parse(stored) - Date.parse(due)
  return late > 0 ? Math.floor(late / HOUR_MS) : null
}
