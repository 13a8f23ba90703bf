export type ClockTone = 'late' | 'soon' | 'calm' | 'none'
export type ClockWords = { readonly words: string; readonly tone: ClockTone }

const SOON_DAYS = 5

/** The days left to the last day in words; colour never speaks alone. */
export function clockWords(daysLeft: number | null): ClockWords {
  if (daysLeft === null) return { words: '无期限', tone: 'none' }
  if (daysLeft < 0) return { words: `逾期 ${-daysLeft} 天`, tone: 'late' }
  if (daysLeft === 0) return { words: '今天到期', tone: 'late' }
  return { words: `剩 ${daysLeft} 天`, tone: daysLeft <= SOON_DAYS ? 'soon' : 'calm' }
}
