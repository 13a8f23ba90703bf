import { equalBytes } from '#domain/record-log/bytes.ts'
import { type Frontier, rootOf } from '#domain/record-log/tree.ts'
import type { Vkey } from '#domain/record-log/vkey.ts'
import { sha256 } from './ed25519.ts'
import { openCheckpoint } from './examine-log.ts'
import type { Head, Sender } from './log-rows.ts'
import { finding, inEpoch, type ScrubFinding } from './scrub-finding.ts'

/** Signed heads in the order of their size. */
export async function readHeads(db: Sender, epoch: number, above: number, upTo: number): Promise<readonly Head[]> {
  const { rows } = await db.query<Head>({
    name: 'scrub-heads',
    text: `SELECT size, root, note, signed_at AS "signedAt" FROM app.log_checkpoints
      WHERE epoch = $3 AND size > $1 AND size <= $2 ORDER BY size`,
    values: [above, upTo, epoch],
  })
  return rows
}

/** Names a head whose signature, columns or root do not agree with each other and with the leaves. */
export function findInHead(
  head: Head,
  frontier: Frontier,
  vkeys: readonly Vkey[],
  epoch: number,
): ScrubFinding | undefined {
  const name = inEpoch(epoch, String(head.size))
  const checkpoint = openCheckpoint(head.note, vkeys)
  if (!checkpoint) return finding('checkpoint', name, '签名无效，已被改动')
  if (checkpoint.size !== BigInt(head.size) || !equalBytes(checkpoint.root, head.root)) {
    return finding('checkpoint', name, '登记的条数或者根与签名的不同，已被改动')
  }
  if (equalBytes(rootOf(sha256, frontier), head.root)) return undefined
  return finding('checkpoint', name, '由条目重算的根与签名的根不符')
}
