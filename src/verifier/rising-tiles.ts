import { concatBytes } from '#domain/record-log/bytes.ts'
import type { Digest } from '#domain/record-log/merkle.ts'
import { hashInTile, TILE_WIDTH, type Tile } from '#domain/record-log/tile.ts'

/** A tile as it has to be, recomputed from what lies below it. */
export type DueTile = { readonly tile: Tile; readonly bytes: Uint8Array }

/** Rebuilds the tiles of all levels while leaf hashes come in from the left; holds one unfinished tile for each level. */
export class RisingTiles {
  readonly #digest: Digest
  readonly #levels: { hashes: Uint8Array[]; index: bigint }[] = []

  constructor(digest: Digest) {
    this.#digest = digest
  }

  /** The root of the full tile at level 0, and the tiles above that it completes. */
  addTile(leaves: Uint8Array): { root: Uint8Array; completed: DueTile[] } {
    const root = hashInTile(this.#digest, leaves, 8, 0)
    const completed: DueTile[] = []
    this.#add(1, root, completed)
    return { root, completed }
  }

  #add(level: number, hash: Uint8Array, completed: DueTile[]): void {
    this.#levels[level - 1] ??= { hashes: [], index: 0n }
    const rising = this.#levels[level - 1]
    rising?.hashes.push(hash)
    if (rising?.hashes.length !== TILE_WIDTH) return
    const bytes = concatBytes(...rising.hashes)
    completed.push({ tile: { level, index: rising.index, width: TILE_WIDTH }, bytes })
    this.#levels[level - 1] = { hashes: [], index: rising.index + 1n }
    this.#add(level + 1, hashInTile(this.#digest, bytes, 8, 0), completed)
  }

  /** The partial tiles at the right border, when no more leaves come. */
  rest(): DueTile[] {
    return this.#levels.flatMap(({ hashes, index }, at) =>
      hashes.length === 0
        ? []
        : [{ tile: { level: at + 1, index, width: hashes.length }, bytes: concatBytes(...hashes) }],
    )
  }
}
