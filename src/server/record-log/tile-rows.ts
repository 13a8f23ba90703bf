import { concatBytes } from '#domain/record-log/bytes.ts'
import { hashInTile, TILE_WIDTH, type Tile } from '#domain/record-log/tile.ts'
import { sha256 } from './ed25519.ts'

export type MadeTile = { readonly tile: Tile; readonly bytes: Uint8Array }

/** The hash tiles of a tree as it grows by one leaf hash after another. */
export class TileRows {
  /** For each level the hashes of its last, unfinished tile. */
  readonly #levels: Uint8Array[][]
  #made: MadeTile[] = []

  constructor(levels: readonly (readonly Uint8Array[])[] = []) {
    this.#levels = levels.map((hashes) => [...hashes])
  }

  push(hash: Uint8Array, index: number): void {
    this.#push(0, hash, index)
  }

  /** The tiles that became whole since the last call. */
  takeWhole(): readonly MadeTile[] {
    const made = this.#made
    this.#made = []
    return made
  }

  /** The last tile of each level as it stands in a tree of that size. */
  unfinished(size: number): readonly MadeTile[] {
    return this.#levels.flatMap((hashes, level) => {
      const index = BigInt(size) >> BigInt(8 * (level + 1))
      const tile: Tile = { level, index, width: hashes.length }
      return hashes.length === 0 ? [] : [{ tile, bytes: concatBytes(...hashes) }]
    })
  }

  #push(level: number, hash: Uint8Array, index: number): void {
    const hashes = this.#levels[level] ?? []
    this.#levels[level] = hashes
    hashes.push(hash)
    if (hashes.length < TILE_WIDTH) return
    const bytes = concatBytes(...hashes)
    const parent = Math.floor(index / TILE_WIDTH)
    this.#levels[level] = []
    this.#made.push({ tile: { level, index: BigInt(parent), width: TILE_WIDTH }, bytes })
    this.#push(level + 1, hashInTile(sha256, bytes, 8, 0), parent)
  }
}
