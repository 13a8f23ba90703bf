import { addDays, type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { TrailRange } from './trail-lines.ts'

const USUAL_DAYS = 30

export type TrailBounds = { readonly fromOn: PlainDate; readonly untilOn: PlainDate; readonly range: TrailRange }
type Asked = { readonly from?: string | undefined; readonly until?: string | undefined }

/** Whole days of the office (Asia/Shanghai), both included; the last thirty when nothing is asked. */
export function rangeOf({ from, until }: Asked, today: PlainDate): TrailBounds {
  const untilOn = until === undefined ? today : plainDate(until)
  const fromOn = from === undefined ? addDays(untilOn, -USUAL_DAYS) : plainDate(from)
  return { fromOn, untilOn, range: { fromAt: midnight(fromOn), untilAt: midnight(addDays(untilOn, 1)) } }
}

const midnight = (on: PlainDate): string => new Date(`${on}T00:00:00+08:00`).toISOString()

export function refuseRange({ fromOn, untilOn }: TrailBounds): Refused | undefined {
  if (fromOn <= untilOn) return undefined
  const sentence = `开始日期（${fromOn}）在结束日期（${untilOn}）以后，请核对。`
  return refused('invalid-input', sentence, { errors: [{ pointer: '/from', sentence }] })
}
