import { equalBytes, parseUtf8 } from '#domain/record-log/bytes.ts'
import { type Checkpoint, parseCheckpoint } from '#domain/record-log/checkpoint.ts'
import { openNote } from '#domain/record-log/signed-note.ts'
import { rootOf } from '#domain/record-log/tree.ts'
import type { Vkey } from '#domain/record-log/vkey.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import { sha256, verifyEd25519 } from './ed25519.ts'
import { CHECKPOINT, frontierFromTiles, TileFault, tileReader } from './log-files.ts'
import { type Cursor, type Head, readHead, readStanding, type Sender, type Standing } from './log-rows.ts'
import type { LogKeys } from './signing-key.ts'

/** Why nothing may be signed; the sentence says what to do. */
export type LogProblem = {
  readonly code: 'no-key' | 'foreign-key' | 'old-database' | 'fork' | 'tiles' | 'entries' | 'foreign-rows'
  readonly sentence: string
}

export type LogExamination =
  | {
      readonly ok: true
      readonly head: Head | undefined
      readonly cursor: Cursor
      /** Size of the checkpoint that is out; behind the head after a crash between the two. */
      readonly publishedSize: number
    }
  | { readonly ok: false; readonly head: Head | undefined; readonly problem: LogProblem }

type Place = { readonly db: Sender; readonly files: Pick<NamedFiles, 'read'>; readonly keys: LogKeys }

/** Compares key, tiles and the checkpoint that is out with the database's newest head: a few reads, however long the log. */
export async function findLogProblem({ db, files, keys }: Place): Promise<LogProblem | undefined> {
  const head = await readHead(db)
  const published = await files.read(CHECKPOINT)
  return (
    keyProblem(keys, head) ?? (await publishedProblem(db, keys.vkeys, published)) ?? (await tileProblem(files, head))
  )
}

/** The same, and all rows counted, before anything more is signed; a fork is never signed. */
export async function examineLog(place: Place): Promise<LogExamination> {
  const { db, files } = place
  const head = await readHead(db)
  const problem = await findLogProblem(place)
  if (problem) return { ok: false, head, problem }
  const published = await files.read(CHECKPOINT)
  const standing = await readStanding(db)
  const disorder = standingProblem(standing)
  if (disorder) return { ok: false, head, problem: disorder }
  return { ok: true, head, cursor: standing.cursor, publishedSize: Number(checkpointOf(published)?.size ?? 0) }
}

function keyProblem({ signing, vkeys }: LogKeys, head: Head | undefined): LogProblem | undefined {
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
  const opened = openNote(note, { vkeys, verifySignature: verifyEd25519 })
  const checkpoint = opened.ok ? parseCheckpoint(opened.text) : undefined
  return opened.ok && opened.signedBy.some(({ name }) => name === checkpoint?.origin) ? checkpoint : undefined
}

/** What a published checkpoint says, its signature checked already. */
export function checkpointOf(bytes: Uint8Array | undefined): Checkpoint | undefined {
  const note = bytes && parseUtf8(bytes)
  return note === undefined ? undefined : parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
}

const SCRUB = '请用 zhaofa log scrub 查明，签名已停止，办案不受影响。'
/** The log has been signed, and not with a key of this home. */
export const NO_KEY: LogProblem = {
  code: 'no-key',
  sentence: '数据目录的 secrets 里没有 log-key，而日志已经签过名：请从备份恢复这个文件；签名已停止，办案不受影响。',
}
const FOREIGN_KEY =
  '库中的检查点不是用 secrets 里的 log-key 签的名：请放回原来的密钥；更换密钥的，旧密钥应留作 log-key.<日期>。签名已停止，办案不受影响。'
const ALTERED_CHECKPOINT = `已公布的检查点（log/checkpoint）不是用本日志的密钥签的名，或者已被改动；${SCRUB}`
const FOREIGN_ROWS =
  '有叶排在已编号的叶之前却没有编号：数据库像是由导出文件另建的，提交次序无从比较。签名已停止，办案不受影响。'

const oldDatabase = (own: number, published: bigint): string =>
  `数据库比已公布的检查点旧：库中到第 ${own} 条，公布到第 ${published} 条，像是从旧备份恢复的。为不签出两个分叉，签名已停止，办案不受影响。`
const forked = (size: bigint): string =>
  `数据库与已公布的检查点在第 ${size} 条处的根不同：记录已经分叉。签名已停止，办案不受影响；请保全现场并用 zhaofa log scrub 查明。`
