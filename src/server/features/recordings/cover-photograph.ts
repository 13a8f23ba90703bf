import type { CoverInput, PhotographsAnswer } from '#contract/photographs.ts'
import { checkRecipe } from '#domain/recording/recipe.ts'
import type { Tx } from '#server/db/database.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { type EvidenceFile, findEvidenceFile } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { askForDerivative } from './derivatives-store.ts'
import { findCovered, findPicturedCase } from './photographs-queries.ts'
import { answerPhotographs, mayCover } from './read-photographs.ts'

/** What a picture is judged by: it has neither length nor sound. */
const PICTURE = { medium: 'photo', durationMs: undefined, hasSound: false } as const

/** Writes down what is to be covered on a photograph of the evidence; a job makes it, and the original stays as it is. */
export async function coverPhotograph(
  ctx: RequestContext,
  id: string,
  input: CoverInput,
): Promise<PhotographsAnswer | Refused> {
  return idempotent(ctx, async (tx) => {
    ctx.audit({ subject: `upload:${id}` })
    const found = await findParent(ctx, tx, id, input)
    if (isRefused(found)) return found
    const { caseId, sha256 } = found
    const now = ctx.clock.now()
    const derivative = await askForDerivative(tx, {
      id: newId(now.getTime()),
      original: { upload: id },
      parentSha256: sha256,
      parentId: input.of ?? null,
      recipe: input.recipe,
      reason: input.reason,
      by: ctx.actor.personId,
      at: now.toISOString(),
    })
    ctx.audit({ subject: `upload:${id}`, detail: { case: caseId, derivative, parent: sha256 } })
    return answerPhotographs(ctx, tx, caseId)
  })
}

type Parent = { readonly caseId: string; readonly sha256: string }

/** The photograph, or what was covered of it before, once this person may cover it in this way. */
async function findParent(
  ctx: RequestContext,
  tx: Tx,
  id: string,
  { recipe, of }: CoverInput,
): Promise<Parent | Refused> {
  const file = await findEvidenceFile(tx, id, ctx.actor.agencyId)
  if (!file) return notFound('证据照片')
  const refusal = (await refuseCover(ctx, tx, file)) ?? refuseRecipe(recipe)
  if (refusal) return refusal
  const covered = of === undefined ? file : await findCovered(tx, of, id)
  return covered ? { caseId: file.caseId, sha256: covered.sha256 } : notFound('这张照片做成了的遮盖版')
}

function refuseRecipe(recipe: CoverInput['recipe']): Refused | undefined {
  const [problem, ...more] = checkRecipe(recipe, PICTURE)
  return problem && refused('invalid-input', problem.sentence, { errors: [problem, ...more] })
}

async function refuseCover(ctx: RequestContext, tx: Tx, { caseId, mediaType }: EvidenceFile) {
  const closed = await groundToWork(ctx, caseId, tx)
  if (isRefused(closed)) return closed
  const found = await findPicturedCase(tx, { caseId, personId: ctx.actor.personId, today: ctx.clock.today() })
  if (!found?.viewer || !mayCover(found.state, found.viewer, ctx.clock.now().toISOString()))
    return refused('forbidden', '证据照片由承办人员、承办机构负责人或者机关负责人遮盖。', {
      basis: '《行政处罚法》第五十条',
    })
  return mediaType.startsWith('image/') ? undefined : refused('conflict', '只有照片可以这样遮盖；这份证据不是照片。')
}
