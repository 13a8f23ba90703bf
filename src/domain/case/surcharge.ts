import { daysBetween } from '../calendar/plain-date.ts'
import { parameterValueOf } from '../parameter/registry.ts'
import { lastDayOf } from './clock.ts'
import { type CaseView, clockOf, fenOf, partyFactOf, violationFactOf } from './view.ts'

const WHOLE = 10_000

type Decided = Pick<CaseView, 'state' | 'run'>

/** What a party has to pay by the decision, in fen: fines and gains. */
export function payableFen(view: Decided, party: string): number {
  return finesFen(view, party) + sumFen(view, party, 'gains')
}

/**
 * Surcharge in fen for paying late: a share of the fine for each day after the last day, never more than the fine
 * (处罚法第七十二条第一款第一项). It stops on the day of payment.
 */
export function surchargeFen(view: CaseView, party: string): number {
  const clock = clockOf(view, 'payment', party)
  if (!clock) return 0
  const { parameters, today } = view.env
  const paidOn = partyFactOf(view, party, 'paid-on')
  const until = typeof paidOn === 'string' && paidOn < today ? paidOn : today
  const days = Math.max(0, daysBetween(lastDayOf(clock), until as typeof today))
  const fine = finesFen(view, party)
  const rate = parameterValueOf(parameters, 'surcharge.rate-per-day', today)
  const cap = parameterValueOf(parameters, 'surcharge.cap', today)
  return Math.min(Math.floor((fine * rate * days) / WHOLE), Math.floor((fine * cap) / WHOLE))
}

function finesFen(view: Decided, party: string): number {
  return sumFen(view, party, 'fine')
}

/** The amount as decided where the decision set one, else as notified. */
function sumFen(view: Decided, party: string, name: 'fine' | 'gains'): number {
  return view.state.violations
    .filter((item) => item.party === party)
    .map((item) => Number(violationFactOf(view, item.id, `final-${name}`) ?? fenOf(view, item.id, name)))
    .reduce((sum, fen) => sum + fen, 0)
}
