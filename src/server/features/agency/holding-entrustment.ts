import type { Entrustment } from '#contract/entrustments.ts'
import type { Tx } from '#server/db/database.ts'
import { notFound, type Refused, refused, stale } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findEntrustment } from './entrustment-queries.ts'
import { lockAgency } from './lock-agency.ts'

/** An entrustment of the own agency that still holds, locked, when nobody changed it since `ctx.ifMatch`. */
export async function holdingEntrustment(ctx: RequestContext, tx: Tx, id: string): Promise<Entrustment | Refused> {
  await lockAgency(tx, ctx.actor.agencyId)
  const found = await findEntrustment(ctx, tx, id)
  if (!found) return notFound('委托')
  if (found.version !== ctx.ifMatch) return stale({ version: found.version, values: found })
  if (found.ended) return refused('conflict', `这份委托已于 ${found.ended.on} 终止；要继续委托，请另签一份再登记。`)
  if (found.state === 'over') return refused('conflict', '这份委托已经期满；要继续委托，请另签一份再登记。')
  return found
}
