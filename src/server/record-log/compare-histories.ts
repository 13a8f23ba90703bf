import { parseBundle } from '#domain/record-log/bundle.ts'
import { equalBytes, hex, parseUtf8 } from '#domain/record-log/bytes.ts'
import type { Checkpoint } from '#domain/record-log/checkpoint.ts'
import { entryOf } from '#domain/record-log/leaf-entry.ts'
import { leafHash } from '#domain/record-log/merkle.ts'
import { bundlesOf, TILE_WIDTH, tileAt } from '#domain/record-log/tile.ts'
import { rootOf } from '#domain/record-log/tree.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import type { Context } from '../context.ts'
import { sha256 } from './ed25519.ts'
import { EPOCH, readEpoch, readerOfEpoch } from './epoch.ts'
import { examineLog, openCheckpoint } from './examine-log.ts'
import { CHECKPOINT, frontierFromTiles, hashesOf, type ReadTile, TileFault, tileReader } from './log-files.ts'
import type { LogProblem } from './log-problem.ts'
import { type Head, readHead, type Sender } from './log-rows.ts'
import { type LogKeys, readLogKeys } from './signing-key.ts'
import { askedWitnesses } from './witness-policy.ts'

export type HistoryContext = Pick<Context, 'db' | 'blobs' | 'config'>

/** An entry that was published and is not in the database. */
export type MissingEntry = { readonly index: number; readonly hash: Uint8Array; readonly leafId: number | undefined }

/** What the database says and what was published, beside each other. */
export type Histories = {
  readonly problem: LogProblem | undefined
  readonly epoch: number
  readonly head: Head | undefined
  readonly published: (Checkpoint & { readonly note: string }) | undefined
  /** Whether the files give the root that was published. */
  readonly filesHold: boolean
  /** Whether the published history begins with that of the database. */
  readonly isBeginning: boolean
  /** Published entries above the database's head; those with a leaf are found again among what waits. */
  readonly missing: readonly MissingEntry[]
  /** Places where both have an entry, and not the same one; at most twenty. */
  readonly differing: readonly number[]
}

/** Reads database and files beside each other; changes nothing. */
export async function compareHistories({ db, blobs, config }: HistoryContext): Promise<Histories> {
  const keys = readLogKeys(config)
  const { epoch } = await readEpoch(db)
  const examined = await examineLog({ db, files: blobs.named, keys, witnesses: askedWitnesses(config) })
  const files = readerOfEpoch(blobs.named, epoch)
  const own = { epoch, head: await readHead(db), problem: examined.ok ? undefined : examined.problem }
  const published = await readPublished(files, keys)
  if (!published) return { ...own, ...NOTHING }
  return { ...own, published, ...(await compareWith(db, tileReader(files), own.head, published)) }
}

type Published = Checkpoint & { readonly note: string }
type Compared = Pick<Histories, 'filesHold' | 'isBeginning' | 'missing' | 'differing'>

const UNKNOWN: Compared = { filesHold: false, isBeginning: false, missing: [], differing: [] }
const NOTHING = { published: undefined, ...UNKNOWN }

async function readPublished(files: Pick<NamedFiles, 'read'>, keys: LogKeys): Promise<Published | undefined> {
  const bytes = await files.read(CHECKPOINT)
  const note = (bytes && parseUtf8(bytes)) ?? ''
  const checkpoint = openCheckpoint(note, keys.vkeys)
  return checkpoint && { ...checkpoint, note }
}

async function compareWith(
  db: Sender,
  readTile: ReadTile,
  head: Head | undefined,
  published: Published,
): Promise<Compared> {
  if (!(await givesRoot(readTile, published.size, published.root))) return UNKNOWN
  const size = Number(published.size)
  const differing = await differingEntries(db, readTile, size)
  const isBeginning = await isPrefix(readTile, head, size)
  const missing = isBeginning ? await missingEntries(db, readTile, head?.size ?? 0, size) : []
  return { filesHold: true, isBeginning, missing, differing }
}

async function givesRoot(readTile: ReadTile, size: bigint, root: Uint8Array): Promise<boolean> {
  try {
    return equalBytes(rootOf(sha256, await frontierFromTiles(size, readTile)), root)
  } catch (error) {
    if (error instanceof TileFault) return false
    throw error
  }
}

const isPrefix = async (readTile: ReadTile, head: Head | undefined, published: number): Promise<boolean> =>
  !head || (head.size <= published && (await givesRoot(readTile, BigInt(head.size), head.root)))

type Waiting = { readonly id: number; readonly hash: Uint8Array }

/** Entry by entry, out of the published bundles, which the signed root vouches for. */
async function missingEntries(
  db: Sender,
  readTile: ReadTile,
  from: number,
  to: number,
): Promise<readonly MissingEntry[]> {
  if (from >= to) return []
  const waiting = new Map((await waitingHashes(db)).map(({ id, hash }) => [hex(hash), id]))
  const missing: MissingEntry[] = []
  for (const bundle of bundlesOf(BigInt(from), BigInt(to))) {
    const entries = parseBundle(await readTile(bundle), bundle.width) ?? []
    for (const [nth, entry] of entries.entries()) {
      const index = Number(bundle.index) * TILE_WIDTH + nth
      const hash = leafHash(sha256, entry)
      if (index >= from) missing.push({ index, hash, leafId: waiting.get(hex(hash)) })
    }
  }
  return missing
}

/** Leaves that were committed before the backup and numbered after it are there and have no number. */
async function waitingHashes(db: Sender): Promise<readonly Waiting[]> {
  const { rows } = await db.query<Parameters<typeof entryOf>[1] & { readonly id: number }>({
    text: `SELECT l.id, l.kind, l.subject, l.salt, l.digest FROM app.leaves l
      WHERE NOT EXISTS (SELECT FROM app.log_entries e WHERE e.leaf_id = l.id AND e.epoch = ${EPOCH}) ORDER BY l.id`,
  })
  return rows.map(({ id, ...leaf }) => ({ id, hash: leafHash(sha256, entryOf(sha256, leaf)) }))
}

const NAMED = 20

async function differingEntries(db: Sender, readTile: ReadTile, size: number): Promise<readonly number[]> {
  const differing: number[] = []
  for (let start = 0; start < size && differing.length < NAMED; start += TILE_WIDTH) {
    const { rows } = await db.query<{ index: number; hash: Uint8Array }>({
      name: 'log-entries-between',
      text: `SELECT index, entry_hash AS hash FROM app.log_entries
        WHERE epoch = ${EPOCH} AND index >= $1 AND index < $2 ORDER BY index`,
      values: [start, Math.min(start + TILE_WIDTH, size)],
    })
    if (rows.length === 0) break
    const signed = hashesOf(await readTile(tileAt(BigInt(size), 0, BigInt(start / TILE_WIDTH))))
    const wrong = rows.filter(({ index, hash }) => !equalBytes(hash, signed[index - start] ?? new Uint8Array()))
    differing.push(...wrong.map(({ index }) => index))
  }
  return differing.slice(0, NAMED)
}
