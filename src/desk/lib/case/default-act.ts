import type { CaseAnswer } from '#contract/cases.ts'
import { keyOfOffer, sortOffers } from './sort-offers.ts'

/** The act that opens by itself: none while something waits for agreement, else the first that moves the case on. */
export function defaultAct({ approvals, offers }: Pick<CaseAnswer, 'approvals' | 'offers'>): string | undefined {
  if (approvals.length > 0) return undefined
  const [first] = sortOffers(offers).now
  return first && keyOfOffer(first)
}
