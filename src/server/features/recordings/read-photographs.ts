import type { Photograph, PhotographsAnswer } from '#contract/photographs.ts'
import type { Person } from '#domain/case/environment.ts'
import type { CaseState } from '#domain/case/state.ts'
import { mayView } from '#domain/recording/may-view.ts'
import type { Queryable } from '#server/db/database.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findPicturedCase, listPhotographs } from './photographs-queries.ts'

/** The photographs of a case with their covered versions, for whoever may read it. */
export async function readPhotographs(ctx: RequestContext, caseId: string): Promise<PhotographsAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}` })
  const reading = await groundToRead(ctx, caseId)
  if (isRefused(reading)) return reading
  return answerPhotographs(ctx, ctx.db, caseId)
}

/** The same inside a transaction, once somebody is known to have a ground. */
export async function answerPhotographs(
  { actor, clock }: RequestContext,
  db: Queryable,
  caseId: string,
): Promise<PhotographsAnswer | Refused> {
  const found = await findPicturedCase(db, { caseId, personId: actor.personId, today: clock.today() })
  if (!found) return notFound('案件')
  const { state, viewer } = found
  const stored = await listPhotographs(db, caseId)
  const photographs = state.evidence.flatMap<Photograph>(({ id, title }) => {
    const row = stored.get(id)
    return row ? [{ ...row, title }] : []
  })
  return { photographs, mayCover: viewer !== null && mayCover(state, viewer, clock.now().toISOString()) }
}

/** The same people who may cover a recording of the case: who may take a copy of it away on a ground of their own. */
export function mayCover(state: CaseState, viewer: Person, now: string): boolean {
  return mayView({ agency: state.agency, storedBy: null, cases: [state], grants: [] }, viewer, 'download', now).ok
}
