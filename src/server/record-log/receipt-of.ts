import type { Leaf, LeafKind } from '#domain/record-log/leaf-entry.ts'
import { formatReceipt } from '#domain/record-log/receipt.ts'
import { hashesFromTiles } from '#domain/record-log/tile.ts'
import { proveInclusion } from '#domain/record-log/tree.ts'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import type { Context } from '../context.ts'
import { findCosignedHead, readCosignatures } from './cosign-rows.ts'
import { sha256, verifyEd25519 } from './ed25519.ts'
import { currentLogFiles, EPOCH } from './epoch.ts'
import { onceEach, tileReader } from './log-files.ts'
import { readHead } from './log-rows.ts'
import { readLogKeys } from './signing-key.ts'
import { verifySm2 } from './sm2.ts'
import { askedWitnesses, lenientPolicy } from './witness-policy.ts'

export type ReceiptContext = Pick<Context, 'db' | 'blobs' | 'config'>

/** The text of a `.tlog-proof` file, and what lists show of it. */
export type IssuedReceipt = {
  readonly text: string
  readonly index: number
  readonly signedAt: string
  /** Whether the quorum of witnesses stands under it; true where none is asked for. */
  readonly isWitnessed: boolean
}

type Row = Leaf & { readonly index: number }

/** A checkpoint that was chosen once, with the lines of the witnesses that stood under it then. */
export type FixedHead = { readonly size: number; readonly note: string }

/**
 * The receipt of a leaf under the newest checkpoint, or under one that was fixed; undefined while no checkpoint holds it (a second after the commit).
 * Throws when the tiles do not prove it: a receipt that fails in other hands must not leave the house.
 */
export async function receiptOf(
  ctx: ReceiptContext,
  kind: LeafKind,
  subject: string,
  fixed?: FixedHead,
): Promise<IssuedReceipt | undefined> {
  const row = await findLeaf(ctx, kind, subject)
  const head = row && (fixed ? headOf(fixed, row.index) : await headFor(ctx, row.index))
  if (!row || !head) return undefined
  const { index, ...leaf } = row
  const text = await draw(ctx, leaf, index, head)
  const keys = readLogKeys(ctx.config)
  const verdict = verifyReceipt({
    digest: sha256,
    verifySignature: verifyEd25519,
    verifySm2,
    vkeys: keys.vkeys.map(formatVkey),
    policy: lenientPolicy(ctx.config, keys),
    receipt: text,
  })
  if (!verdict.ok) throw new Error(`the receipt of ${subject} does not hold: ${verdict.problems.join('')}`)
  return { text, index, signedAt: head.signedAt, isWitnessed: head.isWitnessed }
}

type CosignedHead = FixedHead & { readonly signedAt: string; readonly isWitnessed: boolean }

const headOf = (fixed: FixedHead, index: number): CosignedHead | undefined =>
  index < fixed.size ? { ...fixed, signedAt: '', isWitnessed: false } : undefined

/** The newest with the quorum that holds the leaf, and without one the newest; with what witnesses signed. */
async function headFor(ctx: ReceiptContext, index: number): Promise<CosignedHead | undefined> {
  const head = await newestHead(ctx, index)
  return head && index < head.size ? head : undefined
}

/** The newest checkpoint with the quorum above that index, and without one the newest; witnesses' lines stand below the log's. */
export async function newestHead({ db, config }: ReceiptContext, index: number): Promise<CosignedHead | undefined> {
  const witnesses = askedWitnesses(config)
  const { quorum } = config.recordLog
  const head = (await findCosignedHead(db, index, { witnesses, quorum })) ?? (await readHead(db))
  if (!head) return undefined
  const lines = await readCosignatures(db, head.size, witnesses)
  const note = head.note + lines.map(({ line }) => line).join('')
  return { ...head, note, isWitnessed: lines.length >= quorum }
}

async function draw(
  { db, blobs }: ReceiptContext,
  leaf: Leaf,
  index: number,
  { size, note }: FixedHead,
): Promise<string> {
  const readTile = onceEach(tileReader(await currentLogFiles(db, blobs.named)))
  const hashAt = hashesFromTiles({ digest: sha256, size: BigInt(size), readTile })
  const hashes = await proveInclusion({ digest: sha256, hashAt, index: BigInt(index), size: BigInt(size) })
  return formatReceipt({ leaf, index: BigInt(index), hashes, checkpoint: note })
}

async function findLeaf({ db }: ReceiptContext, kind: LeafKind, subject: string): Promise<Row | undefined> {
  const { rows } = await db.query<Row>({
    name: 'log-leaf',
    text: `SELECT l.kind, l.subject, l.salt, l.digest, e.index FROM app.leaves l
      JOIN app.log_entries e ON e.leaf_id = l.id AND e.epoch = ${EPOCH} WHERE l.kind = $1 AND l.subject = $2`,
    values: [kind, subject],
  })
  return rows[0]
}
