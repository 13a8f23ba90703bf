import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Digest, emptyRoot, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import {
  appendLeaf,
  appendSubtree,
  EMPTY_FRONTIER,
  frontierAt,
  proveConsistency,
  proveInclusion,
  rootOf,
} from './tree.ts'

const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest()

const rooted = new Map<string, Uint8Array>()
const kept = (key: string, make: () => Uint8Array): Uint8Array => {
  const known = rooted.get(key) ?? make()
  rooted.set(key, known)
  return known
}

const leafAt = (index: number): Uint8Array => kept(`${index}`, () => leafHash(digest, Buffer.from(`leaf ${index}`)))

/** MTH(D[start:end]) of RFC 6962, section 2.1, as it is written there. */
function naiveRoot(start: number, end: number): Uint8Array {
  if (start === end) return emptyRoot(digest)
  if (end - start === 1) return leafAt(start)
  const middle = start + naiveSplit(end - start)
  return kept(`${start}-${end}`, () => nodeHash(digest, naiveRoot(start, middle), naiveRoot(middle, end)))
}

/** PATH of section 2.1.1. */
function naivePath(index: number, start: number, end: number): Uint8Array[] {
  if (end - start === 1) return []
  const middle = start + naiveSplit(end - start)
  return index < middle
    ? [...naivePath(index, start, middle), naiveRoot(middle, end)]
    : [...naivePath(index, middle, end), naiveRoot(start, middle)]
}

/** SUBPROOF of section 2.1.2. */
function naiveSubproof(old: number, start: number, end: number, isWhole: boolean): Uint8Array[] {
  if (old === end) return isWhole ? [] : [naiveRoot(start, end)]
  const middle = start + naiveSplit(end - start)
  return old <= middle
    ? [...naiveSubproof(old, start, middle, isWhole), naiveRoot(middle, end)]
    : [...naiveSubproof(old, middle, end, false), naiveRoot(start, middle)]
}

const naiveSplit = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

const hashAt = (level: number, index: bigint): Uint8Array => {
  const start = Number(index) * 2 ** level
  return naiveRoot(start, start + 2 ** level)
}

const leavesOf = (size: number): Uint8Array[] => Array.from({ length: size }, (_, index) => leafAt(index))

const grow = (size: number) => leavesOf(size).reduce((tree, leaf) => appendLeaf(digest, tree, leaf), EMPTY_FRONTIER)

test('a tree grown leaf by leaf has the root that RFC 6962 defines, at every size to 70', () => {
  let tree = EMPTY_FRONTIER
  for (let size = 0; size <= 70; size++) {
    expect(rootOf(digest, tree)).toEqual(naiveRoot(0, size))
    tree = appendLeaf(digest, tree, leafAt(size))
  }
})

test('every leaf of every tree to 70 has the path of RFC 6962, and it verifies there and nowhere else', async () => {
  for (let size = 1; size <= 70; size++) {
    const root = naiveRoot(0, size)
    for (let index = 0; index < size; index++) {
      const proof = await proveInclusion({ digest, hashAt, index: BigInt(index), size: BigInt(size) })
      expect(proof).toEqual(naivePath(index, 0, size))
      const claim = { digest, leaf: leafAt(index), size: BigInt(size), proof, root }
      expect(verifyInclusion({ ...claim, index: BigInt(index) })).toBe(true)
      expect(verifyInclusion({ ...claim, index: BigInt((index + 1) % (size + 1)) })).toBe(false)
    }
  }
})

test('every tree to 70 proves that it grew from every smaller one, and from no other', async () => {
  const roots = Array.from({ length: 71 }, (_, size) => naiveRoot(0, size))
  const other = leafHash(digest, Buffer.from('another tree'))
  for (let newSize = 1; newSize <= 70; newSize++) {
    for (let oldSize = 1; oldSize <= newSize; oldSize++) {
      const sizes = { oldSize: BigInt(oldSize), newSize: BigInt(newSize) }
      const proof = await proveConsistency({ digest, hashAt, ...sizes })
      expect(proof).toEqual(naiveSubproof(oldSize, 0, newSize, true))
      const [oldRoot, newRoot] = [roots[oldSize] ?? other, roots[newSize] ?? other]
      expect(verifyConsistency({ digest, ...sizes, proof, oldRoot, newRoot })).toBe(true)
      expect(verifyConsistency({ digest, ...sizes, proof, oldRoot: other, newRoot })).toBe(false)
      expect(verifyConsistency({ digest, ...sizes, proof, oldRoot, newRoot: other })).toBe(false)
    }
  }
})

