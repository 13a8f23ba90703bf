import { equalBytes, parseUtf8 } from '#domain/record-log/bytes.ts'
import { entryOf } from '#domain/record-log/leaf-entry.ts'
import { leafHash } from '#domain/record-log/merkle.ts'
import { TILE_WIDTH } from '#domain/record-log/tile.ts'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, rootOf } from '#domain/record-log/tree.ts'
import type { Vkey } from '#domain/record-log/vkey.ts'
import type { Context } from '../context.ts'
import { sha256 } from './ed25519.ts'
import { nameInEpoch, readerOfEpoch } from './epoch.ts'
import { openCheckpoint } from './examine-log.ts'
import { CHECKPOINT, tileReader } from './log-files.ts'
import type { Sender } from './log-rows.ts'
import { findInHead, readHeads } from './scrub-checkpoints.ts'
import { leafOf } from './scrub-entries.ts'
import { finding, inEpoch, type ScrubFinding, type Tell } from './scrub-finding.ts'
import { readNumbered, type ScrubRow } from './scrub-rows.ts'
import { compareTiles, findInBundle, SignedTiles } from './scrub-tiles.ts'
import { TileRows } from './tile-rows.ts'

type ScrubContext = Pick<Context, 'db' | 'blobs'>

/**
 * The logs before the one that is written now: rows and files of each against their own signatures, since the two may have parted
 * when the operator decided for a new log. What the leaves stand for is compared with the log that is written now. Answers how many
 * entries were read.
 */
export async function scrubEarlier(
  ctx: ScrubContext,
  below: number,
  vkeys: readonly Vkey[],
  tell: Tell,
): Promise<number> {
  let entries = 0
  for (let epoch = 0; epoch < below; epoch += 1) {
    const closing = await readClosing(ctx.db, epoch)
    const tellOf = told(epoch, tell)
    entries += await scrubRows(ctx.db, { epoch, vkeys, closing }, tell)
    await scrubFiles(ctx, { epoch, vkeys, closing }, tellOf)
  }
  return entries
}

/** How a log stood when the operator decided to begin the next one. */
type Closing = {
  readonly problem: string
  readonly fromSize: number
  readonly publishedNote: string | null
}
type Earlier = { readonly epoch: number; readonly vkeys: readonly Vkey[]; readonly closing: Closing | undefined }

async function readClosing(db: Sender, epoch: number): Promise<Closing | undefined> {
  const { rows } = await db.query<Closing>({
    name: 'scrub-closing',
    text: `SELECT problem, from_size AS "fromSize", published_note AS "publishedNote" FROM app.log_decisions
      WHERE choice = 'new-log' AND epoch = $1`,
    values: [epoch + 1],
  })
  return rows[0]
}

/** File names are those of the first log; what is told names the folder of this one. */
function told(epoch: number, tell: Tell): Tell {
  return (found) => {
    if (!found) return tell(undefined)
    const { kind, name } = found
    const place = nameInEpoch(name, epoch)
    return tell({ kind, name: place, sentence: found.sentence.replace(name, place) })
  }
}

/** Numbered rows, their leaves and every signed head of a log that is written no more. */
async function scrubRows(db: Sender, earlier: Earlier, tell: Tell): Promise<number> {
  const size = earlier.closing?.fromSize ?? 0
  let frontier: Frontier | undefined = EMPTY_FRONTIER
  for (let start = 0; start < size && frontier; start += TILE_WIDTH)
    frontier = await scrubPart(db, earlier, { start, end: Math.min(start + TILE_WIDTH, size), frontier }, tell)
  if (size > 0 && (await readHeads(db, earlier.epoch, size - 1, size)).length === 0)
    tell(finding('checkpoint', inEpoch(earlier.epoch, String(size)), '这部日志最后签名的检查点已不在库中'))
  return size
}

type Part = { readonly start: number; readonly end: number; readonly frontier: Frontier }

