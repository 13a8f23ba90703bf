import { done, type LawOffice, type Who } from './law-office.ts'
import { ofEveryParty, SEVEN_POINTS } from './penalty-steps.ts'

type Values = Readonly<Record<string, unknown>>

export const NO_GROUND = { 'review-ground': '没有下列情形' } as const
export const WEIGHTY = { 'review-ground': '直接关系当事人或者第三人重大权益' } as const

/** What is about to be decided lies with the reviewer. */
export function submitted(
  office: LawOffice,
  facts: Values = {},
  party: Values = {},
  action = 'submit-review',
): LawOffice {
  done(office.take('lin', action, { case: { ...NO_GROUND, ...facts }, party: ofEveryParty(office, party) }))
  return office
}

export const passes = (office: LawOffice, who: Who = 'shen') => office.take(who, 'pass', { case: SEVEN_POINTS })

/** It was handed in, and has passed. */
export function majorReviewed(office: LawOffice, facts: Values = {}, party: Values = {}, action?: string): LawOffice {
  done(passes(submitted(office, facts, party, action)))
  return office
}
