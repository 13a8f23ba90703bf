import { verifyConsistency } from '#domain/record-log/merkle.ts'
import { hashesFromTiles, TILE_WIDTH, type Tile, tilePath } from '#domain/record-log/tile.ts'
import { proveConsistency } from '#domain/record-log/tree.ts'
import { verifySignature } from '#verifier/cryptography.ts'
import { openCheckpoint } from '#verifier/open-checkpoint.ts'
import { verifySm2 } from '#verifier/sm2.ts'
import type { LogVerdict, ReadLog } from '#verifier/verify-log.ts'
import { type Given, nodeDigest } from './verify-log-at.ts'

export type Tree = { readonly size: bigint; readonly root: Uint8Array }

/** Whether the verified log begins with that tree; its tiles have been recomputed before. */
export async function isPart(source: ReadLog, whole: Tree, part: Tree): Promise<boolean> {
  if (part.size > whole.size) return false
  if (part.size === 0n) return true
  const hashAt = hashesFromTiles({ digest: nodeDigest, size: whole.size, readTile: (tile) => readTile(source, tile) })
  const sizes = { oldSize: part.size, newSize: whole.size }
  const proof = await proveConsistency({ digest: nodeDigest, hashAt, ...sizes })
  return verifyConsistency({ digest: nodeDigest, ...sizes, proof, oldRoot: part.root, newRoot: whole.root })
}

async function readTile(source: ReadLog, tile: Tile): Promise<Uint8Array> {
  const bytes = (await source(tilePath(tile))) ?? (await source(tilePath({ ...tile, width: TILE_WIDTH })))
  return bytes?.subarray(0, tile.width * 32) ?? new Uint8Array()
}

/** Compares the log with a checkpoint that somebody has kept: what it held then must be how the log begins now. */
export async function withKnown(
  verdict: LogVerdict,
  { source, trust, known }: { readonly source: ReadLog; readonly trust: Given; readonly known: Uint8Array | undefined },
): Promise<LogVerdict> {
  if (!known) return verdict
  const kept = openCheckpoint({ digest: nodeDigest, verifySignature, verifySm2, ...trust }, known)
  if ('problem' in kept) return refused(verdict, `您保存的${kept.problem}`)
  const { checkpoint } = verdict
  if (!verdict.ok || !checkpoint) return verdict
  const { size, origin } = kept.checkpoint
  if (origin !== checkpoint.origin)
    return refused(verdict, `您保存的检查点属于日志“${origin}”，给出的是“${checkpoint.origin}”。`)
  if (size > checkpoint.size)
    return refused(
      verdict,
      `您保存的检查点有 ${size} 条，给出的日志只有 ${checkpoint.size} 条：后面的被截去，或者它是旧的一份。`,
    )
  if (!(await isPart(source, checkpoint, kept.checkpoint)))
    return refused(verdict, `给出的日志不是由您保存的检查点（${size} 条）长出来的：已经签过的记录被改写过。`)
  return {
    ...verdict,
    proved: [...verdict.proved, `您保存的检查点（${size} 条）正是这部日志的开头：那以后没有改写过以前的任何一条。`],
  }
}

const refused = (verdict: LogVerdict, problem: string): LogVerdict => ({
  ...verdict,
  ok: false,
  proved: [],
  problems: [...verdict.problems, problem],
})
