import type { Gate } from '../../procedure/definition.ts'
import { payableFen, surchargeFen } from '../surcharge.ts'
import { type CaseView, isDelivered, partyFactOf } from '../view.ts'

export function documentDelivered(code: string, title: string): Gate {
  return {
    id: `${code}-delivered`,
    basis: '《行政处罚法》第六十一条',
    refuse: (view) => (isDelivered(view, code) ? undefined : `${title}还没有送达全部当事人`),
  }
}

/** Everything that was decided has been paid or done by every party, with the surcharge that is not waived (处罚法第六十六条、第七十二条). */
export const performed: Gate = {
  id: 'performed',
  basis: '《行政处罚法》第六十六条',
  refuse: (view) => {
    const open = view.parties.filter((party) => !hasPerformed(view, party.id))
    return open.length === 0 ? undefined : `${open.map((party) => party.name).join('、')}还没有履行完毕`
  },
}

function hasPerformed(view: CaseView, party: string): boolean {
  if (partyFactOf(view, party, 'is-performed') !== true) return false
  const amount = (name: string) => Number(partyFactOf(view, party, name) ?? 0)
  // 行政强制法第四十二条：only the surcharge can be waived, never the fine.
  const surcharge = Math.max(0, surchargeFen(view, party) - amount('waived-surcharge'))
  return amount('paid') >= payableFen(view, party) + surcharge
}

/** A payment that lies in the future would stop the surcharge before its time. */
export const paidByToday: Gate = {
  id: 'paid-by-today',
  basis: '《行政处罚法》第七十二条第一款第一项',
  judgesInput: true,
  field: (view) => {
    const early = paidAhead(view)
    return early && `paid-on@${early.id}`
  },
  refuse: (view) => {
    const early = paidAhead(view)
    return early && `${early.name}的缴清日期不能晚于今天`
  },
}

function paidAhead(view: CaseView) {
  return view.parties.find((party) => {
    const on = partyFactOf(view, party.id, 'paid-on')
    return typeof on === 'string' && on > view.env.today
  })
}
