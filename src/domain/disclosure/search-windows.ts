/**
 * Each indexed decision carries lexemes that say where in time it lies: in which 4,096, 16,384, 65,536 and 262,144. A search
 * asks for the newest window that holds enough hits, and the index skips all others.
 */
const BITS = [12, 14, 16, 18] as const

/** How far back is looked: one of the sizes of windows, or everything. */
export type Reach = (typeof BITS)[number] | 'all'
export const NEAREST: Reach = BITS[0]

const lexemeOf = (seq: number, bits: number): string => `@w${bits}:${Math.floor(seq / 2 ** bits)}`

export function windowLexemes(seq: number): readonly string[] {
  return BITS.map((bits) => lexemeOf(seq, bits))
}

/** The two windows that end with the newest wanted, as lexemes of which one must stand; none for everything. */
export function windowsBelow(seq: number, reach: Reach): readonly string[] {
  if (reach === 'all') return []
  const newest = Math.max(0, seq - 1)
  const before = newest - 2 ** reach
  return before < 0 ? [lexemeOf(newest, reach)] : [lexemeOf(newest, reach), lexemeOf(before, reach)]
}

/** The smallest reach where so many are to be expected as are wanted; undefined when everything was looked through. */
export function nextReach(reach: Reach, found: number, wanted: number): Reach | undefined {
  if (reach === 'all') return undefined
  return BITS.find((bits) => bits > reach && found * 2 ** (bits - reach) >= wanted) ?? 'all'
}
