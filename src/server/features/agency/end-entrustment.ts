import type { Entrustment, EntrustmentEnd } from '#contract/entrustments.ts'
import { refuseEnd } from '#domain/agency/entrustment.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { publishEntrustments } from '#server/features/disclosure/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findEntrustment, standingText } from './entrustment-queries.ts'
import { holdingEntrustment } from './holding-entrustment.ts'

/** Ends an entrustment before its last day, with its reason; the public is told at once. It cannot be taken up again. */
export async function endEntrustment(
  ctx: RequestContext,
  id: string,
  { endedOn, reason }: EntrustmentEnd,
): Promise<Entrustment | Refused> {
  ctx.audit({ subject: `entrustment:${id}`, detail: { endedOn, reason } })
  return idempotent(ctx, async (tx) => {
    const found = await holdingEntrustment(ctx, tx, id)
    if (isRefused(found)) return found
    const wrong = whyNot(found, { endedOn, today: ctx.clock.today() })
    if (wrong) return wrong
    await tx.query({
      name: 'end-entrustment',
      text: `INSERT INTO app.entrustment_ends (entrustment_id, ended_on, reason, ended_by, ended_at) VALUES ($1, $2, $3, $4, $5)`,
      values: [id, endedOn, reason, ctx.actor.personId, ctx.clock.now().toISOString()],
    })
    await publishEntrustments(tx)
    return (await findEntrustment(ctx, tx, id)) ?? notFound('委托')
  })
}

type End = { readonly endedOn: string; readonly today: ReturnType<RequestContext['clock']['today']> }

function whyNot(found: Entrustment, { endedOn, today }: End): Refused | undefined {
  const { signedOn, fromOn, untilOn } = standingText(found)
  const term = {
    signedOn: plainDate(signedOn),
    fromOn: plainDate(fromOn),
    untilOn: plainDate(untilOn),
    endedOn: null,
  }
  const wrong = refuseEnd(term, { endedOn: plainDate(endedOn), today })
  return (
    wrong && refused('invalid-input', undefined, { errors: [{ pointer: `/${wrong.field}`, sentence: wrong.sentence }] })
  )
}
