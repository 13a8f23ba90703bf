/** 83,450 ms as 1:23.4, over an hour as 1:02:03.0; what lies between two tenths belongs to the earlier one. */
export function playTime(ms: number): string {
  const tenths = Math.floor(Math.max(0, ms) / 100)
  const [hours, minutes, seconds] = [
    Math.floor(tenths / 36_000),
    Math.floor(tenths / 600) % 60,
    Math.floor(tenths / 10) % 60,
  ]
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = `${two(seconds)}.${tenths % 10}`
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

/** 1:23.4, 83.4 or 1:02:03 as milliseconds; undefined when it is no time. */
export function readPlayTime(text: string): number | undefined {
  const parts = text.trim().replaceAll('：', ':').split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d{1,6}(\.\d{1,3})?$/.test(part))) return undefined
  if (parts.slice(0, -1).some((part) => part.includes('.'))) return undefined
  const seconds = parts.reduce((sum, part) => sum * 60 + Number(part), 0)
  return Math.round(seconds * 1000)
}
