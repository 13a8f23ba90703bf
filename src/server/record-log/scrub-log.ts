import { TILE_WIDTH } from '#domain/record-log/tile.ts'
import { appendLeaf, EMPTY_FRONTIER, type Frontier } from '#domain/record-log/tree.ts'
import type { Context } from '../context.ts'
import { sha256 } from './ed25519.ts'
import { readEpoch, readerOfEpoch } from './epoch.ts'
import { findLogProblem } from './examine-log.ts'
import { CHECKPOINT, tileReader } from './log-files.ts'
import { type Head, readHead, readStanding } from './log-rows.ts'
import { findInHead, readHeads } from './scrub-checkpoints.ts'
import { findInContent } from './scrub-content.ts'
import { scrubEarlier } from './scrub-earlier.ts'
import { compareRow, leafOf, type Right, rightHash } from './scrub-entries.ts'
import { finding, type ScrubFinding, type Tell } from './scrub-finding.ts'
import { scrubPage } from './scrub-page.ts'
import { type Stamps, scrubCosignatures, scrubPortal, scrubTimestamps } from './scrub-published.ts'
import { readLostRanges, readNumbered, readUnlogged, type ScrubRow, storedDigests, waitingRows } from './scrub-rows.ts'
import { type Block, compareTiles, findInBundle, SignedTiles } from './scrub-tiles.ts'
import { type LogKeys, readLogKeys } from './signing-key.ts'
import { TileRows } from './tile-rows.ts'
import { askedWitnesses } from './witness-policy.ts'

export type ScrubContext = Pick<Context, 'db' | 'blobs' | 'config'>

export type ScrubReport = {
  readonly entries: number
  readonly waiting: number
  readonly checkpoints: number
  /** Entries of logs before the one that is written now. */
  readonly earlier: number
  readonly stamps: Stamps
  readonly blobs: number
  readonly findings: readonly ScrubFinding[]
}

/** Recomputes everything that was ever recorded, from content to signature, and names each thing that was changed. Reads only. */
export async function scrubLog(ctx: ScrubContext, onProgress: (entries: number) => void): Promise<ScrubReport> {
  const findings: ScrubFinding[] = []
  const tell: Tell = (found) => {
    if (found) findings.push(found)
  }
  const keys = readLogKeys(ctx.config)
  const [head, { epoch }] = [await readHead(ctx.db), await readEpoch(ctx.db)]
  const checkpoints = head ? await scrubTree(ctx, { epoch, head, keys, tell, onProgress }) : 0
  const earlier = await scrubEarlier(ctx, epoch, keys.vkeys, tell)
  await scrubOutside(ctx, keys, tell)
  await scrubPortal(ctx.db, tell)
  await scrubCosignatures(ctx.db, ctx.config, tell)
  const stamps = await scrubTimestamps(ctx.db, ctx.config.recordLog.timestampAnchors, tell)
  await scrubPage(tell)
  const waiting = await scrubWaiting(ctx, tell)
  const blobs = await scrubBlobs(ctx, tell)
  return { entries: head?.size ?? 0, waiting, checkpoints, earlier, stamps, blobs, findings }
}

type Tree = {
  readonly epoch: number
  readonly head: Head
  readonly keys: LogKeys
  readonly tell: Tell
  readonly onProgress: (entries: number) => void
}

