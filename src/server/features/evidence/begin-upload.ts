import { isRefused, notFound, type Refused, RefusedError, refused } from '#server/http/errors.ts'
import { auditRow, auditStatement } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { UPLOAD_LIFE_MS } from './upload-data-store.ts'
import { readUploadMetadata, type UploadIntent } from './upload-metadata.ts'
import { insertUpload } from './uploads-store.ts'

export type UploadOffer = {
  readonly id: string
  readonly size: number
  readonly metadata: Readonly<Record<string, string | null>> | undefined
}

/** Begins an upload into a case of the actor's agency, or of a recording; throws what refuses it, before a byte is taken. */
export async function beginUpload(ctx: RequestContext, offer: UploadOffer): Promise<void> {
  const intent = readUploadMetadata(offer.metadata, ctx.clock.now())
  if (isRefused(intent)) throw new RefusedError(intent)
  const refusal = await refuseSize(ctx, offer.size)
  if (refusal) throw new RefusedError(refusal)
  await insert(ctx, offer, intent)
}

async function refuseSize(ctx: RequestContext, size: number): Promise<Refused | undefined> {
  if (!Number.isSafeInteger(size) || size < 0) return refused('malformed-request', 'Upload-Length 应当是文件的字节数。')
  if (size === 0) return refused('invalid-input', '文件是空的，不能作为证据；请选择有内容的文件。')
  if ((await ctx.blobs.freeBytes()) > size) return undefined
  return refused('storage-full', '存储空间放不下这个文件；请联系系统管理员腾出空间后再上传。')
}

async function insert(ctx: RequestContext, offer: UploadOffer, intent: UploadIntent): Promise<void> {
  const now = ctx.clock.now()
  const upload = {
    ...intent,
    id: offer.id,
    size: offer.size,
    ownerId: ctx.actor.personId,
    agencyId: ctx.actor.agencyId,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + UPLOAD_LIFE_MS).toISOString(),
  }
  ctx.audit({
    subject: `upload:${offer.id}`,
    detail: { ...subjectOf(intent), fileName: intent.fileName, size: offer.size },
  })
  await ctx.db.transaction(async (tx) => {
    if (!(await insertUpload(tx, upload))) throw new RefusedError(notFound('案件'))
    const row = auditRow(ctx)
    if (row) await tx.query(auditStatement(row))
  })
}

const subjectOf = (intent: UploadIntent): Readonly<Record<string, string>> =>
  intent.purpose === 'evidence' ? { case: intent.caseId } : { purpose: intent.purpose }
