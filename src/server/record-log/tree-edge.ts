import { formatBundle, parseBundle } from '#domain/record-log/bundle.ts'
import { concatBytes } from '#domain/record-log/bytes.ts'
import { leafHash } from '#domain/record-log/merkle.ts'
import { hashesOf, hashInTile, TILE_WIDTH, type Tile, tileAt, tilePath } from '#domain/record-log/tile.ts'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, rootOf } from '#domain/record-log/tree.ts'
import type { NamedFile } from '../blobs/named-files.ts'
import { sha256 } from './ed25519.ts'
import { frontierFromTiles, nameOf, type ReadTile } from './log-files.ts'

/** The right edge of the tree: what has to be known to append, and the tiles that appending makes. */
export class TreeEdge {
  #frontier: Frontier = EMPTY_FRONTIER
  #bundle: Uint8Array[] = []
  /** For each level of tiles the hashes of its last, unfinished tile. */
  readonly #levels: Uint8Array[][] = []
  #done: NamedFile[] = []
  #filled: string[] = []

  /** Reads the edge of a log of that size from its tiles. */
  static async load(size: number, readTile: ReadTile): Promise<TreeEdge> {
    const edge = new TreeEdge()
    edge.#frontier = await frontierFromTiles(BigInt(size), readTile)
    for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
      const tile = tileAt(BigInt(size), level, BigInt(Math.floor(count / TILE_WIDTH)))
      edge.#levels.push(tile.width === 0 ? [] : hashesOf(await readTile(tile)))
      if (level === 0 && tile.width > 0) edge.#bundle = await readEntries({ ...tile, level: 'entries' }, readTile)
    }
    return edge
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
    this.#bundle.push(entry)
    this.#frontier = appendLeaf(sha256, this.#frontier, hash)
    if (this.#bundle.length === TILE_WIDTH) this.#endBundle(index)
    this.#push(0, hash, index)
    return hash
  }

  /** The files made since the last call, with the unfinished ones as they stand; `filled` names the folders of parts now whole. */
  takeFiles(): { readonly files: readonly NamedFile[]; readonly filled: readonly string[] } {
    const files = [...this.#done, ...this.#unfinished()]
    const filled = this.#filled
    this.#done = []
    this.#filled = []
    return { files, filled }
  }

  #endBundle(index: number): void {
    this.#finish({ level: 'entries', index: tileOf(index), width: TILE_WIDTH }, formatBundle(this.#bundle))
    this.#bundle = []
  }

  #push(level: number, hash: Uint8Array, index: number): void {
    const hashes = this.#levels[level] ?? []
    this.#levels[level] = hashes
    hashes.push(hash)
    if (hashes.length < TILE_WIDTH) return
    const bytes = concatBytes(...hashes)
    this.#levels[level] = []
    this.#finish({ level, index: tileOf(index), width: TILE_WIDTH }, bytes)
    this.#push(level + 1, hashInTile(sha256, bytes, 8, 0), Math.floor(index / TILE_WIDTH))
  }

  #finish(tile: Tile, bytes: Uint8Array): void {
    this.#done.push({ name: nameOf(tile), bytes })
    this.#filled.push(`log/${tilePath(tile)}.p`)
  }

  #unfinished(): NamedFile[] {
    const size = this.#frontier.size
    const files: NamedFile[] = []
    this.#levels.forEach((hashes, level) => {
      if (hashes.length === 0) return
      const index = size >> BigInt(8 * (level + 1))
      files.push({ name: nameOf({ level, index, width: hashes.length }), bytes: concatBytes(...hashes) })
    })
    if (this.#bundle.length === 0) return files
    const bundle: Tile = { level: 'entries', index: size >> 8n, width: this.#bundle.length }
    return [...files, { name: nameOf(bundle), bytes: formatBundle(this.#bundle) }]
  }
}

const tileOf = (index: number): bigint => BigInt(Math.floor(index / TILE_WIDTH))

async function readEntries(tile: Tile, readTile: ReadTile): Promise<Uint8Array[]> {
  const entries = parseBundle(await readTile(tile), tile.width)
  if (!entries) throw new RangeError(`${tilePath(tile)} holds another number of entries`)
  return entries
}
