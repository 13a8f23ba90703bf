import { z } from 'zod'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'

const SENTENCE = '日期应为 2026-06-03 这样的写法'

/** A day of the calendar, years 0001–9999: what is no day of it is said once. */
export const Day = z.string(SENTENCE).refine((text) => parsePlainDate(text) !== undefined, SENTENCE)
