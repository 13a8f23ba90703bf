import type { Attachment, CaseState } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { takeFinishedUpload } from '#server/features/evidence/index.ts'
import { isRefused, RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** Finished uploads that go with a proposal or an opinion; one that came back with its proposal is put to it again. */
export async function takeAttachments(
  tx: Tx,
  ctx: RequestContext,
  state: CaseState,
  uploads: readonly string[] = [],
): Promise<readonly Attachment[]> {
  const taken: Attachment[] = []
  for (const id of new Set(uploads)) {
    const known = state.attachments?.find((one) => one.id === id)
    const file = known ?? (await takeFinishedUpload(tx, id, ctx.actor, state.id))
    if (isRefused(file)) throw new RefusedError(file)
    const { fileName, sha256, sm3, size, mediaType } = file
    taken.push({ id, fileName, sha256, sm3, size, mediaType })
  }
  return taken
}
