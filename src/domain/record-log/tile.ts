import { type Digest, HASH_LENGTH, pairHash, SIZE_LIMIT } from './merkle.ts'
import type { HashAt } from './tree.ts'

/** Hashes in a full tile: 8 levels of the tree (C2SP tlog-tiles). */
export const TILE_WIDTH = 256
const TILE_HEIGHT = 8
const TILE_BITS = 8n

/** A tile of hashes at level 0…63, or the bundle of entries below a tile of level 0; a width below 256 is partial. */
export type Tile = { readonly level: number | 'entries'; readonly index: bigint; readonly width: number }

/** Path below the log's prefix, such as `tile/0/x001/234.p/56` (C2SP tlog-tiles, "Merkle Tree"). */
export function tilePath({ level, index, width }: Tile): string {
  const digits = index.toString()
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.replace(/\d{3}(?=\d)/g, 'x$&/')
  return `tile/${level}/${groups}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,6}\d{3})(?:\.p\/(\d{1,3}))?$/

/** The tile of a path; undefined for any text that `tilePath` does not write. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level = '', groups = '', partial] = PATH.exec(path) ?? []
  if (groups === '') return undefined
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: BigInt(groups.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  }
  return isPossible(tile) && tilePath(tile) === path ? tile : undefined
}

function isPossible({ level, index, width }: Tile): boolean {
  const height = level === 'entries' ? 0 : level
  return height <= 63 && width > 0 && index < SIZE_LIMIT >> TILE_BITS
}

/** All hash tiles that a tree of newSize has and one of oldSize had not, lowest level first, partial ones included. */
export function* tilesOf(oldSize: bigint, newSize: bigint): Generator<Tile & { readonly level: number }> {
  for (let level = 0; newSize >> (TILE_BITS * BigInt(level)) > 0n; level++) {
    const shift = TILE_BITS * BigInt(level)
    for (const part of grown(oldSize >> shift, newSize >> shift)) yield { level, ...part }
  }
}

/** All bundles of entries that a log of newSize has and one of oldSize had not. */
export function* bundlesOf(oldSize: bigint, newSize: bigint): Generator<Tile & { readonly level: 'entries' }> {
  for (const part of grown(oldSize, newSize)) yield { level: 'entries', ...part }
}

function* grown(oldCount: bigint, newCount: bigint): Generator<{ index: bigint; width: number }> {
  if (oldCount >= newCount) return
  for (let index = oldCount >> TILE_BITS; index << TILE_BITS < newCount; index++) {
    const left = newCount - (index << TILE_BITS)
    yield { index, width: left < TILE_WIDTH ? Number(left) : TILE_WIDTH }
  }
}

/** Hash `height` levels above the tile's hashes, the nth from the left; throws a RangeError when the tile does not reach that far. */
export function hashInTile(digest: Digest, tile: Uint8Array, height: number, nth: number): Uint8Array {
  const width = HASH_LENGTH << height
  if (height > TILE_HEIGHT || (nth + 1) * width > tile.length) throw new RangeError('the tile does not hold that hash')
  let hashes: Uint8Array = tile.slice(nth * width, (nth + 1) * width)
  while (hashes.length > HASH_LENGTH) hashes = pairUp(digest, hashes)
  return hashes
}

/** The level above: half as many hashes, one behind the other. */
function pairUp(digest: Digest, hashes: Uint8Array): Uint8Array {
  const above = new Uint8Array(hashes.length / 2)
  for (let at = 0; at < above.length; at += HASH_LENGTH) {
    above.set(pairHash(digest, hashes.subarray(2 * at, 2 * (at + HASH_LENGTH))), at)
  }
  return above
}

/** The hashes of a tile, left to right. */
export function hashesOf(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.floor(tile.length / HASH_LENGTH) }, (_, nth) =>
    tile.slice(nth * HASH_LENGTH, (nth + 1) * HASH_LENGTH),
  )
}

/** Reads hashes of a tree of that size out of its tiles; throws a RangeError when `readTile` gives one of another width. */
export function hashesFromTiles(ask: {
  readonly digest: Digest
  readonly size: bigint
  readonly readTile: (tile: Tile) => Uint8Array | Promise<Uint8Array>
}): HashAt {
  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT)
    const height = level % TILE_HEIGHT
    const perTile = BigInt(TILE_WIDTH >> height)
    const tile = tileAt(ask.size, tileLevel, index / perTile)
    const bytes = await ask.readTile(tile)
    if (bytes.length !== tile.width * HASH_LENGTH) throw new RangeError(`${tilePath(tile)} has another width`)
    return hashInTile(ask.digest, bytes, height, Number(index % perTile))
  }
}

/** That tile as wide as it is in a tree of that size; width 0 when it has none. */
export function tileAt(size: bigint, level: number, index: bigint): Tile & { readonly level: number } {
  const left = (size >> (TILE_BITS * BigInt(level))) - (index << TILE_BITS)
  const width = left < 0n ? 0 : Number(left < TILE_WIDTH ? left : TILE_WIDTH)
  return { level, index, width }
}
