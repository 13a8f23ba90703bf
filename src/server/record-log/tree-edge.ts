import { formatBundle, parseBundle } from '#domain/record-log/bundle.ts'
import { leafHash } from '#domain/record-log/merkle.ts'
import { TILE_WIDTH, type Tile, tileAt, tilePath } from '#domain/record-log/tile.ts'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, rootOf } from '#domain/record-log/tree.ts'
import type { NamedFile } from '../blobs/named-files.ts'
import { sha256 } from './ed25519.ts'
import { frontierFromTiles, hashesOf, nameOf, type ReadTile } from './log-files.ts'
import { type MadeTile, TileRows } from './tile-rows.ts'

/** The right edge of the tree: what has to be known to append, and the tiles that appending makes. */
export class TreeEdge {
  #frontier: Frontier
  #bundle: Uint8Array[]
  readonly #rows: TileRows
  #bundles: MadeTile[] = []

  private constructor(frontier: Frontier, rows: TileRows, bundle: Uint8Array[]) {
    this.#frontier = frontier
    this.#rows = rows
    this.#bundle = bundle
  }

  /** Reads the edge of a log of that size from its tiles. */
  static async load(size: number, readTile: ReadTile): Promise<TreeEdge> {
    if (size === 0) return new TreeEdge(EMPTY_FRONTIER, new TileRows(), [])
    const levels: Uint8Array[][] = []
    for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
      const tile = tileAt(BigInt(size), level, BigInt(Math.floor(count / TILE_WIDTH)))
      levels.push(tile.width === 0 ? [] : hashesOf(await readTile(tile)))
    }
    const last: Tile = { ...tileAt(BigInt(size), 0, tileOf(size)), level: 'entries' }
    const bundle = last.width === 0 ? [] : await readEntries(last, readTile)
    return new TreeEdge(await frontierFromTiles(BigInt(size), readTile), new TileRows(levels), bundle)
  }

  get size(): number {
    return Number(this.#frontier.size)
  }

  root(): Uint8Array {
    return rootOf(sha256, this.#frontier)
  }

  /** Appends one entry; answers its hash (RFC 6962). */
  append(entry: Uint8Array): Uint8Array {
    const hash = leafHash(sha256, entry)
    const index = this.size
    this.#rows.push(hash, index)
    this.#frontier = appendLeaf(sha256, this.#frontier, hash)
    this.#bundle.push(entry)
    if (this.#bundle.length < TILE_WIDTH) return hash
    const tile: Tile = { level: 'entries', index: tileOf(index), width: TILE_WIDTH }
    this.#bundles.push({ tile, bytes: formatBundle(this.#bundle) })
    this.#bundle = []
    return hash
  }

  /** The files made since the last call, with the unfinished ones as they stand; `filled` names the folders of parts now whole. */
  takeFiles(): { readonly files: readonly NamedFile[]; readonly filled: readonly string[] } {
    const whole = [...this.#bundles, ...this.#rows.takeWhole()]
    this.#bundles = []
    const parts = [...this.#rows.unfinished(this.size), ...this.#lastBundle()]
    const files = [...whole, ...parts].map(({ tile, bytes }) => ({ name: nameOf(tile), bytes }))
    return { files, filled: whole.map(({ tile }) => `${nameOf(tile)}.p`) }
  }

  #lastBundle(): readonly MadeTile[] {
    if (this.#bundle.length === 0) return []
    const tile: Tile = { level: 'entries', index: tileOf(this.size), width: this.#bundle.length }
    return [{ tile, bytes: formatBundle(this.#bundle) }]
  }
}

const tileOf = (index: number): bigint => BigInt(Math.floor(index / TILE_WIDTH))

async function readEntries(tile: Tile, readTile: ReadTile): Promise<Uint8Array[]> {
  const entries = parseBundle(await readTile(tile), tile.width)
  if (!entries) throw new RangeError(`${tilePath(tile)} holds another number of entries`)
  return entries
}
