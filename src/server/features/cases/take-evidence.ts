import type { EvidenceInput } from '#contract/cases.ts'
import type { Evidence } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { takeFinishedUpload } from '#server/features/evidence/index.ts'
import { reviewedRecord } from '#server/features/monitoring/index.ts'
import { takeExhibit } from '#server/features/recordings/index.ts'
import { isRefused, type Refused, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'

type FileOfEvidence = Omit<Evidence, 'id' | 'kind' | 'title' | 'source' | 'proves'>

/** Turns what was listed into evidence of the case; finished uploads are taken in the same transaction, once. */
export async function takeEvidence(
  tx: Tx,
  ctx: RequestContext,
  caseId: string,
  inputs: readonly EvidenceInput[],
): Promise<readonly Evidence[]> {
  const taken: Evidence[] = []
  for (const input of inputs) {
    const { kind, title, source, proves, upload } = input
    const file = await takeFile(tx, ctx, caseId, input)
    if (isRefused(file)) throw new RefusedError(file)
    const { agencyId } = ctx.actor
    const record = await reviewedRecord(tx, { agencyId, sha256: file.sha256, recording: file.exhibit?.recording })
    if (isRefused(record)) throw new RefusedError(record)
    const told = { kind, title, source, ...(proves && { proves }) }
    taken.push({ id: upload ?? newId(), ...told, ...file, ...(record && { monitored: record }) })
  }
  return taken
}

/** What is behind a piece of evidence: a file of its own, a place in a recording of the case, or nothing but a thing. */
async function takeFile(
  tx: Tx,
  ctx: RequestContext,
  caseId: string,
  { upload, mark, derivative }: EvidenceInput,
): Promise<FileOfEvidence | Refused> {
  const isExhibit = mark !== undefined || derivative !== undefined
  if (upload !== undefined && isExhibit)
    return refused('invalid-input', '一项证据或者是上传的文件，或者出自音像记录，不能两样都是；请分成两项。')
  if (upload !== undefined) return takeFinishedUpload(tx, upload, ctx.actor, caseId)
  return isExhibit ? takeExhibit(tx, ctx, caseId, { mark, derivative }) : {}
}
