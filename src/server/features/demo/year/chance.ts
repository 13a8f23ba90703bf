/** Chance that is the same every time for the same seed, so that a seeded year can be told again. */
export class Chance {
  private seed: number

  constructor(seed: number) {
    this.seed = seed >>> 0
  }

  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number {
    this.seed = (this.seed + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), this.seed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  happens(share: number): boolean {
    return this.below(10_000) < share * 10_000
  }

  pick<T>(items: readonly T[]): T {
    const picked = items[this.below(items.length)]
    if (picked === undefined) throw new Error('there is nothing to pick from')
    return picked
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** One of them, more often the heavier it weighs. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    let left = this.below(items.reduce((sum, item) => sum + weightOf(item), 0))
    for (const item of items) {
      left -= weightOf(item)
      if (left < 0) return item
    }
    throw new Error('there is nothing to pick from')
  }
}
