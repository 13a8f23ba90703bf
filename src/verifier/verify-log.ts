import { parseBundle } from '#domain/record-log/bundle.ts'
import { concatBytes, equalBytes, firstDifference } from '#domain/record-log/bytes.ts'
import type { Checkpoint } from '#domain/record-log/checkpoint.ts'
import type { JudgedCheckpoint, TrustQuestion } from '#domain/record-log/judge-checkpoint.ts'
import { type Digest, HASH_LENGTH, leafHash } from '#domain/record-log/merkle.ts'
import { sayWitnesses } from '#domain/record-log/say-witnesses.ts'
import { bundlesOf, TILE_WIDTH, type Tile, tilePath } from '#domain/record-log/tile.ts'
import { appendLeaf, appendSubtree, EMPTY_FRONTIER, type Frontier, rootOf } from '#domain/record-log/tree.ts'
import { openCheckpoint } from './open-checkpoint.ts'
import { readAhead } from './read-ahead.ts'
import { type DueTile, RisingTiles } from './rising-tiles.ts'

/** Reads a path below the log's prefix, such as `checkpoint` or `tile/0/000`; undefined when it is not there. */
export type ReadLog = (path: string) => Promise<Uint8Array | undefined>

export type LogQuestion = TrustQuestion & {
  readonly read: ReadLog
  /** Told after each bundle how many leaves are recomputed. */
  readonly onProgress?: (leaves: bigint) => void
}

export type LogVerdict = {
  readonly ok: boolean
  readonly proved: readonly string[]
  readonly notProved: readonly string[]
  readonly problems: readonly string[]
  readonly checkpoint?: Checkpoint
  /** The file that the verdict stands on. */
  readonly bytes?: Uint8Array
}

/** One finding more tells nothing new, and a log made up to have millions shall cost no more. */
const PROBLEM_LIMIT = 20

/** Recomputes a whole log: every entry, every tile, the root, the signature; streams, holding one tile for each level. */
export async function verifyLog(question: LogQuestion): Promise<LogVerdict> {
  const judged = await judgeNewest(question)
  if ('problem' in judged) return refused([judged.problem])
  const { checkpoint, bytes } = judged
  const problems = await walk(question, checkpoint)
  if (problems.length > 0) return { ...refused(problems), checkpoint, bytes }
  return { ok: true, problems: [], checkpoint, bytes, ...said(judged) }
}

type Judged = (JudgedCheckpoint & { readonly bytes: Uint8Array }) | { readonly problem: string }

/** The newest checkpoint; where witnesses have not signed it yet, the newest that they have. */
async function judgeNewest(question: LogQuestion): Promise<Judged> {
  const newest = await judgeFile(question, 'checkpoint')
  if (!('problem' in newest) || question.policy === undefined) return newest
  const cosigned = await judgeFile(question, 'checkpoint.cosigned')
  return 'problem' in cosigned ? newest : cosigned
}

async function judgeFile(question: LogQuestion, path: string): Promise<Judged> {
  const bytes = await question.read(path)
  if (!bytes) return { problem: `没有找到检查点（${path}）：所给的地址或者文件夹不是存证日志。` }
  const judged = openCheckpoint(question, bytes)
  return 'problem' in judged ? judged : { ...judged, bytes }
}

async function walk(question: LogQuestion, { size, root }: Checkpoint): Promise<string[]> {
  const { digest, read, onProgress } = question
  const rising = new RisingTiles(digest)
  const problems: string[] = []
  let tree = EMPTY_FRONTIER
  for await (const { bundle, entries, stored } of readAhead(bundlesOf(0n, size), (tile) => readPair(read, tile))) {
    if (!entries) return [...problems, `条目文件 ${tilePath(bundle)} 缺失、残缺，或者条数不对，无法继续核对。`]
    const leaves = concatBytes(...entries.map((entry) => leafHash(digest, entry)))
    problems.push(...leafProblems(bundle, leaves, stored))
    const { grown, completed } = grow(digest, tree, leaves, rising)
    tree = grown
    problems.push(...(await tileProblems(read, completed)))
    onProgress?.(tree.size)
    if (problems.length >= PROBLEM_LIMIT) return [...problems.slice(0, PROBLEM_LIMIT), '问题过多，不再继续核对。']
  }
  problems.push(...(await tileProblems(read, rising.rest())))
  if (!equalBytes(rootOf(digest, tree), root)) {
    problems.push(`由全部 ${size} 条条目算出的根摘要与签名的检查点不符：条目在签名之后被改动、增减或者调换过。`)
  }
  return problems
}

