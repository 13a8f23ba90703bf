import { isPdfLocked } from '#domain/evidence/pdf-lock.ts'
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
 * and removes the file, and so does a PDF that not everybody could read out of the dossier. Every step may be repeated: first the digest is recorded, then the file moved, then it is finished.
 */
export async function completeUpload(ctx: RequestContext, staging: Staging, upload: UploadRow): Promise<void> {
  const digests = await staging.finish(upload.id, upload.size)
  if (upload.declaredSha256 !== null && upload.declaredSha256 !== digests.sha256) {
    await refuseDigest(ctx, staging, upload, digests.sha256)
  }
  const part = (from: number, to: number) => staging.part(upload.id, from, to)
  const mediaType = sniffMedia(await part(0, SNIFF_BYTES))
  if (mediaType === 'application/pdf' && (await isPdfLocked(upload.size, part)))
    await refuseLocked(ctx, staging, upload, digests.sha256)
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
  const { fileName, declaredSha256: declared } = upload
  const digests = `声明 ${declared}，实收 ${sha256}`
  const sentence = `文件“${fileName}”的 SHA-256 摘要与声明的不一致，没有存入：${digests}。请核对文件后重新上传。`
  return refuse(ctx, staging, upload, { said: { declared, sha256 }, sentence })
}

/** The dossier could not be handed over with it: what lies in it is readable without a password. */
async function refuseLocked(ctx: RequestContext, staging: Staging, upload: UploadRow, sha256: string): Promise<never> {
  const sentence = `PDF 文件“${upload.fileName}”设了口令或者加了密，存进案卷以后别人打不开，没有存入。请另存为不加密的 PDF 后重新上传。`
  return refuse(ctx, staging, upload, { said: { encrypted: true, sha256 }, sentence })
}

type Refusing = { readonly said: Record<string, unknown>; readonly sentence: string }

async function refuse(
  ctx: RequestContext,
  staging: Staging,
  upload: UploadRow,
  { said, sentence }: Refusing,
): Promise<never> {
  await ctx.db.transaction(async (tx) => {
    await markEnded(tx, upload.id, 'refused')
    await tx.query(uploadAudit(NAMES[upload.purpose].refused, upload, ctx, ctx.clock.now(), said))
  })
  await staging.discard(upload.id)
  throw new RefusedError(refused('invalid-input', sentence))
}
