import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'

export const ENTRUSTMENT_BASIS = {
  written: '《行政处罚法》第二十条第一款',
  published: '《行政处罚法》第二十条第二款',
  inName: '《行政处罚法》第二十条第四款',
  organisation: '《行政处罚法》第二十一条',
  coercion: '《行政强制法》第十七条第一款',
} as const

export type EntrustmentTerm = {
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  /** The first day on which it no longer holds, where it was ended early. */
  readonly endedOn: PlainDate | null
}

export const ENTRUSTMENT_STATES = {
  coming: '还没有开始',
  running: '正在委托',
  ending: '快到期',
  over: '期满',
  ended: '已终止',
} as const
export type EntrustmentState = keyof typeof ENTRUSTMENT_STATES

/** Whether it holds on that day. */
export function holdsOn({ fromOn, untilOn, endedOn }: EntrustmentTerm, on: PlainDate): boolean {
  return fromOn <= on && on <= untilOn && (endedOn === null || on < endedOn)
}

/** Where an entrustment stands on a day; `warnDays` before its last day it is told that it ends. */
export function stateOfEntrustment(term: EntrustmentTerm, today: PlainDate, warnDays: number): EntrustmentState {
  if (term.endedOn !== null && term.endedOn <= today) return 'ended'
  if (term.untilOn < today) return 'over'
  if (today < term.fromOn) return 'coming'
  return today >= addDays(term.untilOn, -warnDays) ? 'ending' : 'running'
}

/** How many days it still holds, today among them; 0 when it does not. */
export function daysLeft({ untilOn }: EntrustmentTerm, today: PlainDate): number {
  return Math.max(0, daysBetween(today, untilOn) + 1)
}

type End = { readonly endedOn: PlainDate; readonly today: PlainDate }

/** Why an entrustment cannot end on that day, which is the first on which it no longer holds. */
export function refuseEnd(
  term: EntrustmentTerm & { readonly signedOn: PlainDate },
  { endedOn, today }: End,
): { readonly field: 'endedOn'; readonly sentence: string } | undefined {
  if (endedOn > today) return { field: 'endedOn', sentence: `终止日不能晚于今天（${today}）：到了那天再登记` }
  if (endedOn < term.signedOn) return { field: 'endedOn', sentence: `终止日不能早于签订的那天（${term.signedOn}）` }
  if (endedOn > term.untilOn) return { field: 'endedOn', sentence: `委托到 ${term.untilOn} 已经期满，不用终止` }
  return undefined
}
