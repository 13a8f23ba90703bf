import type { DerivativesAnswer, DeriveInput } from '#contract/derivatives.ts'
import { checkRecipe, type Measured } from '#domain/recording/recipe.ts'
import type { Queryable } from '#server/db/database.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { listDerivatives } from './derivatives-queries.ts'
import { askForDerivative } from './derivatives-store.ts'
import { admitViewer, admitWorker, type LoadedRecording } from './load-viewed.ts'
import { measuredOf } from './measured.ts'

export async function readDerivatives(ctx: RequestContext, id: string): Promise<DerivativesAnswer | Refused> {
  const admitted = await admitViewer(ctx, ctx.db, id)
  if (isRefused(admitted)) return admitted
  return { derivatives: [...(await listDerivatives(ctx.db, id))] }
}

/** Writes down how a clip or a redaction is made and by whom it was asked for; a job makes it, and the original stays as it is. */
export async function deriveRecording(
  ctx: RequestContext,
  id: string,
  input: DeriveInput,
): Promise<DerivativesAnswer | Refused> {
  return idempotent(ctx, async (tx) => {
    const admitted = await admitWorker(ctx, tx, id)
    if (isRefused(admitted)) return admitted
    const parent = await parentOf(tx, admitted.recording, input.of)
    if (isRefused(parent)) return parent
    const [problem, ...more] = checkRecipe(input.recipe, parent.measured)
    if (problem) return refused('invalid-input', problem.sentence, { errors: [problem, ...more] })
    const now = ctx.clock.now()
    const derivative = await askForDerivative(tx, {
      id: newId(now.getTime()),
      original: { recording: id },
      parentSha256: parent.sha256,
      parentId: input.of ?? null,
      recipe: input.recipe,
      reason: input.reason,
      by: ctx.actor.personId,
      at: now.toISOString(),
    })
    ctx.audit({ subject: `recording:${id}`, detail: { derivative, kind: input.recipe.kind, parent: parent.sha256 } })
    return { derivatives: [...(await listDerivatives(tx, id))] }
  })
}

type Parent = { readonly sha256: string; readonly measured: Measured }

/** The original, or what was made from it before. */
async function parentOf(db: Queryable, recording: LoadedRecording, of: string | undefined): Promise<Parent | Refused> {
  const measured = measuredOf(recording.medium, recording.probe)
  if (of === undefined) return { sha256: recording.sha256, measured }
  const found = (await listDerivatives(db, recording.id)).find(({ id }) => id === of)
  if (!found) return notFound('副本')
  if (found.sha256 === null) return refused('conflict', '这个副本还没有做成，不能在它上面再做。')
  const { recipe } = found
  const durationMs = recipe.kind === 'clip' ? recipe.untilMs - recipe.fromMs : measured.durationMs
  return { sha256: found.sha256, measured: { ...measured, durationMs } }
}
