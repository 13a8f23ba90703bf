import type { ViewingAnswer, ViewingInput } from '#contract/viewings.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import { groundText, type ViewedRecording, type ViewGround, type ViewPurpose } from '#domain/recording/may-view.ts'
import type { Tx } from '#server/db/database.ts'
import { noteUse } from '#server/features/access/index.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { askForCopy, refuseCopy } from './copies.ts'
import { type Admitted, admitViewer } from './load-viewed.ts'
import { viewingAnswer } from './viewing-answer.ts'
import { insertViewing } from './viewings-store.ts'

/** Records who looks at what on which ground and for how long; only then is there anything to stream. */
export async function beginViewing(
  ctx: RequestContext,
  id: string,
  input: ViewingInput,
): Promise<ViewingAnswer | Refused> {
  const { purpose, derivative } = input
  return idempotent(ctx, async (tx) => {
    const admitted = await admitViewer(ctx, tx, id, purpose)
    if (isRefused(admitted)) return admitted
    const { recording, ground } = admitted
    const refusal = await refuseCopy(ctx, tx, recording.id, derivative)
    if (refusal) return refusal
    const viewing = await viewingOf(ctx, tx, admitted, purpose)
    ctx.audit({ subject: `recording:${id}`, detail: { viewing: viewing.id, purpose, ground: viewing.ground } })
    await insertViewing(tx, viewing)
    if (ground.by === 'access') await noteUse(tx, ctx, ground.request)
    if (purpose !== 'play') await askForCopy(ctx, tx, { viewing, recording, derivative })
    return viewingAnswer(ctx, tx, viewing, admitted)
  })
}

/** From now for some hours. */
async function viewingOf(ctx: RequestContext, tx: Tx, { recording, ground }: Admitted, purpose: ViewPurpose) {
  const now = ctx.clock.now()
  const values = await loadParameterValues(tx, recording.agency)
  const hours = parameterValueOf(values, 'recording.viewing-term', ctx.clock.today())
  return {
    id: newId(now.getTime()),
    recordingId: recording.id,
    personId: ctx.actor.personId,
    purpose,
    ground: groundText(ground),
    begunAt: now.toISOString(),
    expiresAt: endOf(recording, ground, now.getTime() + hours * 3_600_000),
  }
}

/** A granted access ends when it ends, whatever a viewing would last. */
function endOf({ grants }: ViewedRecording, ground: ViewGround, ms: number): string {
  const grant = ground.by === 'access' ? grants.find(({ request }) => request === ground.request) : undefined
  return new Date(grant ? Math.min(ms, Date.parse(grant.until)) : ms).toISOString()
}
