import type { Chance } from './chance.ts'

/**
 * Cards that come up by chance, each of them once before any comes up again: what is rare comes as surely as what is usual, and no
 * more often. A card for which it is not the time stays in the deck.
 */
export class Deck<T> {
  private readonly cards: readonly T[]
  private readonly left: T[] = []

  /** Every item lies in the deck as often as it weighs. */
  constructor(items: readonly T[], weightOf: (item: T) => number) {
    this.cards = items.flatMap((item) => Array.from({ length: weightOf(item) }, () => item))
  }

  /** The next card that fits, sooner the more it hurries; throws where none of the deck does. */
  draw(chance: Chance, fits: (card: T) => boolean = () => true, hurryOf: (card: T) => number = () => 1): T {
    if (!this.left.some(fits)) this.left.push(...this.cards)
    const card = chance.weighted(this.left.filter(fits), hurryOf)
    this.left.splice(this.left.indexOf(card), 1)
    return card
  }
}
