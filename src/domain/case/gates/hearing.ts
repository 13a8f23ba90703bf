import { dueOn } from '../../calendar/deadline.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { termOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { factOf, isDelivered, takenOf } from '../view.ts'

/** The party knows time and place seven working days before (处罚法第六十四条第二项). */
export const noticeInTime: Gate = {
  id: 'hearing-notice-in-time',
  basis: '《行政处罚法》第六十四条第二项',
  judgesInput: true,
  refuse: ({ env, ...view }) => {
    const on = factOf({ env, ...view }, 'hearing-on')
    if (typeof on !== 'string') return undefined
    const term = termOf(env.parameters, 'hearing.notice-term', env.today)
    const { rawDue } = dueOn({ start: env.today, term, rolls: false, deductions: [], calendar: env.calendar })
    return on > rawDue ? undefined : `应当在举行听证的 ${term.length} 个工作日前通知；最早可以定在 ${rawDue} 之后`
  },
}

export const hearingDayCome: Gate = {
  id: 'hearing-day-come',
  basis: '《行政处罚法》第六十四条',
  refuse: (view) => {
    const on = factOf(view, 'hearing-on')
    return typeof on === 'string' && view.env.today < (on as PlainDate) ? `听证定在 ${on}，还没有到` : undefined
  },
}

export const hearingNoticeDelivered: Gate = {
  id: 'hearing-notice-delivered',
  basis: '《行政处罚法》第六十四条第二项',
  refuse: (view) => (isDelivered(view, 'hearing-notice') ? undefined : '听证通知书还没有送达全部当事人'),
}

export const hearingCalled: Gate = {
  id: 'hearing-called',
  basis: '《行政处罚法》第六十四条第二项',
  refuse: (view) => (takenOf(view, 'call') ? undefined : '还没有发出听证通知书'),
}
