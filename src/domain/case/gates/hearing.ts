import { dueOn } from '../../calendar/deadline.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { termOf } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { type CaseView, deliveredOn, factOf, isDelivered } from '../view.ts'

/** The law under which a hearing is held: which paper calls to it, and the articles on calling and on holding. */
export type HearingLaw = { readonly notice: string; readonly calling: Basis; readonly holding: Basis }

/** Who is heard knows time and place seven working days before. */
export function noticeInTime({ calling }: HearingLaw): Gate {
  return {
    id: 'hearing-notice-in-time',
    basis: calling,
    judgesInput: true,
    field: 'hearing-on',
    refuse: (view) => {
      const on = factOf(view, 'hearing-on')
      if (typeof on !== 'string') return undefined
      const { lastDay, length } = noticeTerm(view, view.env.today)
      return on > lastDay ? undefined : `应当在举行听证的 ${length} 个工作日前通知；最早可以定在 ${lastDay} 之后`
    },
  }
}

/** The working days that lie between notice and hearing, counted from the day after `start`. */
function noticeTerm({ env }: CaseView, start: PlainDate): { readonly lastDay: PlainDate; readonly length: number } {
  const term = termOf(env.parameters, 'hearing.notice-term', env.today)
  const { rawDue } = dueOn({ start, term, rolls: false, deductions: [], calendar: env.calendar })
  return { lastDay: rawDue, length: term.length }
}

/** Whoever got the notice too late is called again; his absence gives up nothing. */
export function deliveredInTime({ notice, calling }: HearingLaw): Gate {
  return {
    id: 'hearing-notice-delivered-in-time',
    basis: calling,
    refuse: (view) => {
      const on = factOf(view, 'hearing-on')
      if (typeof on !== 'string') return undefined
      const late = view.parties.find((party) => {
        const got = deliveredOn(view, notice, party.id)
        return got !== undefined && on <= noticeTerm(view, got as PlainDate).lastDay
      })
      return late && `${late.name}收到听证通知书时离 ${on} 已经不足七个工作日，请改期后重新通知`
    },
  }
}

export function hearingDayCome({ holding }: HearingLaw): Gate {
  return {
    id: 'hearing-day-come',
    basis: holding,
    refuse: (view) => {
      const on = factOf(view, 'hearing-on')
      return typeof on === 'string' && view.env.today < on ? `听证定在 ${on}，还没有到` : undefined
    },
  }
}

export function hearingNoticeDelivered({ notice, calling }: HearingLaw): Gate {
  return {
    id: 'hearing-notice-delivered',
    basis: calling,
    refuse: (view) => (isDelivered(view, notice) ? undefined : '听证通知书还没有送达全部当事人'),
  }
}
