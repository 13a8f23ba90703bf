import { groundToRead } from '#server/features/access/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { answerContent } from './answer-content.ts'
import { noteReading } from './note-reading.ts'
import { findEvidenceFile } from './uploads-queries.ts'

type Headers = {
  readonly range?: string | undefined
  readonly 'if-range'?: string | undefined
  readonly 'if-none-match'?: string | undefined
}

/** A file of the evidence, whole or in part, to somebody who has a ground to read its case. */
export async function readContent(ctx: RequestContext, id: string, headers: Headers): Promise<StreamAnswer | Refused> {
  const file = await findEvidenceFile(ctx.db, id, ctx.actor.agencyId)
  if (!file) return notFound('证据文件')
  const reading = await groundToRead(ctx, file.caseId)
  if (isRefused(reading)) return reading
  const ground = reading.grant ? { ground: `access:${reading.grant.requestId}` } : {}
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = headers
  const answer = answerContent(ctx.blobs, file, { range, ifRange, ifNoneMatch })
  if (!isRefused(answer)) await noteReading(ctx, id, { case: file.caseId, range: range ?? null, ...ground })
  return answer
}
