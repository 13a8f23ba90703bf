import type { AccessDetail, AccessStepInput } from '#contract/access.ts'
import { takeAccessStep } from '#domain/access-request/take-step.ts'
import type { Tx } from '#server/db/database.ts'
import { notFound, type Refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { accessActor, accessTerms } from './access-actor.ts'
import { accessRefusal } from './access-refusal.ts'
import { seerOf } from './access-row.ts'
import { insertStep } from './access-store.ts'
import { detailOf } from './request-detail.ts'
import { findRequest, type StoredRequest, viewOf } from './stored-request.ts'

/** One step of one request on the steps that the caller saw; that a grant was used meanwhile is nobody's edit. */
export async function takeStep(
  ctx: RequestContext,
  id: string,
  input: AccessStepInput,
): Promise<AccessDetail | Refused> {
  return idempotent(ctx, async (tx) => {
    const stored = await findRequest(tx, id, seerOf(ctx))
    if (!stored) return notFound('调阅申请')
    const detail = { access: id, act: input.act, note: input.note }
    ctx.audit({ subject: stored.caseId ? `case:${stored.caseId}` : `access:${id}`, detail })
    return isSeen(stored, ctx.ifMatch ?? 0)
      ? append(ctx, tx, stored, input)
      : outdated(ctx, tx, id, stored.steps.length)
  })
}

function isSeen({ steps }: StoredRequest, version: number): boolean {
  return version <= steps.length && steps.slice(version).every(({ kind }) => kind === 'used')
}

async function append(ctx: RequestContext, tx: Tx, stored: StoredRequest, input: AccessStepInput) {
  const { id, steps } = stored
  const decision = takeAccessStep(viewOf(stored), input, accessActor(ctx), await accessTerms(ctx, tx))
  if (!decision.ok) return accessRefusal(decision.refusals)
  const isNext = await insertStep(tx, id, steps.length + 1, decision.step)
  if (!isNext) return outdated(ctx, tx, id, steps.length + 1)
  return (await detailOf(ctx, tx, id)) ?? notFound('调阅申请')
}

async function outdated(ctx: RequestContext, tx: Tx, id: string, version: number): Promise<Refused> {
  return stale({ version, values: (await detailOf(ctx, tx, id)) ?? null })
}
