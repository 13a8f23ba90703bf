import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findOwnViewing, type OpenViewing } from './viewings-store.ts'

/** The caller's own viewing, when its time is not over. */
export async function openViewing(ctx: RequestContext, id: string): Promise<OpenViewing | Refused> {
  const viewing = await findOwnViewing(ctx.db, id, ctx.actor.personId)
  if (!viewing) return refused('not-found', '没有这次查看，或者它不是您的。')
  if (ctx.clock.now().getTime() < Date.parse(viewing.expiresAt)) return viewing
  return refused('forbidden', '这次查看已经过了有效时间；请重新打开这份音像记录，会另记一次。', {
    basis: '《行政处罚法》第五十条',
  })
}
