import type { CaseMoved } from '#contract/case-moved.ts'
import type { ReplyInput } from '#contract/transfers.ts'
import { refuseSealed } from '#domain/archive/refuse-sealed.ts'
import { refuseReply } from '#domain/transfer/see-transfer.ts'
import { commitEvents, environmentOf, lockCase, refusalOf, standingLaw } from '#server/features/cases/index.ts'
import { notFound, RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findTransfer } from './find-transfers.ts'

type Where = { readonly case: string; readonly run: string }

/**
 * An office outside answers: an event of the case, with its leaf and audit entry, by its own person. The agency then takes it
 * into its procedure by its own act; throws RefusedError.
 */
export async function replyToTransfer(ctx: RequestContext, where: Where, input: ReplyInput): Promise<CaseMoved> {
  return ctx.db.transaction(async (tx) => {
    const seen = await findTransfer(tx, ctx, where)
    if (!seen) throw new RefusedError(notFound('移送'))
    const { agencyId } = seen.transfer
    const wanted = { caseId: where.case, agencyId, people: [ctx.actor.personId], today: ctx.clock.today() }
    const [loaded, law] = [await lockCase(tx, wanted), await standingLaw({ db: tx }, agencyId)]
    const run = loaded?.state.runs.find(({ id }) => id === where.run)
    if (!loaded || !run) throw new RefusedError(notFound('移送'))
    const refusal = refuseSealed(loaded.state) ?? refuseReply(run, seen.office, input.kind)
    if (refusal) throw new RefusedError(refusalOf([refusal]))
    const env = environmentOf(ctx.clock, law, loaded)
    const { kind, text } = input
    const replied = { type: 'reply-received', run: run.id, office: ctx.actor.agencyName, kind, text } as const
    return commitEvents(tx, ctx, { env, loaded, events: [replied] })
  })
}
