import { SNIFF_BYTES, sniffMedia } from '#domain/evidence/sniff-media.ts'
import type { Staging } from '#server/blobs/staging.ts'
import type { Context } from '#server/context.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type Requester, uploadAudit } from './upload-audit.ts'
import type { UploadRow } from './uploads-queries.ts'
import { markEnded, markFinished, markStoring } from './uploads-store.ts'

const NAMES = {
  evidence: { stored: 'evidence-stored', refused: 'evidence-refused' },
  recording: { stored: 'recording-received', refused: 'recording-refused' },
} as const

/**
 * Turns a staged file whose last byte has come into a stored blob. A digest other than the declared one refuses the upload
 * and removes the file. Every step may be repeated: first the digest is recorded, then the file moved, then it is finished.
 */
export async function completeUpload(ctx: RequestContext, staging: Staging, upload: UploadRow): Promise<void> {
  const digests = await staging.finish(upload.id, upload.size)
  if (upload.declaredSha256 !== null && upload.declaredSha256 !== digests.sha256) {
    await refuseDigest(ctx, staging, upload, digests.sha256)
  }
  const mediaType = sniffMedia(await staging.head(upload.id, SNIFF_BYTES))
  const file = { ...digests, id: upload.id, size: upload.size, mediaType, at: ctx.clock.now().toISOString() }
  await ctx.db.transaction((tx) => markStoring(tx, file))
  await finishStoring(ctx, { ...upload, sha256: digests.sha256 }, ctx)
}

/** Moves the file of an upload whose digest is recorded; also after a crash between the two. */
export async function finishStoring(ctx: Context, upload: UploadRow, by: Requester): Promise<void> {
  const { id, sha256, fileName, size } = upload
  if (sha256 === null) throw new Error(`upload ${id} has no digest`)
  await ctx.blobs.keepStaged(id, sha256)
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    if (!(await markFinished(tx, id, now.toISOString()))) return
    await tx.query(uploadAudit(NAMES[upload.purpose].stored, upload, by, now, { fileName, size, sha256 }))
  })
}

async function refuseDigest(ctx: RequestContext, staging: Staging, upload: UploadRow, sha256: string): Promise<never> {
  const { id, fileName, declaredSha256: declared } = upload
  await ctx.db.transaction(async (tx) => {
    await markEnded(tx, id, 'refused')
    await tx.query(uploadAudit(NAMES[upload.purpose].refused, upload, ctx, ctx.clock.now(), { declared, sha256 }))
  })
  await staging.discard(id)
  const digests = `声明 ${declared}，实收 ${sha256}`
  const sentence = `文件“${fileName}”的 SHA-256 摘要与声明的不一致，没有存入：${digests}。请核对文件后重新上传。`
  throw new RefusedError(refused('invalid-input', sentence))
}
