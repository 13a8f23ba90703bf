import { parseBundle } from '#domain/record-log/bundle.ts'
import { HASH_LENGTH } from '#domain/record-log/merkle.ts'
import { hashesFromTiles, TILE_WIDTH, type Tile, tilePath } from '#domain/record-log/tile.ts'
import { type Frontier, frontierAt } from '#domain/record-log/tree.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import { sha256 } from './ed25519.ts'

export const CHECKPOINT = 'log/checkpoint'
export const VKEY = 'log/vkey'
/** The newest checkpoint with the quorum of witnesses. */
export const COSIGNED = 'log/checkpoint.cosigned'
export const POLICY = 'log/policy'
/** The newest checkpoint with a time stamp; the stamps lie beside each other under their sizes. */
export const STAMPED = 'log/timestamp'
export const stampName = (size: number): string => `log/timestamps/${size}`

export const nameOf = (tile: Tile): string => `log/${tilePath(tile)}`

/** Bytes of a tile or bundle, exactly as wide as asked. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array>

/** A tile is not there, or is not what its width says. */
export class TileFault extends Error {
  readonly file: string
  constructor(file: string) {
    super(`${file} is missing or has another width`)
    this.file = file
  }
}

/** Reads tiles of the log; of a part that was removed since its tile is whole, the beginning of the whole one. */
export function tileReader(files: Pick<NamedFiles, 'read'>): ReadTile {
  return async (tile) => {
    const part = await files.read(nameOf(tile))
    const bytes = part ?? (await files.read(nameOf({ ...tile, width: TILE_WIDTH })))
    const cut = bytes && (part ? bytes : beginningOf(bytes, tile))
    if (!cut || (tile.level !== 'entries' && cut.length !== tile.width * HASH_LENGTH)) throw new TileFault(nameOf(tile))
    return cut
  }
}

function beginningOf(bytes: Uint8Array, { level, width }: Tile): Uint8Array | undefined {
  if (level !== 'entries') return bytes.subarray(0, width * HASH_LENGTH)
  const entries = parseBundle(bytes, TILE_WIDTH)?.slice(0, width)
  return (
    entries &&
    bytes.subarray(
      0,
      entries.reduce((length, entry) => length + 2 + entry.length, 0),
    )
  )
}

/** The frontier of a tree of that size, from its tiles alone; each tile is read once. */
export function frontierFromTiles(size: bigint, readTile: ReadTile): Promise<Frontier> {
  return frontierAt({ size, hashAt: hashesFromTiles({ digest: sha256, size, readTile: onceEach(readTile) }) })
}

/** Remembers what was read: neighbouring hashes lie in the same tile. */
export function onceEach(readTile: ReadTile): ReadTile {
  const read = new Map<string, Promise<Uint8Array>>()
  return (tile) => {
    const path = tilePath(tile)
    const known = read.get(path) ?? readTile(tile)
    read.set(path, known)
    return known
  }
}

/** The hashes of a tile, left to right. */
export function hashesOf(tile: Uint8Array): Uint8Array[] {
  const count = Math.floor(tile.length / HASH_LENGTH)
  return Array.from({ length: count }, (_, nth) => tile.subarray(nth * HASH_LENGTH, (nth + 1) * HASH_LENGTH))
}
