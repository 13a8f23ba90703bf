import { addDays, type PlainDate } from '../calendar/plain-date.ts'

/** The seven ways of delivery (民事诉讼法第八十八条至第九十五条，行政处罚法第六十一条准用). */
export const DELIVERY_METHODS = [
  '直接送达',
  '留置送达',
  '电子送达',
  '委托送达',
  '邮寄送达',
  '转交送达',
  '公告送达',
] as const
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number]

/**
 * The day on which a delivery takes effect. `on` is the day of signature, of leaving, of arrival in the party's system,
 * on the return slip, or for an announcement the day it was made, from which the term (days) must pass.
 */
export function effectiveOn(method: DeliveryMethod, on: PlainDate, announcementDays: number): PlainDate {
  return method === '公告送达' ? addDays(on, announcementDays) : on
}
