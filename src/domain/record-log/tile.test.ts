import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTRY_LIMIT, formatBundle, parseBundle } from './bundle.ts'
import { concatBytes, utf8 } from './bytes.ts'
import { type Digest, leafHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { bundlesOf, hashesFromTiles, hashInTile, parseTilePath, type Tile, tileAt, tilePath, tilesOf } from './tile.ts'
import { appendLeaf, EMPTY_FRONTIER, proveConsistency, proveInclusion, rootOf } from './tree.ts'

const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest()

test('paths are those of C2SP tlog-tiles', () => {
  const paths: [Tile, string][] = [
    [{ level: 0, index: 0n, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1234067n, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 2, index: 1000n, width: 1 }, 'tile/2/x001/000.p/1'],
    [{ level: 'entries', index: 273n, width: 112 }, 'tile/entries/273.p/112'],
    [{ level: 63, index: (1n << 56n) - 1n, width: 255 }, 'tile/63/x072/x057/x594/x037/x927/935.p/255'],
  ]
  for (const [tile, path] of paths) {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  }
})

test('a path that is not written that way is no tile', () => {
  const bad = [
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/234',
    'tile/0/x001/x234',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/../000',
    'tile/entries/000\n',
    'tile/data/000',
    'tile/0/x072/x057/x594/x037/x927/936',
    `tile/0/${'x001/'.repeat(50)}001`,
  ]
  expect(bad.filter((path) => parseTilePath(path))).toEqual([])
  fc.assert(
    fc.property(fc.string(), (path) => {
      const tile = parseTilePath(`tile/${path}`)
      return tile === undefined || tilePath(tile) === `tile/${path}`
    }),
  )
})

test('a tree of 70,000 has the tiles that C2SP counts', () => {
  const counts = new Map<string, number>()
  for (const { level, width } of tilesOf(0n, 70_000n)) {
    const key = `${level}:${width}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(Object.fromEntries(counts)).toEqual({ '0:256': 273, '0:112': 1, '1:256': 1, '1:17': 1, '2:1': 1 })
  expect([...tilesOf(0n, 256n)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
  expect([...tilesOf(70_000n, 70_000n)]).toEqual([])
  expect([...tilesOf(255n, 257n)].map(tilePath)).toEqual(['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1'])
  expect([...bundlesOf(255n, 257n)].map(tilePath)).toEqual(['tile/entries/000', 'tile/entries/001.p/1'])
})

const SIZE = 70_000
const leaves = Array.from({ length: SIZE }, (_, index) => leafHash(digest, utf8(`leaf ${index}`)))
const tiles = new Map<string, Uint8Array>()
const roots = new Map<number, Uint8Array>()
const SIZES = [1, 255, 256, 257, 4096, 65_535, 65_536, 65_537, SIZE]
build()

function build(): void {
  let [tree, from] = [EMPTY_FRONTIER, 0]
  for (const size of SIZES) {
    for (const leaf of leaves.slice(from, size)) tree = appendLeaf(digest, tree, leaf)
    roots.set(size, rootOf(digest, tree))
    for (const tile of tilesOf(BigInt(from), BigInt(size))) tiles.set(tilePath(tile), tileBytes(tile))
    from = size
  }
}

function tileBytes({ level, index, width }: Tile & { level: number }): Uint8Array {
  const first = Number(index) * 256
  if (level === 0) return concatBytes(...leaves.slice(first, first + width))
  const below = Array.from({ length: width }, (_, nth) =>
    tiles.get(tilePath({ level: level - 1, index: BigInt(first + nth), width: 256 })),
  )
  return concatBytes(...below.map((tile) => hashInTile(digest, tile ?? new Uint8Array(), 8, 0)))
}

const read = (tile: Tile): Uint8Array => tiles.get(tilePath(tile)) ?? new Uint8Array()

test('from tiles alone every proof of every published size can be made', async () => {
  for (const size of SIZES.map(BigInt)) {
    const hashAt = hashesFromTiles({ digest, size, readTile: read })
    const root = roots.get(Number(size)) ?? new Uint8Array()
    for (const index of [0n, size / 3n, size - 1n]) {
      const leaf = leaves[Number(index)] ?? root
      const proof = await proveInclusion({ digest, hashAt, index, size })
      expect(verifyInclusion({ digest, leaf, index, size, proof, root })).toBe(true)
    }
    for (const oldSize of SIZES.map(BigInt).filter((old) => old <= size)) {
      const proof = await proveConsistency({ digest, hashAt, oldSize, newSize: size })
      const oldRoot = roots.get(Number(oldSize)) ?? root
      expect(verifyConsistency({ digest, oldSize, newSize: size, proof, oldRoot, newRoot: root })).toBe(true)
    }
  }
})

test('one flipped bit in a tile that a proof needs makes the proof fail', async () => {
  const [size, index] = [BigInt(SIZE), 40_000n]
  const root = roots.get(SIZE) ?? new Uint8Array()
  const leaf = leaves[Number(index)] ?? root
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (bit) => {
      const touched = new Set<string>()
      const hashAt = hashesFromTiles({
        digest,
        size,
        readTile: (tile) => {
          const bytes = read(tile)
          const isTop = tile.level === 2
          if (!isTop) return bytes
          touched.add(tilePath(tile))
          return flip(bytes, bit % (bytes.length * 8))
        },
      })
      const proof = await proveInclusion({ digest, hashAt, index: 69_999n, size })
      expect(touched.size).toBe(1)
      const last = leaves[69_999] ?? leaf
      expect(verifyInclusion({ digest, leaf: last, index: 69_999n, size, proof, root })).toBe(false)
    }),
    { numRuns: 30 },
  )
})

test('a tile of another width is not read', async () => {
  const hashAt = hashesFromTiles({ digest, size: 300n, readTile: () => new Uint8Array(32) })
  await expect(proveInclusion({ digest, hashAt, index: 299n, size: 300n })).rejects.toThrow(RangeError)
  const wide = hashesFromTiles({ digest, size: 300n, readTile: () => new Uint8Array(8192) })
  await expect(wide(0, 299n)).rejects.toThrow('another width')
  expect(tileAt(300n, 1, 1n).width).toBe(0)
  expect(() => hashInTile(digest, new Uint8Array(64), 1, 1)).toThrow(RangeError)
  expect(() => hashInTile(digest, new Uint8Array(8192), 9, 0)).toThrow(RangeError)
})

test('entries come out of their bundle as they went in; a cut, longer or wrongly counted one is refused', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 }), (entries) => {
      const bundle = formatBundle(entries)
      expect(parseBundle(bundle, entries.length)).toEqual(entries)
      expect(parseBundle(bundle.slice(0, -1), entries.length)).toBeUndefined()
      expect(parseBundle(concatBytes(bundle, Uint8Array.of(0)), entries.length)).toBeUndefined()
      expect(parseBundle(bundle, entries.length + 1)).toBeUndefined()
      expect(parseBundle(bundle, entries.length - 1)).toBeUndefined()
    }),
    { numRuns: 60 },
  )
  expect(parseBundle(formatBundle([new Uint8Array(ENTRY_LIMIT)]), 1)?.[0]?.length).toBe(ENTRY_LIMIT)
  expect(() => formatBundle([new Uint8Array(ENTRY_LIMIT + 1)])).toThrow(RangeError)
  expect(() => formatBundle([])).toThrow(RangeError)
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}
