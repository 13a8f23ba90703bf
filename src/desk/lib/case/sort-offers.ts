import type { Offer } from '#domain/case/offers.ts'
import { NOTHING_TO_MOVE } from '#domain/case/thing-rules.ts'

export type SortedOffers = {
  /** Yours and open now: the step of the main road first, the others as the procedure lists them. */
  readonly now: readonly Offer[]
  /** Yours, but not yet: each with its reasons. */
  readonly notYet: readonly Offer[]
  /** Yours, but with no thing in custody that could go that way: many, and seldom what is looked for. */
  readonly folded: readonly Offer[]
  /** Open, but for somebody else. */
  readonly others: readonly Offer[]
}

/** Who can do what now. What is neither yours nor open is left out: it would be a wall of grey. */
export function sortOffers(offers: readonly Offer[]): SortedOffers {
  const isOpen = (offer: Offer) => offer.refusals.length === 0
  const yours = offers.filter(({ isYours }) => isYours)
  return {
    now: yours.filter(isOpen).toSorted((a, b) => Number(isMainStep(offers, b)) - Number(isMainStep(offers, a))),
    notYet: yours.filter((offer) => !isOpen(offer) && !isFolded(offer)),
    folded: yours.filter(isFolded),
    others: offers.filter((offer) => !offer.isYours && offer.refusals.every(({ gate }) => isOfRole(gate))),
  }
}

/**
 * The step by which a stage is meant to be left: the first that leaves it, in the order of the procedure. While it is
 * refused no other takes its place, so that nobody is led to a transfer because the report is not ready.
 */
export function isMainStep(offers: readonly Offer[], offer: Offer): boolean {
  const main = offers.find(({ run, movesOn }) => run === offer.run && movesOn)
  return main?.action === offer.action && main.run === offer.run
}

function isFolded({ refusals }: Offer): boolean {
  return refusals.some(({ gate }) => gate === NOTHING_TO_MOVE)
}

/** Refusals that only say whose act it is, or what that person must be. */
function isOfRole(gate: string): boolean {
  return ['role', 'reviewer-not-handler', 'reviewer-licensed', 'host-not-handler', 'other-agency'].includes(gate)
}

export function keyOfOffer({ run, action }: Pick<Offer, 'run' | 'action'>): string {
  return `${run}.${action}`
}
