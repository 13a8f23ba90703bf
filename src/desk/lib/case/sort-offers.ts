import type { Offer } from '#domain/case/offers.ts'

export type SortedOffers = {
  /** Yours and open now; those that move the case on come first. */
  readonly now: readonly Offer[]
  /** Yours, but not yet: each with its reasons. */
  readonly notYet: readonly Offer[]
  /** Open, but for somebody else. */
  readonly others: readonly Offer[]
}

/** Who can do what now. What is neither yours nor open is left out: it would be a wall of grey. */
export function sortOffers(offers: readonly Offer[]): SortedOffers {
  const isOpen = (offer: Offer) => offer.refusals.length === 0
  const yours = offers.filter(({ isYours }) => isYours)
  return {
    now: yours.filter(isOpen).toSorted((a, b) => Number(b.movesOn) - Number(a.movesOn)),
    notYet: yours.filter((offer) => !isOpen(offer)),
    others: offers.filter((offer) => !offer.isYours && offer.refusals.every(({ gate }) => isOfRole(gate))),
  }
}

/** Refusals that only say whose act it is. */
function isOfRole(gate: string): boolean {
  return ['role', 'reviewer-not-handler', 'host-not-handler', 'other-agency'].includes(gate)
}

export function keyOfOffer({ run, action }: Pick<Offer, 'run' | 'action'>): string {
  return `${run}.${action}`
}
