import type { PlainDate } from '../calendar/plain-date.ts'

/** 经费来源, as registers of enforcement bodies name them. */
export const FUNDINGS = ['财政全额拨款', '财政差额拨款', '经费自理'] as const
export type Funding = (typeof FUNDINGS)[number]

type Days = { readonly today: PlainDate; readonly qualifiedFromOn: PlainDate }
type Wrong = { readonly field: 'fromOn'; readonly sentence: string }

/** Why a record cannot hold from that day: what is registered has happened already, so the newest version is the one that stands. */
export function refuseRecord(fromOn: PlainDate, { today, qualifiedFromOn }: Days): Wrong | undefined {
  if (fromOn > today) return { field: 'fromOn', sentence: `起算日不能晚于今天（${today}）：还没有变的，变了以后再登记` }
  if (fromOn < qualifiedFromOn)
    return { field: 'fromOn', sentence: `起算日不能早于取得执法主体资格的那天（${qualifiedFromOn}）` }
  return undefined
}