/** Block by block: rows, bundle and tile beside each other, then the tiles above and the signed heads in between. */
async function scrubTree(ctx: ScrubContext, { epoch, head, keys, tell, onProgress }: Tree): Promise<number> {
  const tiles = new SignedTiles(head, tileReader(readerOfEpoch(ctx.blobs.named, epoch)))
  const rows = new TileRows()
  const lost = await readLostRanges(ctx.db, epoch)
  let frontier: Frontier = EMPTY_FRONTIER
  let checkpoints = 0
  for (let start = 0; start < head.size; start += TILE_WIDTH) {
    const end = Math.min(start + TILE_WIDTH, head.size)
    const block = await tiles.block(BigInt(start / TILE_WIDTH))
    const hashes = await scrubBlock(ctx, { epoch, start, end, block, lost }, tell)
    const heads = await readHeads(ctx.db, epoch, start, end)
    checkpoints += heads.length
    for (const [nth, hash] of hashes.entries()) {
      rows.push(hash, start + nth)
      frontier = appendLeaf(sha256, frontier, hash)
      const signed = heads.find(({ size }) => size === start + nth + 1)
      if (signed) tell(findInHead(signed, frontier, keys.vkeys, epoch))
    }
    await compareTiles(tiles, rows.takeWhole(), tell)
    onProgress(end)
  }
  await compareTiles(tiles, rows.unfinished(head.size), tell)
  return checkpoints
}

type Range = { readonly from: number; readonly to: number }
type Span = {
  readonly epoch: number
  readonly start: number
  readonly end: number
  readonly block: Block
  readonly lost: readonly Range[]
}

const isIn = (ranges: readonly Range[], index: number): boolean =>
  ranges.some(({ from, to }) => index >= from && index < to)

/** Names what is wrong among 256 entries; answers their hashes as they were signed. */
async function scrubBlock(
  ctx: ScrubContext,
  { epoch, start, end, block, lost }: Span,
  tell: Tell,
): Promise<readonly Uint8Array[]> {
  const found = new Map((await readNumbered(ctx.db, epoch, start, end)).map((row) => [row.index, row]))
  const hashes: Uint8Array[] = []
  for (let index = start; index < end; index += 1) {
    const row = found.get(index)
    const right = rightHash(row, block, index - start) ?? new Uint8Array(32)
    hashes.push(right)
    if (!row) tell(finding('entry', String(index), 'log_entries 的这一行已不在库中'))
    else await scrubRow(ctx, row, { right, signed: block.entries?.[index - start], isLost: isIn(lost, index) }, tell)
  }
  tell(findInBundle(block, hashes))
  return hashes
}

async function scrubRow(ctx: ScrubContext, row: ScrubRow, right: Right, tell: Tell): Promise<void> {
  const expected = compareRow(row, right, tell)
  if (expected) tell(await findInContent(ctx.blobs, row, expected))
}

/** The checkpoint that is out, leaves passed over, and what came in without a leaf. */
async function scrubOutside({ db, blobs, config }: ScrubContext, keys: LogKeys, tell: Tell): Promise<void> {
  const problem = await findLogProblem({ db, files: blobs.named, keys, witnesses: askedWitnesses(config) })
  if (problem && problem.code !== 'tiles') tell(finding('checkpoint', CHECKPOINT, problem.sentence.replace(/。$/, '')))
  const { numbered, upTo } = await readStanding(db)
  if (upTo !== numbered) tell(finding('leaf', '', `有 ${upTo - numbered} 片叶排在已编号的叶之前却没有编号`))
  for (const { kind, name } of await readUnlogged(db)) tell(finding(kind, name, '没有对应的叶，不是由本系统写入的'))
}

/** Leaves that are not numbered yet have no signature, but their content must be theirs. */
async function scrubWaiting({ db, blobs }: ScrubContext, tell: Tell): Promise<number> {
  let count = 0
  for await (const row of waitingRows(db)) {
    count += 1
    const leaf = leafOf(row)
    if (leaf) tell(await findInContent(blobs, row, leaf))
  }
  return count
}

/** Every original of the evidence store against its name. */
async function scrubBlobs({ db, blobs }: ScrubContext, tell: Tell): Promise<number> {
  let count = 0
  for await (const digest of storedDigests(db)) {
    count += 1
    const soundness = await blobs.verify(digest)
    if (soundness !== 'sound') tell(finding('blob', digest, soundness === 'missing' ? '文件缺失' : '文件已被改动'))
  }
  return count
}
