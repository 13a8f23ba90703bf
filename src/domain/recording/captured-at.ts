import { isInstant } from '../calendar/due-at.ts'

/** A device's clock may run ahead by so much before a time counts as in the future. */
const AHEAD_MS = 5 * 60_000
const EARLIEST = '2000-01-01T00:00:00Z'

/** What is wrong with the time at which a recording is said to have begun; undefined when it may stand. */
export function capturedAtProblem(capturedAt: string, now: Date): string | undefined {
  if (!isInstant(capturedAt)) return '拍摄时间不存在或者格式不对，应当像 2026-03-05T09:30:00+08:00。'
  if (Date.parse(capturedAt) > now.getTime() + AHEAD_MS)
    return '拍摄时间在现在以后；请核对设备的时钟，写实际拍摄的时间。'
  if (Date.parse(capturedAt) < Date.parse(EARLIEST))
    return '拍摄时间早于 2000 年，像是设备的时钟没有校准；请写实际拍摄的时间。'
  return undefined
}
