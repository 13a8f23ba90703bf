import { type Digest, emptyRoot, nodeHash, SIZE_LIMIT } from './merkle.ts'

/** The roots of the perfect subtrees a tree consists of, largest (leftmost) first: all that growing it needs. */
export type Frontier = { readonly size: bigint; readonly hashes: readonly Uint8Array[] }

export const EMPTY_FRONTIER: Frontier = { size: 0n, hashes: [] }

/** The tree with one more leaf at its right end (RFC 6962, section 2.1). */
export const appendLeaf = (digest: Digest, frontier: Frontier, leaf: Uint8Array): Frontier =>
  appendSubtree(digest, frontier, leaf, 0)

/** The tree with a perfect subtree of 2^level leaves at its right end; throws a RangeError unless its size is a multiple of that. */
export function appendSubtree(digest: Digest, frontier: Frontier, root: Uint8Array, level: number): Frontier {
  const [width, hashes] = [1n << BigInt(level), [...frontier.hashes]]
  if (frontier.size % width !== 0n) throw new RangeError(`a subtree of ${width} leaves cannot follow ${frontier.size}`)
  let node = root
  for (let rest = frontier.size / width; rest % 2n === 1n; rest /= 2n) node = nodeHash(digest, last(hashes), node)
  return { size: frontier.size + width, hashes: [...hashes, node] }
}

function last(hashes: Uint8Array[]): Uint8Array {
  const hash = hashes.pop()
  if (!hash) throw new RangeError('a frontier holds one hash for each bit of its size')
  return hash
}

/** Merkle tree hash (RFC 6962, section 2.1). */
export function rootOf(digest: Digest, { hashes }: Frontier): Uint8Array {
  const [root, ...others] = hashes.toReversed()
  if (!root) return emptyRoot(digest)
  return others.reduce((right, left) => nodeHash(digest, left, right), root)
}

/** Root of the perfect subtree over leaves [index·2^level, (index+1)·2^level), from memory, tiles or a database. */
export type HashAt = (level: number, index: bigint) => Uint8Array | Promise<Uint8Array>

type Span = { readonly start: bigint; readonly end: bigint }
type Stored = { readonly digest: Digest; readonly hashAt: HashAt }

/** PATH(index, D[size]) of RFC 6962, section 2.1.1, from the leaf's sibling up; throws a RangeError for an index outside the tree. */
export async function proveInclusion(ask: Stored & { index: bigint; size: bigint }): Promise<Uint8Array[]> {
  const { index, size } = ask
  if (index < 0n || index >= size || size >= SIZE_LIMIT) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const { beside } = descend(size, {
    isThere: ({ start, end }) => end - start === 1n,
    isLeft: (middle) => index < middle,
  })
  return rootsOf(ask, beside)
}

/** PROOF(oldSize, D[newSize]) of RFC 6962, section 2.1.2; throws a RangeError unless 0 < oldSize ≤ newSize. */
export async function proveConsistency(ask: Stored & { oldSize: bigint; newSize: bigint }): Promise<Uint8Array[]> {
  const { oldSize, newSize } = ask
  if (oldSize <= 0n || oldSize > newSize || newSize >= SIZE_LIMIT) {
    throw new RangeError(`a tree of ${newSize} does not grow from one of ${oldSize}`)
  }
  const { beside, found } = descend(newSize, {
    isThere: ({ end }) => end === oldSize,
    isLeft: (middle) => oldSize <= middle,
  })
  // A whole old tree is known to who asks; a part of it is not.
  return rootsOf(ask, found.start === 0n ? beside : [found, ...beside])
}

/** From the root down to a subtree: that subtree, and what stood beside the way, nearest first. */
function descend(
  size: bigint,
  way: { isThere(span: Span): boolean; isLeft(middle: bigint): boolean },
): { found: Span; beside: Span[] } {
  const beside: Span[] = []
  let found: Span = { start: 0n, end: size }
  while (!way.isThere(found)) {
    const middle = found.start + splitOf(found.end - found.start)
    const [left, right] = [
      { start: found.start, end: middle },
      { start: middle, end: found.end },
    ] as const
    beside.unshift(way.isLeft(middle) ? right : left)
    found = way.isLeft(middle) ? left : right
  }
  return { found, beside }
}

/** The frontier of a stored tree at that size. */
export async function frontierAt({ size, hashAt }: { size: bigint; hashAt: HashAt }): Promise<Frontier> {
  return { size, hashes: await Promise.all(perfectParts({ start: 0n, end: size }).map((part) => hashAt(...part))) }
}

async function rootsOf({ digest, hashAt }: Stored, spans: readonly Span[]): Promise<Uint8Array[]> {
  return Promise.all(
    spans.map(async (span) => {
      const hashes = await Promise.all(perfectParts(span).map((part) => hashAt(...part)))
      return rootOf(digest, { size: span.end - span.start, hashes })
    }),
  )
}

/** A span that starts at a multiple of its largest power of two, as perfect subtrees from left to right: [level, index]. */
function perfectParts({ start, end }: Span): [number, bigint][] {
  const parts: [number, bigint][] = []
  for (let at = start; at < end; ) {
    const level = bitLength(end - at) - 1
    parts.push([level, at >> BigInt(level)])
    at += 1n << BigInt(level)
  }
  return parts
}

/** The largest power of two smaller than a size of at least 2. */
const splitOf = (size: bigint): bigint => 1n << BigInt(bitLength(size - 1n) - 1)

const bitLength = (value: bigint): number => value.toString(2).length
