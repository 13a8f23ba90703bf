import { equalBytes } from './bytes.ts'

/** SHA-256 from wherever the caller runs: node:crypto, a browser, a pure library; it neither keeps nor changes its input. */
export type Digest = (bytes: Uint8Array) => Uint8Array

/** Bytes of a hash: the tree of C2SP logs is fixed to SHA-256. */
export const HASH_LENGTH = 32

/** A tree holds fewer leaves than this; what claims more is not looked at. */
export const SIZE_LIMIT = 1n << 64n

// An array above 64 bytes costs more to make than to hash, so the input of short hashes is written into these.
const leafInput = new Uint8Array(1024)
const pairInput = Uint8Array.of(1, ...new Uint8Array(2 * HASH_LENGTH))

/** Hash of one entry (RFC 6962, section 2.1). */
export function leafHash(digest: Digest, data: Uint8Array): Uint8Array {
  const length = 1 + data.length
  const input = length > leafInput.length ? new Uint8Array(length) : leafInput.subarray(0, length)
  input.set(data, 1)
  return digest(input)
}

/** Hash over two subtrees, each of 32 bytes (RFC 6962, section 2.1). */
export function nodeHash(digest: Digest, left: Uint8Array, right: Uint8Array): Uint8Array {
  pairInput.set(left, 1)
  pairInput.set(right, 1 + HASH_LENGTH)
  return digest(pairInput)
}

/** The same for hashes that stand one behind the other. */
export function pairHash(digest: Digest, pair: Uint8Array): Uint8Array {
  pairInput.set(pair, 1)
  return digest(pairInput)
}

/** Root of the tree without leaves (RFC 6962, section 2.1). */
export const emptyRoot = (digest: Digest): Uint8Array => digest(new Uint8Array())

export type Inclusion = {
  readonly digest: Digest
  readonly leaf: Uint8Array
  readonly index: bigint
  readonly size: bigint
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether the leaf stands at that index of the tree with that root (RFC 6962, section 2.1.1; RFC 9162, section 2.1.3.2); never throws. */
export function verifyInclusion({ digest, leaf, index, size, proof, root }: Inclusion): boolean {
  if (index < 0n || index >= size || size >= SIZE_LIMIT || !areHashes([leaf, root, ...proof])) return false
  const inner = bitLength(index ^ (size - 1n))
  const border = onesIn(index >> BigInt(inner))
  if (proof.length !== inner + border) return false
  const top = climb(digest, leaf, proof.slice(0, inner), index)
  return equalBytes(leftOf(digest, top, proof.slice(inner)), root)
}

export type Consistency = {
  readonly digest: Digest
  readonly oldSize: bigint
  readonly newSize: bigint
  readonly proof: readonly Uint8Array[]
  readonly oldRoot: Uint8Array
  readonly newRoot: Uint8Array
}

/**
 * Whether the new tree begins with the old one (RFC 6962, section 2.1.2; RFC 9162, section 2.1.4.2); never throws.
 * From an empty tree everything grows, so that claim proves nothing and is refused.
 */
export function verifyConsistency(claim: Consistency): boolean {
  const { oldSize, newSize, proof, oldRoot, newRoot } = claim
  if (oldSize <= 0n || oldSize > newSize || newSize >= SIZE_LIMIT) return false
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot)
  return areHashes([oldRoot, newRoot, ...proof]) && isGrown(claim)
}

function isGrown({ digest, oldSize, newSize, proof, oldRoot, newRoot }: Consistency): boolean {
  // The old tree's rightmost perfect subtree is where both paths meet; when it is the whole old tree the proof leaves it out.
  const shift = trailingZeros(oldSize)
  const isPerfect = oldSize === 1n << BigInt(shift)
  const seed = isPerfect ? oldRoot : proof[0]
  const rest = isPerfect ? proof : proof.slice(1)
  const index = (oldSize - 1n) >> BigInt(shift)
  const inner = bitLength((oldSize - 1n) ^ (newSize - 1n)) - shift
  const border = onesIn(index >> BigInt(inner))
  if (!seed || rest.length !== inner + border) return false
  const [climbed, outer] = [rest.slice(0, inner), rest.slice(inner)]
  const oldTop = climbLeft(digest, seed, climbed, index)
  if (!equalBytes(leftOf(digest, oldTop, outer), oldRoot)) return false
  return equalBytes(leftOf(digest, climb(digest, seed, climbed, index), outer), newRoot)
}

/** From a node to the top, its index telling on which side each sibling stands. */
function climb(digest: Digest, seed: Uint8Array, proof: readonly Uint8Array[], index: bigint): Uint8Array {
  return proof.reduce((node, sibling, level) => {
    const isLeft = ((index >> BigInt(level)) & 1n) === 0n
    return isLeft ? nodeHash(digest, node, sibling) : nodeHash(digest, sibling, node)
  }, seed)
}

/** The same with only the left siblings: the tree as it was before anything stood to the right. */
function climbLeft(digest: Digest, seed: Uint8Array, proof: readonly Uint8Array[], index: bigint): Uint8Array {
  const isRight = (_: Uint8Array, level: number) => ((index >> BigInt(level)) & 1n) === 1n
  return leftOf(digest, seed, proof.filter(isRight))
}

const leftOf = (digest: Digest, seed: Uint8Array, lefts: readonly Uint8Array[]): Uint8Array =>
  lefts.reduce((node, left) => nodeHash(digest, left, node), seed)

// At most 64 levels below the root and 64 on the right border.
const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.length <= 130 && hashes.every((hash) => hash.length === HASH_LENGTH)

const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length)

const onesIn = (value: bigint): number => value.toString(2).replaceAll('0', '').length

const trailingZeros = (value: bigint): number => bitLength(value & -value) - 1