type Pair = { readonly bundle: Tile; readonly entries?: Uint8Array[]; readonly stored?: Uint8Array }

async function readPair(read: ReadLog, bundle: Tile): Promise<Pair> {
  const [bytes, stored] = await Promise.all([readEntries(read, bundle), readHashes(read, { ...bundle, level: 0 })])
  return { bundle, ...(bytes && { entries: bytes }), ...(stored && { stored }) }
}

/** A partial bundle may be gone once the full one is there (C2SP tlog-tiles, "Partial Tiles"). */
async function readEntries(read: ReadLog, bundle: Tile): Promise<Uint8Array[] | undefined> {
  const bytes = await read(tilePath(bundle))
  if (bytes) return parseBundle(bytes, bundle.width)
  const full = await readFull(read, bundle)
  return full && parseBundle(full, TILE_WIDTH)?.slice(0, bundle.width)
}

async function readHashes(read: ReadLog, tile: Tile): Promise<Uint8Array | undefined> {
  const bytes = await read(tilePath(tile))
  return bytes ?? (await readFull(read, tile))?.subarray(0, tile.width * HASH_LENGTH)
}

async function readFull(read: ReadLog, tile: Tile): Promise<Uint8Array | undefined> {
  return tile.width === TILE_WIDTH ? undefined : read(tilePath({ ...tile, width: TILE_WIDTH }))
}

function grow(digest: Digest, tree: Frontier, leaves: Uint8Array, rising: RisingTiles) {
  if (leaves.length === TILE_WIDTH * HASH_LENGTH) {
    const { root, completed } = rising.addTile(leaves)
    return { grown: appendSubtree(digest, tree, root, 8), completed }
  }
  let grown = tree
  for (let at = 0; at < leaves.length; at += HASH_LENGTH) {
    grown = appendLeaf(digest, grown, leaves.subarray(at, at + HASH_LENGTH))
  }
  return { grown, completed: [] }
}

function leafProblems(bundle: Tile, leaves: Uint8Array, stored: Uint8Array | undefined): string[] {
  const path = tilePath({ ...bundle, level: 0 })
  if (!stored) return [`摘要文件 ${path} 缺失。`]
  if (stored.length !== leaves.length) return [`摘要文件 ${path} 的长度不对：应为 ${leaves.length} 字节。`]
  const differing = firstDifference(leaves, stored)
  if (differing === undefined) return []
  const nth = bundle.index * BigInt(TILE_WIDTH) + BigInt(Math.floor(differing / HASH_LENGTH)) + 1n
  return [`第 ${nth} 条的条目与 ${path} 中的摘要不符：条目或者摘要被改动过。`]
}

async function tileProblems(read: ReadLog, due: readonly DueTile[]): Promise<string[]> {
  const judged = due.map(async ({ tile, bytes }) => {
    const stored = await readHashes(read, tile)
    if (!stored) return `摘要文件 ${tilePath(tile)} 缺失。`
    return equalBytes(stored, bytes) ? undefined : `摘要文件 ${tilePath(tile)} 与由条目算出的不符：它被改动过。`
  })
  return (await Promise.all(judged)).filter((problem) => problem !== undefined)
}

function said({ checkpoint: { origin, size }, vouched }: JudgedCheckpoint): Pick<LogVerdict, 'proved' | 'notProved'> {
  const witnessed = sayWitnesses(vouched)
  return {
    proved: [
      `日志“${origin}”的检查点由给出的公钥签名，共 ${size} 条。`,
      `全部 ${size} 条条目逐条重算，各级摘要文件和根摘要与检查点一致：签名之后没有任何一条被改动、删除、插入或者调换。`,
      ...witnessed.proved,
    ],
    notProved: [
      '不证明条目所对应的文书和办案记录内容真实、合法：日志只公布加盐的摘要。',
      ...witnessed.notProved,
      ...(vouched.cosignatures?.length ? [] : [NO_WITNESS]),
      '不证明公钥属于哪个机关：请与该机关公布的公钥核对。',
    ],
  }
}

const NO_WITNESS = '不证明没有另一份同名而内容不同的日志：请与他人持有的检查点、见证方的签名相互核对。'

function refused(problems: readonly string[]): LogVerdict {
  return { ok: false, proved: [], notProved: [], problems }
}
