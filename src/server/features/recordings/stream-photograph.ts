import {
  answerEvidence,
  type ContentRequest,
  type EvidenceFile,
  findEvidenceFile,
} from '#server/features/evidence/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { findCovered, findPreview } from './photographs-queries.ts'

/** The picture of a photograph as it is shown, upright and of the size of a screen. */
export async function streamPreview(
  ctx: RequestContext,
  id: string,
  asked: ContentRequest,
): Promise<StreamAnswer | Refused> {
  const file = await findEvidenceFile(ctx.db, id, ctx.actor.agencyId)
  const preview = file && (await findPreview(ctx.db, id))
  if (!file || !preview) return notFound('照片的预览')
  return answerEvidence(ctx, id, { ...file, ...preview }, { asked, detail: { part: 'preview' } })
}

/** A covered version of a photograph. */
export async function streamCovered(
  ctx: RequestContext,
  id: string,
  derivative: string,
  asked: ContentRequest,
): Promise<StreamAnswer | Refused> {
  const file = await findEvidenceFile(ctx.db, id, ctx.actor.agencyId)
  const covered = file && (await findCovered(ctx.db, derivative, id))
  if (!file || !covered) return notFound('遮盖版')
  const shown: EvidenceFile = { ...file, ...covered }
  return answerEvidence(ctx, id, shown, { asked, detail: { derivative }, isApart: true })
}
