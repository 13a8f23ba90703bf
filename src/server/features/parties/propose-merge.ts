import type { PartyMerged, ProposeMergeInput } from '#contract/parties.ts'
import { refuseMerge } from '#domain/party/party-merge.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { insertMerge, insertMergeStep, lockRegistered } from './merges-store.ts'

/** Proposes that an entry of the register is another one again; nothing changes until somebody else has confirmed it. */
export async function proposeMerge(
  ctx: RequestContext,
  duplicate: string,
  { into, reason }: ProposeMergeInput,
): Promise<PartyMerged | Refused> {
  ctx.audit({ subject: `party:${duplicate}`, detail: { into, reason } })
  return idempotent(ctx, async (tx) => {
    const found = await lockRegistered(tx, [duplicate, into])
    const [of, to] = [duplicate, into].map((id) => found.find((party) => party.id === id))
    if (!of || !to) return notFound('当事人')
    const refusal = refuseMerge(of, to)
    if (refusal) return refused('gate-closed', `${refusal.sentence}。`, { basis: refusal.basis })
    const id = newId()
    await insertMerge(tx, { id, duplicate, kept: into, agencyId: ctx.actor.agencyId })
    await insertMergeStep(tx, { merge: id, step: 'proposed', by: ctx.actor.personId, at: ctx.clock.now(), reason })
    return { id, state: 'proposed' }
  })
}
