import { groundToRead, type Reading, watermarkOf } from '#server/features/access/index.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { answerContent, type ContentRequest } from './answer-content.ts'
import { isMarkable, markedContent } from './marked-content.ts'
import { noteReading } from './note-reading.ts'
import { type EvidenceFile, listReferring } from './uploads-queries.ts'

export type Shown = {
  readonly asked: ContentRequest
  /** What is written beside the reading. */
  readonly detail?: Record<string, unknown>
  /** Noted each time by itself, instead of going on with a reading of the original. */
  readonly isApart?: boolean
}

/**
 * A file that belongs to the evidence, to somebody who has a ground to read its case. Who reads by a granted request gets
 * pictures and papers with their name across them, drawn for this one reading; the stored file stays as it is.
 */
export async function answerEvidence(
  ctx: RequestContext,
  id: string,
  file: EvidenceFile,
  { asked, detail = {}, isApart = false }: Shown,
): Promise<StreamAnswer | Refused> {
  const reading = await groundToEvidence(ctx, id, file.caseId)
  if (isRefused(reading)) return reading
  const { grant } = reading
  const answer =
    grant && isMarkable(file.mediaType)
      ? await markedContent(ctx, file, watermarkOf(ctx))
      : answerContent(ctx.blobs, file, asked)
  if (isRefused(answer)) return answer
  const ground = grant ? { ground: `access:${grant.requestId}` } : {}
  const noted = { case: file.caseId, range: asked.range ?? null, ...detail, ...ground }
  if (isApart) ctx.audit({ subject: `upload:${id}`, detail: noted })
  else await noteReading(ctx, id, noted)
  return answer
}

/** The ground to read the case in which it was added, or one that refers to it. */
async function groundToEvidence(ctx: RequestContext, id: string, caseId: string): Promise<Reading | Refused> {
  const reading = await groundToRead(ctx, caseId)
  if (!isRefused(reading)) return reading
  for (const other of await listReferring(ctx.db, id)) {
    const there = await groundToRead(ctx, other)
    if (!isRefused(there)) return there
  }
  return reading
}
