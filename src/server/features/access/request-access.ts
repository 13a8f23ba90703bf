import type { AccessDetail, AccessRequestInput, ExternalRequestInput } from '#contract/access.ts'
import type { AccessActor } from '#domain/access-request/access-request.ts'
import { refuseExternal, refuseInternal } from '#domain/access-request/refuse-request.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Tx } from '#server/db/database.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { accessActor, accessTerms } from './access-actor.ts'
import { accessRefusal } from './access-refusal.ts'
import { findWantedCase, refuseItems } from './access-scope.ts'
import { insertRequest, type NewRequest } from './access-store.ts'
import { detailOf } from './request-detail.ts'

type Input = AccessRequestInput | ExternalRequestInput

/** Somebody of the agency asks to see what they have no ground of their own for. */
export async function requestAccess(ctx: RequestContext, input: AccessRequestInput): Promise<AccessDetail | Refused> {
  const actor = accessActor(ctx)
  return register(ctx, input, async (tx) => {
    const terms = await accessTerms(ctx, tx)
    const theCase = input.caseId === undefined ? undefined : await findWantedCase(tx, input.caseId, actor.agency)
    const refusals = refuseInternal(input, actor, theCase, terms)
    if (refusals.length > 0) return accessRefusal(refusals)
    const unitId = unitOf(actor)
    return { kind: 'internal', unitId, needsEndorsement: await needsEndorsement(tx, actor, unitId, terms.today) }
  })
}

/** The archivist registers the letter of another body after seeing who brings it; the number of the document is kept masked. */
export async function registerExternal(
  ctx: RequestContext,
  input: ExternalRequestInput,
): Promise<AccessDetail | Refused> {
  const actor = accessActor(ctx)
  return register(ctx, input, async (tx) => {
    const terms = await accessTerms(ctx, tx)
    const { bearerIdKind: idKind, idNumber, idChecked } = input
    const bearer = { letterOn: plainDate(input.letterOn), idKind, idNumber, idChecked }
    const refusals = refuseExternal(input, actor, bearer, terms)
    if (refusals.length > 0) return accessRefusal(refusals)
    return { kind: 'external', unitId: unitOf(actor), needsEndorsement: false }
  })
}

type Judged = Pick<NewRequest, 'kind' | 'unitId' | 'needsEndorsement'>

function register(
  ctx: RequestContext,
  input: Input,
  judge: (tx: Tx) => Promise<Judged | Refused>,
): Promise<AccessDetail | Refused> {
  const id = newId()
  const { caseId } = input
  ctx.audit({ subject: caseId ? `case:${caseId}` : `access:${id}`, detail: { access: id, reason: input.reason } })
  return idempotent(ctx, async (tx) => {
    const refusal = await refuseItems(tx, ctx, input)
    if (refusal) return refusal
    const judged = await judge(tx)
    if (isRefused(judged)) return judged
    const at = ctx.clock.now().toISOString()
    await insertRequest(tx, { ...input, ...judged, id, agencyId: ctx.actor.agencyId, by: ctx.actor.personId, at })
    return (await detailOf(ctx, tx, id)) ?? notFound('调阅申请')
  })
}

/** The unit of the post by which somebody works on cases; of somebody with several, the first. */
function unitOf({ posts }: AccessActor): string {
  const post = posts.find(({ role }) => role === 'handler' || role === 'unit-head') ?? posts[0]
  if (!post) throw new Error('a caller without a post was admitted')
  return post.unit
}

/** A head asks in writing; a unit without a head today has nobody to endorse. */
async function needsEndorsement(tx: Tx, actor: AccessActor, unitId: string, today: string): Promise<boolean> {
  if (actor.posts.some(({ role, unit }) => role === 'unit-head' && unit === unitId)) return false
  const { rowCount } = await tx.query({
    name: 'unit-has-head',
    text: `SELECT FROM app.posts WHERE unit_id = $1 AND role = 'unit-head' AND from_on <= $2
      AND (until_on IS NULL OR until_on >= $2) AND person_id <> $3 LIMIT 1`,
    values: [unitId, today, actor.id],
  })
  return rowCount > 0
}
