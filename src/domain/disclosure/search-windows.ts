/**
 * Each indexed decision carries two lexemes that say where in time it lies: in which 4,096 and in which 65,536. A search for
 * many hits asks for the newest few thousand only, and the index skips all others.
 */
const NEAR_BITS = 12
const FAR_BITS = 16

export type Reach = 'near' | 'far' | 'all'

export const nearLexeme = (seq: number): string => `@n:${Math.floor(seq / 2 ** NEAR_BITS)}`
export const farLexeme = (seq: number): string => `@m:${Math.floor(seq / 2 ** FAR_BITS)}`

/** The two windows that end with the newest wanted, as lexemes of which one must stand; none for everything. */
export function windowsBelow(seq: number, reach: Reach): readonly string[] {
  if (reach === 'all') return []
  const [lexeme, size] = reach === 'near' ? [nearLexeme, 2 ** NEAR_BITS] : [farLexeme, 2 ** FAR_BITS]
  const newest = Math.max(0, seq - 1)
  return newest < size ? [lexeme(newest)] : [lexeme(newest), lexeme(newest - size)]
}

/** Where to look after `found` of the `wanted` in a reach; undefined when everything was looked through. */
export function nextReach(reach: Reach, found: number, wanted: number): Reach | undefined {
  if (reach === 'all') return undefined
  // The near windows hold at least 4,096: what stands there often enough will be found sixteen times in the far ones.
  return reach === 'near' && found * 2 ** (FAR_BITS - NEAR_BITS) >= wanted ? 'far' : 'all'
}
