import { recordingContent } from '#domain/record-log/recording-content.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { receiptOf } from '#server/record-log/receipt-of.ts'
import { findRecordingContent } from '#server/record-log/recording-leaf.ts'
import { admitViewer, noRecording } from './load-viewed.ts'

/** Saved and not shown: these are files for the verifier, to the last byte. */
const SAVED = 'application/octet-stream'

/** The receipt of what was sealed when the recording was stored. */
export async function readRecordingReceipt(ctx: RequestContext, id: string): Promise<StreamAnswer | Refused> {
  const admitted = await admitViewer(ctx, ctx.db, id)
  if (isRefused(admitted)) return admitted
  const receipt = await receiptOf(ctx, 'recording', `recording:${id}`)
  if (!receipt) return notFound('存证回执（刚存入的一般在一秒之内签入存证日志，请稍后再取）')
  return { headers: contentHeaders(SAVED, `音像记录${id}.tlog-proof`), body: receipt.text }
}

/** The very bytes that were hashed for its leaf: digests of the original, when and by whom it was taken. */
export async function readSealedContent(ctx: RequestContext, id: string): Promise<StreamAnswer | Refused> {
  const admitted = await admitViewer(ctx, ctx.db, id)
  if (isRefused(admitted)) return admitted
  const content = await findRecordingContent(ctx.db, id)
  if (!content) return noRecording()
  return { headers: contentHeaders(SAVED, `音像记录${id}.json`), body: recordingContent(content) }
}
