import type { LicenceRow } from '#contract/licences.ts'
import type { LicenceStanding } from '#domain/licence/licence.ts'
import { longDay } from '../../lib/office-time.ts'

export const STANDING_TITLES: Readonly<Record<LicenceStanding, string>> = {
  valid: '有效',
  ending: '即将届满',
  'deemed-renewed': '视为准予延续',
  expired: '已期满',
  withdrawn: '已撤回',
  revoked: '已撤销',
  cancelled: '已注销',
}

export type Told = { readonly words: string; readonly tone: 'ok' | 'soon' | 'late' | 'muted' }

/** Where a licence stands, with the day that says so. */
export function standingWords({ standing, daysLeft, endedOn }: LicenceRow): Told {
  const title = STANDING_TITLES[standing]
  if (standing === 'valid') return { words: title, tone: 'ok' }
  if (standing === 'ending') return { words: daysLeft === 0 ? '今天届满' : `还有 ${daysLeft} 日届满`, tone: 'soon' }
  if (standing === 'deemed-renewed') return { words: '届满前没有决定，视为准予延续', tone: 'soon' }
  if (standing === 'expired') return { words: '已期满，应当注销', tone: 'late' }
  return { words: `${title}，${longDay(endedOn ?? '')}`, tone: 'muted' }
}
