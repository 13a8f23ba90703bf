import type { DecideMergeInput, PartyMerged } from '#contract/parties.ts'
import { refuseMergeStep } from '#domain/party/party-merge.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { insertMergeStep, lockMerge } from './merges-store.ts'

/** Confirms, refuses or undoes a merge; each is a record, and no case changes its party. */
export async function decideMerge(
  ctx: RequestContext,
  id: string,
  { step, reason }: DecideMergeInput,
): Promise<PartyMerged | Refused> {
  return idempotent(ctx, async (tx) => {
    const merge = await lockMerge(tx, id, ctx.actor.agencyId)
    if (!merge) return notFound('合并')
    ctx.audit({ subject: `party:${merge.duplicate}`, detail: { into: merge.kept, step, reason } })
    const refusal = refuseMergeStep(merge, step, ctx.actor.personId)
    if (refusal) return refused('gate-closed', `${refusal.sentence}。`, { basis: refusal.basis })
    await insertMergeStep(tx, { merge: id, step, by: ctx.actor.personId, at: ctx.clock.now(), reason })
    return { id, state: step }
  })
}
