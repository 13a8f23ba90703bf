import { isCovered } from './book-payment.ts'
import { isRunning } from './clock.ts'
import { newest, whoseOf } from './clock-events.ts'
import { findPayment } from './standing-payments.ts'
import { type Facts, MAIN_RUN, rootRun } from './state.ts'
import { type Story, tell, through } from './story.ts'

/** A booking was a mistake: the account takes it back on the day of that payment, and the terms that it had met run again as they were. */
export function reversePayment(story: Story, { case: typed }: Facts): Story {
  const booked = findPayment(story.state, typed['reversed-payment'])
  if (!booked) return story
  const { id: reverses, party, amountFen, paidOn, reference } = booked
  const entry = { party, amountFen: -amountFen, paidOn, from: 'officer', ...(reference && { reference }) } as const
  const reason = String(typed['reversal-reason'] ?? '')
  return through(
    story,
    (so) => tell(so, { type: 'payment-booked', id: so.env.newId(), ...entry, reverses, reason }),
    (so) => reopenTerms(so, story, party),
    (so) => takeBackWord(so, party),
  )
}

/** Terms that were covered before and are not any more. */
function reopenTerms(story: Story, before: Story, party: string): Story {
  return newest(rootRun(story.state).clocks)
    .filter((clock) => clock.party === party && !isRunning(clock))
    .filter((clock) => isCovered(before, party, clock) && !isCovered(story, party, clock))
    .reduce(
      (so, clock) => tell(so, { type: 'clock-reopened', run: MAIN_RUN, clock: clock.clock, ...whoseOf(clock) }),
      story,
    )
}

/** Who was said to have done everything was said so by this money; it is to be said anew. */
function takeBackWord(story: Story, party: string): Story {
  if (rootRun(story.state).facts.party[party]?.['is-performed'] !== true) return story
  const facts = { case: {}, party: { [party]: { 'is-performed': false } }, violation: {} }
  return tell(story, { type: 'facts-recorded', run: MAIN_RUN, facts })
}
