import { PROOF_LIMIT } from '#domain/record-log/proof.ts'
import { receiptText } from '#domain/record-log/receipt.ts'
import { type Verdict, verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { OperatorError } from '#server/operator-error.ts'
import { verifySignature } from '#verifier/cryptography.ts'
import type { Answer } from '../command.ts'
import { readAtMost } from './log-source.ts'
import { tellVerdict } from './tell-verdict.ts'
import { nodeDigest } from './verify-log-at.ts'

const CONTENT_LIMIT = 2_000_000_000

export type ReceiptAsked = {
  readonly receipt: string
  readonly vkeys: readonly string[]
  readonly document: string | undefined
  readonly event: string | undefined
}

/** Verifies a receipt's file, with the document or event it is for when given. */
export function verifyReceiptFile({ receipt, vkeys, document, event }: ReceiptAsked): Answer {
  const bytes = fileOf(receipt, PROOF_LIMIT)
  const given = document ?? event
  const content = given === undefined ? undefined : fileOf(given, CONTENT_LIMIT)
  const verdict = verifyReceipt({
    digest: nodeDigest,
    verifySignature,
    vkeys,
    receipt: receiptText(bytes),
    ...(content && { content }),
  })
  return tellVerdict(askedFor(verdict, document, event), factsOf(verdict), [])
}

/** A receipt of an event says nothing of a document, even if someone recorded the same bytes. */
function askedFor(verdict: Verdict, document: string | undefined, event: string | undefined): Verdict {
  const kind = verdict.facts?.leaf.kind
  const isOther = (kind === 'event' && document !== undefined) || (kind === 'document' && event !== undefined)
  if (!verdict.ok || !isOther) return verdict
  const problem = `这张回执是${kind === 'event' ? '办案记录' : '文书'}的，应改用 ${kind === 'event' ? '--event' : '--document'}。`
  return { ...verdict, ok: false, proved: [], notProved: [], problems: [problem] }
}

function factsOf({ facts }: Verdict): Readonly<Record<string, unknown>> {
  if (!facts) return {}
  const { leaf, index, checkpoint, signedBy } = facts
  const { origin, size } = checkpoint
  return { kind: leaf.kind, subject: leaf.subject, index: Number(index), origin, size: Number(size), signedBy }
}

function fileOf(path: string, limit: number): Uint8Array {
  const bytes = readAtMost(path, limit)
  if (bytes === undefined) throw new OperatorError(`没有找到文件 ${path}。`, 2)
  if (bytes === 'too-long') throw new OperatorError(`文件 ${path} 太大：最多 ${limit} 字节，没有读取。`, 1)
  return bytes
}
