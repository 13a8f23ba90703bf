import type { Term } from './deadline.ts'
import { type PlainDate, parsePlainDate, plainDate } from './plain-date.ts'

const HOUR_MS = 3_600_000
/** The office's zone, Asia/Shanghai, has had no summer time since 1991. */
const OFFICE_OFFSET_HOURS = 8
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/**
 * The instant at which an hour term ends (行政强制法第十九条 24 小时): hours run through nights and days off.
 * Takes an ISO instant with zone, answers one in UTC; throws on other terms and on text that is no instant.
 */
export function dueAt(startAt: string, term: Term): string {
  if (term.unit !== 'hour') throw new Error(`“${term.unit}”不是小时，应按日期计算（deadline.ts）`)
  if (!Number.isInteger(term.length) || term.length < 0)
    throw new Error(`期限长度 ${term.length} 无效：应为不小于 0 的整数`)
  return isoOf(epochMs(startAt) + term.length * HOUR_MS)
}

/** Whether an hour term that ends at `due` is over at `now`; the last moment itself still counts as in time. */
export function isPastDue(now: string, due: string): boolean {
  return epochMs(now) > epochMs(due)
}

/** The office's calendar date of an instant. */
export function officeDateOf(instant: string): PlainDate {
  return plainDate(isoOf(epochMs(instant) + OFFICE_OFFSET_HOURS * HOUR_MS).slice(0, 10))
}

/** Whether a text is an ISO 8601 instant with zone whose day exists. */
export function isInstant(text: string): boolean {
  const date = INSTANT.exec(text)?.[1]
  // Date.parse accepts 2026-02-30T… in some engines, so the day is checked by itself.
  return date !== undefined && parsePlainDate(date) !== undefined && !Number.isNaN(Date.parse(text))
}

function epochMs(instant: string): number {
  if (!isInstant(instant))
    throw new Error(`时刻“${instant}”无效：应为带时区的 ISO 8601 时刻，如 2026-06-03T09:30:00+08:00`)
  return Date.parse(instant)
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString()
}
