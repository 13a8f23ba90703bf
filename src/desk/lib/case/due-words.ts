const MINUTE_MS = 60_000
const HOUR_MINUTES = 60

export type DueWords = { readonly words: string; readonly tone: 'running' | 'soon' | 'late' }

const SOON_HOURS = 6

/** How long until an instant, in hours and minutes: 还有 5 小时 20 分, 已超过 3 小时. */
export function dueWords(now: string, dueAt: string): DueWords {
  const minutes = Math.floor((Date.parse(dueAt) - Date.parse(now)) / MINUTE_MS)
  if (minutes < 0) return { words: `已超过 ${lengthOf(-minutes)}`, tone: 'late' }
  return { words: `还有 ${lengthOf(minutes)}`, tone: minutes < SOON_HOURS * HOUR_MINUTES ? 'soon' : 'running' }
}

function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES]
  if (hours === 0) return `${rest} 分`
  return rest === 0 || hours >= 24 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}
