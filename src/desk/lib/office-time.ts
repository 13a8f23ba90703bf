const OFFICE = 'Asia/Shanghai'
const timeOfDay = new Intl.DateTimeFormat('zh-CN', {
  timeZone: OFFICE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: OFFICE,
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const yearOf = new Intl.DateTimeFormat('zh-CN', { timeZone: OFFICE, year: 'numeric' })

/** 14:03 */
export function timeOf(instant: string): string {
  return timeOfDay.format(new Date(instant))
}

/** 11月19日 16:20 */
export function dayAndTimeOf(instant: string): string {
  const parts = Object.fromEntries(dayAndTime.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.month}月${parts.day}日 ${parts.hour}:${parts.minute}`
}

/** 2026年11月19日 16:20 */
export function longDayAndTimeOf(instant: string): string {
  return `${yearOf.format(new Date(instant))}${dayAndTimeOf(instant)}`
}

/** 2026-06-03 as 6月3日. */
export function shortDay(date: string): string {
  const [, month = '', day = ''] = date.split('-')
  return `${Number(month)}月${Number(day)}日`
}

/** 2026-06-03 as 2026年6月3日. */
export function longDay(date: string): string {
  return `${date.slice(0, 4)}年${shortDay(date)}`
}
