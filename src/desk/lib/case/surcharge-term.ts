import type { SurchargeClock } from '#domain/case/surcharge-clock.ts'
import { yuanOf } from '#domain/payment/yuan.ts'
import { longDay } from '../office-time.ts'

export type TermLine = { readonly title: string; readonly words: string }

/** Since when the surcharge runs, what a day adds, and on which day it has reached its cap. */
export function surchargeTerm(clock: SurchargeClock): readonly TermLine[] {
  const since = { title: '起算', words: `${longDay(clock.sinceOn)}${clock.state === 'ahead' ? '，到期不缴的' : ''}` }
  return [since, { title: '每日加处', words: DAILY[clock.state](clock) }, ...capLine(clock)]
}

const DAILY: Readonly<Record<SurchargeClock['state'], (clock: SurchargeClock) => string>> = {
  ahead: ({ perDayFen }) => yuanOf(perDayFen),
  running: ({ perDayFen }) => yuanOf(perDayFen),
  paused: ({ perDayFen }) => `${yuanOf(perDayFen)}，现在不计算`,
  capped: () => '不再增加',
  stopped: () => '罚款已经缴清，不再增加',
}

function capLine({ state, capOn, capFen }: SurchargeClock): readonly TermLine[] {
  if (capOn === null) return []
  const title = `达到上限 ${yuanOf(capFen)}`
  return [{ title, words: `${longDay(capOn)}${state === 'capped' ? '，已经达到' : '，一直不缴的'}` }]
}
