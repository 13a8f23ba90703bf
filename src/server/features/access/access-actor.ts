import type { AccessActor, AccessTerms } from '#domain/access-request/access-request.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import type { Queryable } from '#server/db/database.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'

export function accessActor({ actor }: RequestContext): AccessActor {
  const posts = actor.posts.map(({ role, unitId }) => ({ role, unit: unitId }))
  return { id: actor.personId, agency: actor.agencyId, posts }
}

export type Terms = AccessTerms & { readonly usualDays: number }

/** The terms that hold for the caller's agency today. */
export async function accessTerms(ctx: RequestContext, db: Queryable = ctx.db): Promise<Terms> {
  const values = await loadParameterValues(db, ctx.actor.agencyId)
  const today = ctx.clock.today()
  const longestDays = parameterValueOf(values, 'access.longest-term', today)
  const usualDays = Math.min(parameterValueOf(values, 'access.term', today), longestDays)
  return { today, now: ctx.clock.now().toISOString(), longestDays, usualDays }
}

/** Units whose requests the caller endorses. */
export const headedUnits = ({ posts }: AccessActor): readonly string[] =>
  posts.filter(({ role }) => role === 'unit-head').map(({ unit }) => unit)

/** Who sees every request of the agency. */
export const seesAll = ({ posts }: AccessActor): boolean =>
  posts.some(({ role }) => role === 'agency-head' || role === 'archivist')
