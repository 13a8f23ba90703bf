import { TILE_WIDTH, type Tile } from '#domain/record-log/tile.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import { BATCH } from './integrate.ts'
import { nameOf } from './log-files.ts'

/**
 * Removes what was written for leaves above a size and never stood under a published checkpoint: a process ended between
 * writing and publishing, and the leaves that come now are others.
 */
export async function removeBeyond(files: Pick<NamedFiles, 'remove'>, size: number): Promise<void> {
  for (const level of ['entries', 0, 1, 2, 3] as const) {
    for (const tile of tilesBeyond(level, size)) await files.remove(nameOf(tile))
  }
}

/** Every tile of the level that a batch above that size could have left. */
function* tilesBeyond(level: Tile['level'], size: number): Generator<Tile> {
  const per = level === 'entries' ? 1 : TILE_WIDTH ** level
  const [count, end] = [Math.floor(size / per), Math.floor((size + BATCH) / per)]
  for (let nth = count; nth < end + TILE_WIDTH; nth += 1) {
    yield { level, index: BigInt(Math.floor(nth / TILE_WIDTH)), width: (nth % TILE_WIDTH) + 1 }
  }
}
