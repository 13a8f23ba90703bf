import type { LeafKind } from '#domain/record-log/leaf-entry.ts'
import { PROOF_LIMIT } from '#domain/record-log/proof.ts'
import { receiptText } from '#domain/record-log/receipt.ts'
import type { Voucher } from '#domain/record-log/say-witnesses.ts'
import { type Verdict, verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { OperatorError } from '#server/operator-error.ts'
import { verifySignature } from '#verifier/cryptography.ts'
import { verifySm2 } from '#verifier/sm2.ts'
import type { Answer } from '../command.ts'
import { compareOriginal, type OriginalJudged } from './compare-original.ts'
import { readAtMost } from './log-source.ts'
import { tellVerdict } from './tell-verdict.ts'
import { nodeDigest } from './verify-log-at.ts'

const CONTENT_LIMIT = 2_000_000_000

export type ReceiptAsked = {
  readonly receipt: string
  readonly vkeys: readonly string[]
  /** Text of a policy (C2SP tlog-policy). */
  readonly policy: string | undefined
  /** The file of what the receipt is for, and what the caller says that it is. */
  readonly content: { readonly kind: LeafKind; readonly path: string } | undefined
  /** The file that was recorded, where the receipt is for a recording. */
  readonly original: string | undefined
}

/** Verifies a receipt's file, with the document, event, digest record or decision it is for when given. */
export async function verifyReceiptFile({ receipt, vkeys, policy, content, original }: ReceiptAsked): Promise<Answer> {
  const bytes = fileOf(receipt, PROOF_LIMIT)
  const record = content && fileOf(content.path, CONTENT_LIMIT)
  const verdict = verifyReceipt({
    digest: nodeDigest,
    verifySignature,
    verifySm2,
    vkeys,
    policy,
    receipt: receiptText(bytes),
    ...(record && { content: record }),
  })
  const asked = askedFor(verdict, content?.kind)
  const compared = record && original !== undefined ? await compareOriginal(original, record) : undefined
  return tellVerdict(withOriginal(asked, content?.kind, compared), factsOf(verdict), [])
}

const NO_ORIGINAL = '没有核对音像原件本身：回执证明的是摘要记录；请用 --original 给出原件再核对一次。'

/** A receipt of a recording is for its digest record; the file itself is compared where it was given, and else the verdict says so. */
function withOriginal(verdict: Verdict, kind: LeafKind | undefined, compared: OriginalJudged | undefined): Verdict {
  if (!verdict.ok || kind !== 'recording') return verdict
  if (!compared) return { ...verdict, notProved: [...verdict.notProved, NO_ORIGINAL] }
  if ('proved' in compared) return { ...verdict, proved: [...verdict.proved, compared.proved] }
  return { ...verdict, ok: false, proved: [], problems: [...verdict.problems, compared.problem] }
}

/** A receipt of an event says nothing of a document, even if someone recorded the same bytes. */
function askedFor(verdict: Verdict, asked: LeafKind | undefined): Verdict {
  const kind = verdict.facts?.leaf.kind
  if (!verdict.ok || kind === undefined || asked === undefined || kind === asked) return verdict
  const problem = `这张回执是${NAMES[kind]}的，应改用 --${kind}。`
  return { ...verdict, ok: false, proved: [], notProved: [], problems: [problem] }
}

const NAMES: Readonly<Record<LeafKind, string>> = {
  event: '办案记录',
  document: '文书',
  recording: '音像记录',
  reconciliation: '续签决定',
  disclosure: '公示内容',
  rendition: '播放材料',
  refusal: '见证方的拒签',
}

function factsOf({ facts }: Verdict): Readonly<Record<string, unknown>> {
  if (!facts) return {}
  const { leaf, index, checkpoint, signedBy, cosignatures = [] } = facts
  const { origin, size } = checkpoint
  return {
    kind: leaf.kind,
    subject: leaf.subject,
    index: Number(index),
    origin,
    size: Number(size),
    signedBy,
    witnesses: cosignatures.map(witnessed),
  }
}

const witnessed = ({ witness, at }: Voucher) => ({ witness, at: new Date(Number(at) * 1000).toISOString() })

function fileOf(path: string, limit: number): Uint8Array {
  const bytes = readAtMost(path, limit)
  if (bytes === undefined) throw new OperatorError(`没有找到文件 ${path}。`, 2)
  if (bytes === 'too-long') throw new OperatorError(`文件 ${path} 太大：最多 ${limit} 字节，没有读取。`, 1)
  return bytes
}
