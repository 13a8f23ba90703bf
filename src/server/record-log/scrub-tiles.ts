import { parseBundle } from '#domain/record-log/bundle.ts'
import { equalBytes } from '#domain/record-log/bytes.ts'
import { HASH_LENGTH, leafHash } from '#domain/record-log/merkle.ts'
import { hashInTile, TILE_WIDTH, type Tile, tileAt } from '#domain/record-log/tile.ts'
import { rootOf } from '#domain/record-log/tree.ts'
import { sha256 } from './ed25519.ts'
import { frontierFromTiles, hashesOf, nameOf, onceEach, type ReadTile, TileFault } from './log-files.ts'
import type { Head } from './log-rows.ts'
import { finding, type ScrubFinding, type Tell } from './scrub-finding.ts'
import type { MadeTile } from './tile-rows.ts'

/** The tiles under one signed head, and which of them the signature vouches for. */
export class SignedTiles {
  readonly #head: Head
  readonly #read: ReadTile
  #isEdgeSigned: Promise<boolean> | undefined

  constructor(head: Head, read: ReadTile) {
    this.#head = head
    this.#read = read
  }

  /** A tile or bundle of the signed tree; undefined when it is missing or of another width. */
  async read(tile: Tile): Promise<Uint8Array | undefined> {
    try {
      return await this.#read(tile)
    } catch (error) {
      if (error instanceof TileFault) return undefined
      throw error
    }
  }

  /** Whether the tile's own bytes lead up to the signed root: a whole one by its parents, those of the edge all together. */
  async isSigned(level: number, index: bigint): Promise<boolean> {
    const tile = tileAt(BigInt(this.#head.size), level, index)
    if (tile.width < TILE_WIDTH) return this.#edge()
    const bytes = await this.read(tile)
    const parent = tileAt(BigInt(this.#head.size), level + 1, index >> 8n)
    const above = bytes && (await this.read(parent))
    if (!bytes || !above) return false
    const at = Number(index % 256n) * HASH_LENGTH
    const isChild = equalBytes(hashInTile(sha256, bytes, 8, 0), above.subarray(at, at + HASH_LENGTH))
    return isChild && this.isSigned(level + 1, parent.index)
  }

  #edge(): Promise<boolean> {
    this.#isEdgeSigned ??= this.#compareRoot()
    return this.#isEdgeSigned
  }

  async #compareRoot(): Promise<boolean> {
    try {
      const frontier = await frontierFromTiles(BigInt(this.#head.size), onceEach(this.#read))
      return equalBytes(rootOf(sha256, frontier), this.#head.root)
    } catch (error) {
      if (error instanceof TileFault) return false
      throw error
    }
  }

  /** What the files say of 256 leaves: hashes of the tile, entries of the bundle. */
  async block(index: bigint): Promise<Block> {
    const tile = tileAt(BigInt(this.#head.size), 0, index)
    const [hashes, bundle] = [await this.read(tile), await this.read({ ...tile, level: 'entries' })]
    return {
      tile,
      isSigned: await this.isSigned(0, index),
      hashes: hashes && hashesOf(hashes),
      entries: bundle && parseBundle(bundle, tile.width),
    }
  }
}

export type Block = {
  readonly tile: Tile
  readonly isSigned: boolean
  readonly hashes: readonly Uint8Array[] | undefined
  readonly entries: readonly Uint8Array[] | undefined
}

/** Names the tiles that are not what the leaves make them. */
export async function compareTiles(tiles: SignedTiles, made: readonly MadeTile[], tell: Tell): Promise<void> {
  for (const { tile, bytes } of made) {
    const found = await tiles.read(tile)
    if (!found) tell(finding('tile', nameOf(tile), '缺失或者残缺'))
    else if (!equalBytes(found, bytes)) tell(finding('tile', nameOf(tile), '内容与所存的条目不符，已被改动'))
  }
}

/** Names the bundle when one of its entries is not the one whose hash was signed. */
export function findInBundle({ tile, entries }: Block, right: readonly Uint8Array[]): ScrubFinding | undefined {
  const name = nameOf({ ...tile, level: 'entries' })
  if (!entries) return finding('bundle', name, '缺失或者残缺')
  const wrong = entries.findIndex((entry, nth) => !equalBytes(leafHash(sha256, entry), right[nth] ?? entry))
  if (wrong < 0) return undefined
  const index = Number(tile.index) * TILE_WIDTH + wrong
  return finding('bundle', name, `其中序号 ${index} 的条目与签名的散列不符，已被改动`)
}
