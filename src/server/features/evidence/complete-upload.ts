import { SNIFF_BYTES, sniffMedia } from '#domain/evidence/sniff-media.ts'
import type { Staging } from '#server/blobs/staging.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import { auditRow, auditStatement } from '#server/http/idempotency.ts'
import type { PublicContext } from '#server/http/request-context.ts'
import type { UploadRow } from './uploads-queries.ts'
import { markEnded, markFinished, markStoring } from './uploads-store.ts'

/**
 * Turns a staged file whose last byte has come into a stored blob. A digest other than the declared one refuses the upload
 * and removes the file. Every step may be repeated: first the digest is recorded, then the file moved, then it is finished.
 */
export async function completeUpload(ctx: PublicContext, staging: Staging, upload: UploadRow): Promise<void> {
  const digests = await staging.finish(upload.id, upload.size)
  if (upload.declaredSha256 !== null && upload.declaredSha256 !== digests.sha256) {
    await refuseDigest(ctx, staging, upload, digests.sha256)
  }
  const mediaType = sniffMedia(await staging.head(upload.id, SNIFF_BYTES))
  const at = ctx.clock.now().toISOString()
  const file = { ...digests, id: upload.id, size: upload.size, mediaType, at }
  await ctx.db.transaction((tx) => markStoring(tx, file))
  await finishStoring(ctx, { ...upload, sha256: digests.sha256 })
}

/** Moves the file of an upload whose digest is recorded; also after a crash between the two. */
export async function finishStoring(ctx: PublicContext, upload: UploadRow): Promise<void> {
  if (upload.sha256 === null) throw new Error(`upload ${upload.id} has no digest`)
  await ctx.blobs.keepStaged(upload.id, upload.sha256)
  const detail = { case: upload.caseId, fileName: upload.fileName, size: upload.size, sha256: upload.sha256 }
  ctx.audit({ subject: `upload:${upload.id}`, detail })
  await ctx.db.transaction(async (tx) => {
    if (!(await markFinished(tx, upload.id, ctx.clock.now().toISOString()))) return
    const row = auditRow({ ...ctx, auditName: 'evidence-stored' })
    if (row) await tx.query(auditStatement(row))
  })
}

async function refuseDigest(ctx: PublicContext, staging: Staging, upload: UploadRow, sha256: string): Promise<never> {
  const detail = { case: upload.caseId, declared: upload.declaredSha256, sha256 }
  ctx.audit({ subject: `upload:${upload.id}`, detail })
  await ctx.db.transaction(async (tx) => {
    await markEnded(tx, upload.id, 'refused')
    const row = auditRow({ ...ctx, auditName: 'evidence-refused' })
    if (row) await tx.query(auditStatement(row))
  })
  await staging.discard(upload.id)
  const sentence = `文件“${upload.fileName}”的 SHA-256 摘要与声明的不一致，没有存入：声明 ${upload.declaredSha256}，实收 ${sha256}。请核对文件后重新上传。`
  throw new RefusedError(refused('invalid-input', sentence))
}
