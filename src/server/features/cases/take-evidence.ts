import type { EvidenceInput } from '#contract/cases.ts'
import type { Evidence } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { takeFinishedUpload } from '#server/features/evidence/index.ts'
import { isRefused, RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'

/** Turns what was listed into evidence of the case; finished uploads are taken in the same transaction, once. */
export async function takeEvidence(
  tx: Tx,
  ctx: RequestContext,
  caseId: string,
  inputs: readonly EvidenceInput[],
): Promise<readonly Evidence[]> {
  const taken: Evidence[] = []
  for (const { kind, title, source, upload } of inputs) {
    const file = upload === undefined ? {} : await takeFinishedUpload(tx, upload, ctx.actor, caseId)
    if (isRefused(file)) throw new RefusedError(file)
    taken.push({ id: upload ?? newId(), kind, title, source, ...file })
  }
  return taken
}
