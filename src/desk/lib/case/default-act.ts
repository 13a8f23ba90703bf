import type { CaseAnswer } from '#contract/cases.ts'
import { isMainStep, keyOfOffer, sortOffers } from './sort-offers.ts'

/**
 * The act that opens by itself: the step of the main road, else the first that does not leave the stage. A way back or out
 * is only ever chosen, as a change of handlers is, and nothing opens while something waits for agreement.
 */
export function defaultAct({ approvals, offers }: Pick<CaseAnswer, 'approvals' | 'offers'>): string | undefined {
  if (approvals.length > 0) return undefined
  const { now } = sortOffers(offers)
  const offer =
    now.find((item) => isMainStep(offers, item)) ?? now.find(({ movesOn, adds }) => !movesOn && adds !== 'handlers')
  return offer && keyOfOffer(offer)
}