test('larger trees prove both, whatever the sizes', async () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 }))
  await fc.assert(
    fc.asyncProperty(pair, async (sizes) => {
      const [small, large] = [Math.min(...sizes), Math.max(...sizes)]
      const [oldSize, size] = [BigInt(small), BigInt(large)]
      const [oldRoot, root] = [naiveRoot(0, small), naiveRoot(0, large)]
      const path = await proveInclusion({ digest, hashAt, index: oldSize - 1n, size })
      expect(verifyInclusion({ digest, leaf: leafAt(small - 1), index: oldSize - 1n, size, proof: path, root })).toBe(
        true,
      )
      const proof = await proveConsistency({ digest, hashAt, oldSize, newSize: size })
      expect(verifyConsistency({ digest, oldSize, newSize: size, proof, oldRoot, newRoot: root })).toBe(true)
      expect(rootOf(digest, await frontierAt({ size, hashAt }))).toEqual(root)
    }),
    { numRuns: 40 },
  )
})

test('one flipped bit in leaf, path or root, one hash more or less: refused', async () => {
  const [size, index] = [45n, 37n]
  const root = rootOf(digest, grow(45))
  const proof = await proveInclusion({ digest, hashAt, index, size })
  const claim = { digest, leaf: leafAt(37), index, size, proof, root }
  const parts = [claim.leaf, claim.root, ...proof]
  fc.assert(
    fc.property(fc.nat(parts.length - 1), fc.nat(255), (which, bit) => {
      const [leaf = root, flippedRoot = root, ...path] = parts.map((part, nth) =>
        nth === which ? flip(part, bit) : part,
      )
      expect(verifyInclusion({ ...claim, leaf, root: flippedRoot, proof: path })).toBe(false)
    }),
  )
  expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false)
  expect(verifyInclusion({ ...claim, proof: [...proof, root] })).toBe(false)
  expect(verifyInclusion(claim)).toBe(true)
})

test('claims of absurd size are refused at once', () => {
  const leaf = leafAt(0)
  const many = Array.from({ length: 100_000 }, () => leaf)
  expect(verifyInclusion({ digest, leaf, index: 0n, size: 1n << 64n, proof: many, root: leaf })).toBe(false)
  expect(verifyInclusion({ digest, leaf, index: -1n, size: 1n, proof: [], root: leaf })).toBe(false)
  expect(verifyInclusion({ digest, leaf, index: 0n, size: 1n << 63n, proof: many, root: leaf })).toBe(false)
  const roots = { oldRoot: leaf, newRoot: leaf }
  expect(verifyConsistency({ digest, oldSize: 1n, newSize: 1n << 200n, proof: many, ...roots })).toBe(false)
  expect(verifyConsistency({ digest, oldSize: -3n, newSize: 2n, proof: [], ...roots })).toBe(false)
})

test('what cannot be proved is not asked for', async () => {
  await expect(proveInclusion({ digest, hashAt, index: 5n, size: 5n })).rejects.toThrow(RangeError)
  await expect(proveConsistency({ digest, hashAt, oldSize: 0n, newSize: 5n })).rejects.toThrow(RangeError)
  await expect(proveConsistency({ digest, hashAt, oldSize: 6n, newSize: 5n })).rejects.toThrow(RangeError)
  expect(() => appendSubtree(digest, grow(3), leafAt(0), 1)).toThrow(RangeError)
})

test('whole subtrees and single leaves grow the same tree', () => {
  const tree = appendSubtree(digest, grow(4), hashAt(2, 1n), 2)
  expect(tree).toEqual(grow(8))
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}
