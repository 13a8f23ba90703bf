import type { TrailAnswer, TrailQuery } from '#contract/trails.ts'
import { subjectText } from '#domain/trail/refuse-trail.ts'
import { isRefused, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { tellLines } from './tell-lines.ts'
import { newestLines, type TrailPlace } from './trail-lines.ts'
import { rangeOf, refuseRange } from './trail-range.ts'
import { scopeOf } from './trail-scope.ts'
import { subjectFor } from './trail-subject.ts'

const PAGE = 50

/** A trail on the screen, the newest first, fifty lines a page; that it was read stands in it. */
export async function readTrail(ctx: RequestContext, query: TrailQuery): Promise<TrailAnswer | Refused> {
  const named = await subjectFor(ctx, ctx.db, query.subject)
  if (isRefused(named)) return named
  ctx.audit({ subject: subjectText(named.subject) })
  const bounds = rangeOf(query, ctx.clock.today())
  const wrong = refuseRange(bounds)
  if (wrong) return wrong
  const before = placeOf(query.before)
  if (before === 'wrong') return refused('invalid-input', '翻页标记不对，请从第一页重新开始。')
  const scope = await scopeOf(ctx.db, named.subject, ctx.actor.agencyId)
  const lines = await newestLines(ctx.db, { scope, range: bounds.range, limit: PAGE + 1, before })
  const shown = lines.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    subject: subjectText(named.subject),
    title: named.title,
    fromOn: bounds.fromOn,
    untilOn: bounds.untilOn,
    entries: [...(await tellLines(ctx.db, shown, scope.caseId))],
    next: lines.length > PAGE && last ? `${last.at}_${last.id}` : null,
  }
}

function placeOf(token: string | undefined): TrailPlace | undefined | 'wrong' {
  if (token === undefined) return undefined
  const [at = '', id = ''] = token.split('_')
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : 'wrong'
}
