import { parsePlainDate } from '../calendar/plain-date.ts'
import { isRunning } from './clock.ts'
import { newest, whoseOf } from './clock-events.ts'
import { paidBeforePlanFen, planOf } from './plan.ts'
import { standingPayments } from './standing-payments.ts'
import { type CaseState, type Facts, MAIN_RUN, type Payment, rootRun } from './state.ts'
import { type Story, tell } from './story.ts'
import { dueFen, payableFen } from './surcharge.ts'

/** Money has come in: it is booked once, and the terms that it meets are met. */
export function bookPayment(story: Story, paid: Omit<Payment, 'id' | 'seq'>): Story {
  const booked = tell(story, { type: 'payment-booked', id: story.env.newId(), ...paid })
  return newest(rootRun(booked.state).clocks)
    .filter((clock) => clock.party === paid.party && isRunning(clock))
    .filter((clock) => isCovered(booked, paid.party, clock))
    .reduce(
      (so, clock) => tell(so, { type: 'clock-met', run: MAIN_RUN, clock: clock.clock, ...whoseOf(clock) }),
      booked,
    )
}

/** What each party has paid by what an officer typed in; without a day it is today. */
export function bookTyped(story: Story, { party: typed }: Facts): Story {
  return Object.entries(typed).reduce((so, [party, { paid, 'paid-on': on, 'receipt-number': receipt }]) => {
    if (typeof paid !== 'number' || paid === 0) return so
    const paidOn = parsePlainDate(String(on ?? '')) ?? so.env.today
    const payment = { party, amountFen: paid, paidOn, from: 'officer' } as const
    return bookPayment(so, receipt ? { ...payment, reference: String(receipt) } : payment)
  }, story)
}

/** What a party has paid up to a day, in fen; without what was booked by mistake. */
export function paidFen(state: CaseState, party: string, until?: string): number {
  return standingPayments(state)
    .filter((item) => item.party === party && (until === undefined || item.paidOn <= until))
    .reduce((sum, item) => sum + item.amountFen, 0)
}

/** The term to pay, and each instalment, are met when so much has come in; with a plan the term itself is no question any more. */
export function isCovered(
  { env, state }: Pick<Story, 'env' | 'state'>,
  party: string,
  { clock, part }: { clock: string; part?: number },
): boolean {
  const root = rootRun(state)
  const paid = paidFen(state, party)
  const plan = planOf(root.facts.party[party]?.instalments)
  if (clock === 'payment') return plan.length === 0 && paid >= payableFen({ state, run: root }, party)
  if (clock !== 'instalment' || part === undefined || part > plan.length) return false
  const rows = plan.slice(0, part)
  return paid >= rows.reduce((sum, row) => sum + row.amountFen, paidBeforePlanFen(dueFen({ env, state }, party), plan))
}
