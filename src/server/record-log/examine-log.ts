import { equalBytes, parseUtf8 } from '#domain/record-log/bytes.ts'
import { type Checkpoint, parseCheckpoint } from '#domain/record-log/checkpoint.ts'
import { openNote } from '#domain/record-log/signed-note.ts'
import { rootOf } from '#domain/record-log/tree.ts'
import type { Vkey } from '#domain/record-log/vkey.ts'
import type { AskedWitness } from '#domain/record-log/witness-list.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import { findRefusal } from './cosign-rows.ts'
import { sha256, verifyEd25519 } from './ed25519.ts'
import { readEpoch, readerOfEpoch } from './epoch.ts'
import { CHECKPOINT, frontierFromTiles, TileFault, tileReader } from './log-files.ts'
import {
  ALTERED_CHECKPOINT,
  FOREIGN_KEY,
  FOREIGN_ROWS,
  forked,
  type LogProblem,
  NO_KEY,
  oldDatabase,
  otherName,
  refused,
  SCRUB,
} from './log-problem.ts'
import { type Cursor, type Head, readHead, readStanding, type Sender, type Standing } from './log-rows.ts'
import type { LogKeys } from './signing-key.ts'
import { verifySm2 } from './sm2.ts'

export type LogExamination =
  | {
      readonly ok: true
      readonly head: Head | undefined
      readonly cursor: Cursor
      /** Size of the checkpoint that is out; behind the head after a crash between the two. */
      readonly publishedSize: number
    }
  | { readonly ok: false; readonly head: Head | undefined; readonly problem: LogProblem }

type Place = {
  readonly db: Sender
  readonly files: Pick<NamedFiles, 'read'>
  readonly keys: LogKeys
  /** Those whose word counts. */
  readonly witnesses?: readonly AskedWitness[]
}

/** Compares key, tiles and the checkpoint that is out with the database's newest head: a few reads, however long the log. */
export async function findLogProblem({ db, files: all, keys, witnesses = [] }: Place): Promise<LogProblem | undefined> {
  const head = await readHead(db)
  const { epoch, origin } = await readEpoch(db)
  const files = readerOfEpoch(all, epoch)
  const published = await files.read(CHECKPOINT)
  return (
    keyProblem(keys, head, origin) ??
    (await witnessProblem(db, witnesses, head)) ??
    (await publishedProblem(db, keys.vkeys, published)) ??
    (await tileProblem(files, head))
  )
}

/** The same, and all rows counted, before anything more is signed; a fork is never signed. */
export async function examineLog(place: Place): Promise<LogExamination> {
  const { db } = place
  const head = await readHead(db)
  const problem = await findLogProblem(place)
  if (problem) return { ok: false, head, problem }
  const { epoch } = await readEpoch(db)
  const published = await readerOfEpoch(place.files, epoch).read(CHECKPOINT)
  const standing = await readStanding(db)
  const disorder = standingProblem(standing)
  if (disorder) return { ok: false, head, problem: disorder }
  return { ok: true, head, cursor: standing.cursor, publishedSize: Number(checkpointOf(published)?.size ?? 0) }
}

function keyProblem(
  { signing, vkeys }: LogKeys,
  head: Head | undefined,
  origin: string | undefined,
): LogProblem | undefined {
  if (origin !== undefined && signing?.vkey.name !== origin) return { code: 'foreign-key', sentence: otherName(origin) }
  if (!head) return undefined
  if (!signing) return NO_KEY
  return openCheckpoint(head.note, vkeys) ? undefined : { code: 'foreign-key', sentence: FOREIGN_KEY }
}

async function publishedProblem(
  db: Sender,
  vkeys: readonly Vkey[],
  bytes: Uint8Array | undefined,
): Promise<LogProblem | undefined> {
  if (!bytes) return undefined
  const published = openCheckpoint(parseUtf8(bytes) ?? '', vkeys)
  if (!published) return { code: 'foreign-key', sentence: ALTERED_CHECKPOINT }
  const newest = await readHead(db)
  if (!newest || BigInt(newest.size) < published.size) {
    return { code: 'old-database', sentence: oldDatabase(newest?.size ?? 0, published.size) }
  }
  const own = await readHead(db, Number(published.size))
  const isSame = own !== undefined && equalBytes(own.root, published.root)
  return isSame ? undefined : { code: 'fork', sentence: forked(published.size) }
}

/** What a witness has seen longer or otherwise: the database was put back together with its files, or there is a second log. */
async function witnessProblem(
  db: Sender,
  witnesses: readonly AskedWitness[],
  head: Head | undefined,
): Promise<LogProblem | undefined> {
  const refusal = await findRefusal(db, witnesses, head?.size ?? 0)
  return refusal && { code: 'witness', sentence: refused(refusal) }
}

/** Also without a published checkpoint: the tiles must give the root that was signed. */
async function tileProblem(files: Pick<NamedFiles, 'read'>, head: Head | undefined): Promise<LogProblem | undefined> {
  if (!head) return undefined
  try {
    const root = rootOf(sha256, await frontierFromTiles(BigInt(head.size), tileReader(files)))
    if (equalBytes(root, head.root)) return undefined
    return { code: 'tiles', sentence: `存证日志的瓦片算出的根与第 ${head.size} 条处签名的根不符；${SCRUB}` }
  } catch (error) {
    if (!(error instanceof TileFault)) throw error
    return { code: 'tiles', sentence: `存证日志的瓦片 ${error.file} 缺失或者残缺；${SCRUB}` }
  }
}

function standingProblem({ size, entries, numbered, upTo, foreign }: Standing): LogProblem | undefined {
  if (entries !== size) {
    return {
      code: 'entries',
      sentence: `已编号的条目有 ${entries} 条，签名的检查点有 ${size} 条，两者应当相同；${SCRUB}`,
    }
  }
  if (upTo !== numbered || foreign) return { code: 'foreign-rows', sentence: FOREIGN_ROWS }
  return undefined
}

/** The checkpoint of a note that one of these keys signed for its own log. */
export function openCheckpoint(note: string, vkeys: readonly Vkey[]): Checkpoint | undefined {
  const opened = openNote(note, { vkeys, verifySignature: verifyEd25519, verifySm2 })
  const checkpoint = opened.ok ? parseCheckpoint(opened.text) : undefined
  return opened.ok && opened.signedBy.some(({ name }) => name === checkpoint?.origin) ? checkpoint : undefined
}

/** What a published checkpoint says, its signature checked already. */
export function checkpointOf(bytes: Uint8Array | undefined): Checkpoint | undefined {
  const note = bytes && parseUtf8(bytes)
  return note === undefined ? undefined : parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
}
