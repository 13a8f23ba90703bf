import { parseBundle } from '#domain/record-log/bundle.ts'
import { equalBytes } from '#domain/record-log/bytes.ts'
import { formatCheckpoint } from '#domain/record-log/checkpoint.ts'
import { entryOf } from '#domain/record-log/leaf-entry.ts'
import { leafHash } from '#domain/record-log/merkle.ts'
import { signatureLine, signNote } from '#domain/record-log/signed-note.ts'
import { bundlesOf, tileAt, tilePath } from '#domain/record-log/tile.ts'
import { rootOf } from '#domain/record-log/tree.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import { sha256 } from './ed25519.ts'
import { frontierFromTiles, hashesOf, onceEach, type ReadTile, tileReader } from './log-files.ts'
import { type Cursor, type Head, keepBatch, type LeafRow, readNextLeaves, type Sender } from './log-rows.ts'
import type { SigningKey } from './signing-key.ts'
import type { TreeEdge } from './tree-edge.ts'

/** The largest batch: sixteen whole tiles. */
export const BATCH = 4096

export const STEPS = ['read', 'written', 'verified', 'signed', 'kept', 'published'] as const
export type Step = (typeof STEPS)[number]

export type Integration = {
  /** The connection that holds the lock: when it is lost, nothing more can be kept. */
  readonly db: Sender
  readonly files: NamedFiles
  readonly key: SigningKey
  /** Signs the same text once more. */
  readonly second?: SigningKey | undefined
  readonly edge: TreeEdge
  readonly now: () => Date
  /** Shows the head to everybody. */
  readonly publish: (head: Head) => Promise<void>
  /** Called after each step; a test ends the process there. */
  readonly after: (step: Step) => void
}

export type Integrated = { readonly count: number; readonly cursor: Cursor; readonly head: Head | undefined }

/**
 * Takes the next leaves into the tree: entries, tiles, signature, rows, and the checkpoint last. After a crash at any step
 * the next run makes the same files of the same leaves. When it throws, the edge is spent.
 */
export async function integrate(job: Integration, cursor: Cursor): Promise<Integrated> {
  const { db, files, key, second, edge, now, publish, after } = job
  const next = await readNextLeaves(db, cursor, BATCH)
  const { leaves } = next
  if (leaves.length === 0) return { count: 0, cursor: next.cursor, head: undefined }
  after('read')
  const oldSize = edge.size
  const hashes = leaves.map((leaf) => edge.append(entryOf(sha256, leaf)))
  const { files: made, filled } = edge.takeFiles()
  await files.keep(made)
  after('written')
  await verifyWritten({ readTile: onceEach(tileReader(files)), oldSize, edge, leaves })
  after('verified')
  const text = formatCheckpoint({ origin: key.vkey.name, size: BigInt(edge.size), root: edge.root() })
  const note = signNote(text, key.vkey, key.sign) + (second ? lineOf(text, second) : '')
  const head: Head = { size: edge.size, root: edge.root(), note, signedAt: now().toISOString() }
  after('signed')
  await keepBatch(db, { leaves, hashes }, head)
  after('kept')
  await publish(head)
  after('published')
  for (const folder of filled) await files.remove(folder)
  return { count: leaves.length, cursor: next.cursor, head }
}

const lineOf = (text: string, { vkey, sign }: SigningKey): string =>
  signatureLine({ ...vkey, signature: sign(Buffer.from(text)) })

type Written = {
  readonly readTile: ReadTile
  readonly oldSize: number
  readonly edge: TreeEdge
  readonly leaves: readonly LeafRow[]
}

/**
 * Reads back what was written before it is signed: each entry is its leaf's, its hash stands in its tile, and the tiles give
 * the root. One flipped bit in a signed entry has ended a whole log before.
 */
async function verifyWritten({ readTile, oldSize, edge, leaves }: Written): Promise<void> {
  const size = BigInt(edge.size)
  const expected = leaves.map((leaf) => entryOf(sha256, leaf))
  for (const bundle of bundlesOf(BigInt(oldSize), size)) {
    const entries = parseBundle(await readTile(bundle), bundle.width) ?? []
    const hashes = hashesOf(await readTile(tileAt(size, 0, bundle.index)))
    const start = Number(bundle.index) * 256
    const isSound = entries.every((entry, nth) => {
      const isNew = start + nth >= oldSize
      const own = expected[start + nth - oldSize]
      const isOwn = !isNew || (own !== undefined && equalBytes(entry, own))
      return isOwn && equalBytes(leafHash(sha256, entry), hashes[nth] ?? entry)
    })
    if (!isSound || entries.length !== bundle.width) throw new UnsoundError(tilePath(bundle))
  }
  const root = rootOf(sha256, await frontierFromTiles(size, readTile))
  if (!equalBytes(root, edge.root())) throw new UnsoundError(`tree of ${size}`)
}

/** What was written is not what was meant: it must not be signed. */
export class UnsoundError extends Error {
  constructor(what: string) {
    super(`${what} reads back otherwise than it was written; nothing is signed`)
  }
}
