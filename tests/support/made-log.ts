import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatBundle } from '#domain/record-log/bundle.ts'
import { concatBytes, utf8 } from '#domain/record-log/bytes.ts'
import { formatCheckpoint } from '#domain/record-log/checkpoint.ts'
import { entryOf, type Leaf, type LeafKind, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import { type Digest, leafHash } from '#domain/record-log/merkle.ts'
import { formatReceipt } from '#domain/record-log/receipt.ts'
import { signNote } from '#domain/record-log/signed-note.ts'
import { bundlesOf, hashesFromTiles, hashInTile, type Tile, tilePath, tilesOf } from '#domain/record-log/tile.ts'
import { frontierAt, proveInclusion, rootOf } from '#domain/record-log/tree.ts'
import { formatVkey, vkeyOf } from '#domain/record-log/vkey.ts'

export const nodeDigest: Digest = (bytes) => createHash('sha256').update(bytes).digest()

export type Recorded = { readonly kind: LeafKind; readonly subject: string; readonly content: Uint8Array }

export type MadeLog = {
  readonly vkey: string
  /** Every file of the log by its path. */
  readonly files: Map<string, Uint8Array>
  receiptOf(index: number): Promise<string>
  writeTo(folder: string): void
}

const ORIGIN = 'nanping.example/log'

/** A whole signed log over the given records, made without the sequencer, for who only reads logs. */
export async function makeLog(recorded: readonly Recorded[], origin = ORIGIN, keyName = origin): Promise<MadeLog> {
  const leaves = recorded.map(leafOf)
  const entries = leaves.map((leaf) => entryOf(nodeDigest, leaf))
  const files = filesOf(entries)
  const size = BigInt(entries.length)
  const hashAt = hashesFromTiles({ digest: nodeDigest, size, readTile: (tile) => files.get(tilePath(tile)) ?? NONE })
  const root = rootOf(nodeDigest, await frontierAt({ size, hashAt }))
  const { checkpoint, vkey } = signedBy(keyName, formatCheckpoint({ origin, size, root }))
  files.set('checkpoint', utf8(checkpoint)).set('vkey', utf8(`${vkey}\n`))
  return {
    vkey,
    files,
    receiptOf: async (nth) => {
      const [leaf, index] = [leaves[nth], BigInt(nth)]
      if (!leaf) throw new Error(`the log has no leaf ${nth}`)
      const hashes = await proveInclusion({ digest: nodeDigest, hashAt, index, size })
      return formatReceipt({ leaf, index, hashes, checkpoint })
    },
    writeTo: (folder) => {
      for (const [path, bytes] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), bytes)
      }
    },
  }
}

const NONE = new Uint8Array()

function leafOf({ kind, subject, content }: Recorded): Leaf {
  const salt = nodeDigest(utf8(subject)).slice(0, 16)
  return { kind, subject, salt, digest: saltedDigest(nodeDigest, salt, content) }
}

function filesOf(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const size = BigInt(entries.length)
  const inTile = <T>(all: readonly T[], { index, width }: Tile): T[] =>
    all.slice(Number(index) * 256, Number(index) * 256 + width)
  for (const bundle of bundlesOf(0n, size)) files.set(tilePath(bundle), formatBundle(inTile(entries, bundle)))
  let below = entries.map((entry) => leafHash(nodeDigest, entry))
  let level = 0
  for (const tile of tilesOf(0n, size)) {
    if (tile.level > level) {
      below = rootsOfFullTiles(files, level, below.length >> 8)
      level = tile.level
    }
    files.set(tilePath(tile), concatBytes(...inTile(below, tile)))
  }
  return files
}

function rootsOfFullTiles(files: Map<string, Uint8Array>, level: number, count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, nth) => {
    const path = tilePath({ level, index: BigInt(nth), width: 256 })
    return hashInTile(nodeDigest, files.get(path) ?? NONE, 8, 0)
  })
}

function signedBy(name: string, text: string): { checkpoint: string; vkey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const vkey = vkeyOf(nodeDigest, name, publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  return { checkpoint: signNote(text, vkey, (message) => sign(null, message, privateKey)), vkey: formatVkey(vkey) }
}
