import { createPublicKey, hash, verify } from 'node:crypto'
import type { Digest } from '#domain/record-log/merkle.ts'
import { receiptText } from '#domain/record-log/receipt.ts'
import type { VerifySignature } from '#domain/record-log/signed-note.ts'
import { type Verdict, verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import type { PortalContext } from '../portal-context.ts'
import type { VerifyForm } from './read-form.ts'
import { findByKey, findOriginal, type KeyedDocument, type KnownDecision } from './verify-queries.ts'

export type Judgement = {
  readonly ok: boolean
  readonly proved: readonly string[]
  readonly notProved: readonly string[]
  readonly problems: readonly string[]
  readonly decision?: KnownDecision | undefined
}

const digest: Digest = (bytes) => hash('sha256', bytes, 'buffer')
// What stands before the 32 bytes of a key in SubjectPublicKeyInfo (RFC 8410).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

const verifySignature: VerifySignature = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

/** Judges what was handed in: a receipt with or without its document, or a document by what is published of it. */
export async function judgeForm(ctx: PortalContext, form: VerifyForm): Promise<Judgement | undefined> {
  if (form.receipt) return judgeReceipt(ctx, form.receipt, form.document)
  if (!form.document) return undefined
  const sha256 = hash('sha256', form.document, 'hex')
  const keyed = form.key === '' ? undefined : await findByKey(ctx.db, form.key)
  return keyed ? compare(keyed, sha256) : judgeFile(await findOriginal(ctx.db, { sha256 }))
}

async function judgeReceipt(
  { db, files }: PortalContext,
  bytes: Uint8Array,
  content: Uint8Array | undefined,
): Promise<Judgement> {
  const published = await files.read('log/vkey')
  const policy = await files.read('log/policy')
  if (!published) return refused('存证日志还没有公布公钥，现在不能核验回执。请过几分钟再试。')
  const vkeys = Buffer.from(published)
    .toString()
    .split('\n')
    .filter((line) => line.trim() !== '')
  const receipt = receiptText(bytes)
  const lenient = policy && withoutQuorum(Buffer.from(policy).toString())
  const verdict = verifyReceipt({
    digest,
    verifySignature,
    vkeys,
    policy: lenient,
    receipt,
    ...(content && { content }),
  })
  return { ...verdict, decision: await decisionOf(db, verdict) }
}

/** Receipts drawn before there were witnesses stay good here; those witnesses that are there are verified and named. */
const withoutQuorum = (policy: string): string => policy.replace(/^(group|quorum) .*\n/gm, '').concat('quorum none\n')

async function decisionOf(db: PortalContext['db'], { ok, facts }: Verdict): Promise<KnownDecision | undefined> {
  const documentId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(facts?.leaf.subject ?? '')?.[0]
  return ok && facts?.leaf.kind === 'document' && documentId ? findOriginal(db, { documentId }) : undefined
}

function compare({ fileSha256, title, number, agencyName, status }: KeyedDocument, sha256: string): Judgement {
  if (fileSha256 === null) return refused('这份文书的摘要没有公布，请用存证回执核验。')
  if (fileSha256 !== sha256) {
    return refused(`您给出的文件与${agencyName}的“${title}”不是同一份：它被改动过、转存过，或者是另一份文书。`)
  }
  const name = [title, number].filter((part) => part).join('　')
  const proved = [`您给出的文件与${agencyName}发出的“${name}”逐字节相同。`]
  const notProved = status === 'void' ? ['这份文书已经作废，不再有效。'] : ['不证明文书所写的内容真实、合法。']
  return { ok: status === 'valid', proved, notProved, problems: [] }
}

function judgeFile(decision: KnownDecision | undefined): Judgement {
  if (!decision) {
    return refused(
      '没有公示过与这个文件逐字节相同的决定书。它可能被改动过、转存过，或者没有公示原件；有存证回执的，请一并选上再核验。',
    )
  }
  const proved = [`您给出的文件与公示的决定书原件逐字节相同。`]
  return { ok: true, proved, notProved: ['这里没有核对存证日志；请下载回执，离线再核对一次。'], problems: [], decision }
}

function refused(problem: string): Judgement {
  return { ok: false, proved: [], notProved: [], problems: [problem] }
}
