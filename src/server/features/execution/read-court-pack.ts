import { FIVE_PAPERS } from '#domain/document/fill/fill-court.ts'
import { courtPackOf } from '#domain/execution/court-pack.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { findCase } from '#server/features/cases/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { streamPack } from './stream-pack.ts'

/** The five papers for the court (行政强制法第五十五条) as one tar: a table of contents with digests, then part by part. */
export async function readCourtPack(ctx: RequestContext, caseId: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}` })
  const wanted = { caseId, agencyId: ctx.actor.agencyId, people: [], today: ctx.clock.today() }
  const [reading, loaded] = await Promise.all([groundToRead(ctx, caseId), findCase(ctx.db, wanted)])
  if (isRefused(reading)) return reading
  if (reading.grant || !loaded) return notFound('申请材料')
  const items = courtPackOf(loaded.state)
  if (!items)
    return refused('gate-closed', '还没有作出强制执行申请，没有可以导出的申请材料；请先办理“向人民法院申请强制执行”。')
  const folder = `申请强制执行材料-${loaded.state.number ?? caseId}`
  return streamPack(ctx, { items, parts: FIVE_PAPERS, catalogue: 'court-pack-catalogue', folder, cases: [caseId] })
}
