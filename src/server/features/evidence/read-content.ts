import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { answerEvidence } from './answer-evidence.ts'
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
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = headers
  return answerEvidence(ctx, id, file, { asked: { range, ifRange, ifNoneMatch } })
}