/** The frontier after 256 entries; undefined where rows were known to be missing when the log was closed. */
async function scrubPart(
  db: Sender,
  { epoch, vkeys, closing }: Earlier,
  { start, end, frontier: before }: Part,
  tell: Tell,
): Promise<Frontier | undefined> {
  const found = new Map((await readNumbered(db, epoch, start, end)).map((row) => [row.index, row]))
  if (found.size < end - start && closing?.problem === 'entries') return undefined
  const heads = new Map((await readHeads(db, epoch, start, end)).map((head) => [head.size, head]))
  let frontier = before
  for (let index = start; index < end; index += 1) {
    const row = found.get(index)
    tell(
      row ? findInEntry(row, epoch) : finding('entry', inEpoch(epoch, String(index)), 'log_entries 的这一行已不在库中'),
    )
    frontier = appendLeaf(sha256, frontier, row?.entryHash ?? new Uint8Array(32))
    const signed = heads.get(index + 1)
    if (signed) tell(findInHead(signed, frontier, vkeys, epoch))
  }
  return frontier
}

/** A leaf that is gone is named with the log that is written now. */
function findInEntry(row: ScrubRow, epoch: number): ScrubFinding | undefined {
  const leaf = leafOf(row)
  if (!leaf || equalBytes(leafHash(sha256, entryOf(sha256, leaf)), row.entryHash)) return undefined
  return finding('entry', inEpoch(epoch, String(row.index)), `散列与叶（${leaf.subject}）的不符，其中一个已被改动`)
}

/** What was published of it stays where it was, under the checkpoint that stood when the log was closed. */
async function scrubFiles({ blobs }: ScrubContext, { epoch, vkeys, closing }: Earlier, tell: Tell): Promise<void> {
  if (!closing || closing.publishedNote === null) return
  const files = readerOfEpoch(blobs.named, epoch)
  const note = parseUtf8((await files.read(CHECKPOINT)) ?? new Uint8Array()) ?? ''
  const checkpoint = openCheckpoint(closing.publishedNote, vkeys)
  if (textOf(note) !== textOf(closing.publishedNote))
    tell(finding('checkpoint', CHECKPOINT, '不是另起日志时已公布的那一个，已被改动或者缺失'))
  if (!checkpoint) {
    tell(finding('checkpoint', CHECKPOINT, '另起日志时登记的检查点签名无效，已被改动，或者旧公钥不在 secrets 里'))
    return
  }
  const size = Number(checkpoint.size)
  const head = { size, root: checkpoint.root, note: closing.publishedNote, signedAt: '' }
  const frontier = await scrubTiles(new SignedTiles(head, tileReader(files)), size, tell)
  if (frontier && !equalBytes(rootOf(sha256, frontier), checkpoint.root))
    tell(finding('checkpoint', CHECKPOINT, '由条目包重算的根与签名的根不符'))
}

const textOf = (note: string): string => note.slice(0, note.indexOf('\n\n') + 1)

async function scrubTiles(tiles: SignedTiles, size: number, tell: Tell): Promise<Frontier | undefined> {
  const rows = new TileRows()
  let frontier: Frontier = EMPTY_FRONTIER
  for (let start = 0; start < size; start += TILE_WIDTH) {
    const block = await tiles.block(BigInt(start / TILE_WIDTH))
    const hashes = block.isSigned ? block.hashes : block.entries?.map((entry) => leafHash(sha256, entry))
    const known = hashes ?? []
    tell(findInBundle(block, known))
    for (const [nth, hash] of known.entries()) {
      rows.push(hash, start + nth)
      frontier = appendLeaf(sha256, frontier, hash)
    }
    await compareTiles(tiles, rows.takeWhole(), tell)
    if (known.length < Math.min(TILE_WIDTH, size - start)) {
      tell(finding('tile', `log/tile/0（第 ${start} 条起）`, '瓦片和条目包都缺失或者残缺'))
      return undefined
    }
  }
  await compareTiles(tiles, rows.unfinished(size), tell)
  return frontier
}
