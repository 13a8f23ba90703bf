import type { AccessRow } from '#contract/access.ts'
import { accessStateOf, grantOf } from '#domain/access-request/access-request.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { accessActor, headedUnits, seesAll } from './access-actor.ts'
import { type Seer, type StoredRequest, viewOf } from './stored-request.ts'

export function seerOf(ctx: RequestContext): Seer {
  const actor = accessActor(ctx)
  return { personId: actor.id, agencyId: actor.agency, units: headedUnits(actor), seesAll: seesAll(actor) }
}

/** What lists show; the state is that of the moment. */
export function accessRow(stored: StoredRequest, now: string): AccessRow {
  const { request, steps } = viewOf(stored)
  const { id, kind, caseId, caseName, scope, itemCount, unitName, requestedAt, bodyName, loansOut } = stored
  const grant = grantOf(steps)
  return {
    ...{ id, kind, caseId, caseName, scope, itemCount, unitName, requestedAt, bodyName, loansOut },
    state: accessStateOf(request, steps, now),
    purposes: [...(grant?.purposes ?? stored.purposes)],
    days: grant?.days ?? stored.days,
    requestedBy: stored.requesterName,
    untilAt: grant?.untilAt ?? null,
  }
}
