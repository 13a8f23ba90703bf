import type { Payment } from '#domain/case/state.ts'
import { done, LawOffice } from './law-office.ts'
import { reach } from './penalty-steps.ts'

/** The newest entry of the account. */
export function newestEntry(office: LawOffice): Payment {
  const entry = office.case.payments?.at(-1)
  if (!entry) throw new Error('nothing is booked')
  return entry
}

export function reverse(office: LawOffice, payment = newestEntry(office).id) {
  const why = '误登到本案，实为另一案件当事人的缴款'
  return office.take('lin', 'reverse-payment', { case: { 'reversed-payment': payment, 'reversal-reason': why } })
}

/** Proposed and agreed to. */
export function reversed(office: LawOffice, payment?: string): LawOffice {
  done(reverse(office, payment))
  office.agreeAll('zheng', 'wu')
  return office
}

/** To be paid in two instalments, until the 20th of June and of July. */
export function planned(): LawOffice {
  const office = reach(new LawOffice(), 'performance')
  const instalments = [
    { dueOn: '2026-06-20', amount: '2000' },
    { dueOn: '2026-07-20', amount: '3000' },
  ]
  const facts = { 'instalment-request': '资金周转困难', instalments }
  done(office.take('lin', 'grant-instalments', { party: { 'party-1': facts } }))
  office.agreeAll('zheng', 'wu')
  return office
}
