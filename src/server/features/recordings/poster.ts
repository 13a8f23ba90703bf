import { answerContent, type StoredContent } from '#server/features/evidence/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { SEES_POSTER } from './recordings-queries.ts'

/** The small picture of a recording, for those who see it in lists; nothing larger comes this way. */
export async function answerPoster(
  ctx: RequestContext,
  id: string,
  ifNoneMatch: string | undefined,
): Promise<StreamAnswer | Refused> {
  const { rows } = await ctx.db.query<StoredContent>({
    name: 'recording-poster',
    text: `SELECT b.sha256, b.size, b.media_type AS "mediaType", r.file_name || '.jpg' AS "fileName"
      FROM app.recordings r JOIN app.renditions n ON n.sha256 = r.sha256 JOIN app.blobs b ON b.sha256 = n.poster_sha256
      WHERE r.agency_id = $1 AND r.id = $3 AND ${SEES_POSTER}`,
    values: [ctx.actor.agencyId, ctx.actor.personId, id],
  })
  const [poster] = rows
  if (!poster) return notFound('封面')
  ctx.audit({ subject: `recording:${id}` })
  return answerContent(ctx.blobs, poster, { ifNoneMatch })
}
