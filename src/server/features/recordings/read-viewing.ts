import type { ViewingAnswer } from '#contract/viewings.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { admitViewer } from './load-viewed.ts'
import { openViewing } from './open-viewing.ts'
import { viewingAnswer } from './viewing-answer.ts'

/** The caller's own viewing as it stands, while it is valid and its ground still holds. */
export async function readViewing(ctx: RequestContext, id: string): Promise<ViewingAnswer | Refused> {
  const viewing = await openViewing(ctx, id)
  if (isRefused(viewing)) return viewing
  const admitted = await admitViewer(ctx, ctx.db, viewing.recordingId, viewing.purpose)
  if (isRefused(admitted)) return admitted
  return viewingAnswer(ctx, ctx.db, viewing, admitted)
}
