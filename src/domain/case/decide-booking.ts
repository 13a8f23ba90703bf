import { actionsOf } from '../procedure/actions-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { bookPayment } from './book-payment.ts'
import type { Environment, Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import { refuseByRule } from './rules.ts'
import { type CaseState, type Payment, rootRun } from './state.ts'
import { type Story, storyOf } from './story.ts'
import { viewOf } from './view.ts'

export type Booking = Pick<Payment, 'party' | 'amountFen' | 'paidOn' | 'reference'>

/** The case with the payment in it, or every reason why it cannot be booked. */
export type Booked = { readonly story: Story } | { readonly refusals: readonly Refusal[] }

/** Who books where a file is taken in by the office's own clock: nobody, with no post. */
const NOBODY: Person = {
  id: '',
  name: '',
  agency: '',
  employment: 'staff',
  hasLawLicence: false,
  posts: [],
  certificates: [],
}

/**
 * Books what a bank tells of: by the action in which people record a payment, under its rules and gates, into the same ledger. What
 * else that action asks (whether everything has been done) is for people to say.
 */
export function decideBooking(env: Environment, state: CaseState, booking: Booking, by: string | null): Booked {
  const run = rootRun(state)
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const actions = procedure.stages[run.stage]?.actions ?? {}
  const found = Object.entries(actions).find(([, action]) => action.fromBank)
  if (!found || state.endedOn) return { refusals: [notOffered(env, state)] }
  const [name, action] = found
  const { party, amountFen, paidOn, reference } = booking
  const typed = { paid: amountFen, 'paid-on': paidOn, ...(reference && { 'receipt-number': reference }) }
  const facts = { case: {}, party: { [party]: typed }, violation: {} }
  const view = viewOf({ env, state, run, actor: NOBODY, action: name, facts, evidence: [] })
  const refusals = refuseByRule(view, action, 'input')
  if (refusals.length > 0) return { refusals }
  return { story: bookPayment(storyOf(env, state, by), { ...booking, from: 'bank' }) }
}

function notOffered(env: Environment, state: CaseState): Refusal {
  const run = rootRun(state)
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const { title: here } = procedure.stages[run.stage] ?? { title: run.stage }
  const there = actionsOf(procedure).find(({ action }) => action.fromBank)
  const sentence = there
    ? `案件现在在“${here}”环节，缴款在“${procedure.stages[there.stage]?.title}”环节登记`
    : `“${procedure.title}”不登记缴款`
  return { gate: 'not-offered', basis: procedure.basis, sentence }
}
