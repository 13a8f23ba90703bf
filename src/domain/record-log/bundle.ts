import { concatBytes } from './bytes.ts'
import { TILE_WIDTH } from './tile.ts'

/** Bytes of the longest entry: its length is written in 16 bits (C2SP tlog-tiles, "Log entries"). */
export const ENTRY_LIMIT = 0xffff

/** A bundle of 1 to 256 entries, each behind its length; throws a RangeError for more or for one that is too long. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0 || entries.length > TILE_WIDTH) throw new RangeError('a bundle holds 1 to 256 entries')
  return concatBytes(...entries.flatMap((entry) => [lengthOf(entry), entry]))
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length > ENTRY_LIMIT) throw new RangeError(`an entry has at most ${ENTRY_LIMIT} bytes, not ${length}`)
  return Uint8Array.of(length >> 8, length & 0xff)
}

/** The entries of a bundle of that width; undefined when it is cut, longer or holds another number. */
export function parseBundle(bundle: Uint8Array, width: number): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bundle.length && entries.length < width) {
    const start = at + 2
    at = start + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0))
    entries.push(bundle.subarray(start, at))
  }
  // A cut bundle leaves `at` beyond its end.
  return at === bundle.length && entries.length === width ? entries : undefined
}
