import type { HintsAnswer } from '#contract/hints.ts'
import { termsOfHints } from '#domain/hint/hints-of-case.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { lawVersionsOf, leniencyOf, tiersOf } from '#server/features/catalogue/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findEarlierActs } from './earlier-acts.ts'
import { findCase } from './load-case.ts'
import { standingLaw } from './standing-law.ts'

/** What has to be looked up for the hints of a case; what they say of it the page computes itself, also while somebody types. */
export async function readHints(ctx: RequestContext, caseId: string): Promise<HintsAnswer | Refused> {
  const { agencyId, personId } = ctx.actor
  const today = ctx.clock.today()
  ctx.audit({ subject: `case:${caseId}` })
  const [reading, law, loaded] = await Promise.all([
    groundToRead(ctx, caseId),
    standingLaw(ctx, agencyId),
    findCase(ctx.db, { caseId, agencyId, people: [personId], today }),
  ])
  if (isRefused(reading)) return reading
  if (!loaded) return notFound('案件')
  const { violations, parties } = loaded.state
  const picked = [...new Set(violations.flatMap(({ catalogueId }) => catalogueId ?? []))]
  const [versions, leniency, tiers, earlier] = await Promise.all([
    lawVersionsOf(ctx.db, picked),
    leniencyOf(ctx.db, picked, { agencyId, on: today }),
    Promise.all(picked.map(async (id) => [id, await tiersOf(ctx.db, id, today)] as const)),
    findEarlierActs(ctx.db, { caseId, agencyId, parties: parties.map(({ id }) => id) }),
  ])
  const byViolation = <T>(found: ReadonlyMap<string, readonly T[]>) =>
    Object.fromEntries(violations.map(({ id, catalogueId = '' }) => [id, [...(found.get(catalogueId) ?? [])]]))
  return {
    ...termsOfHints(law.parameters, today),
    versions: byViolation(versions),
    leniency: byViolation(leniency),
    tiers: byViolation(new Map(tiers)),
    earlier: [...earlier],
  }
}
