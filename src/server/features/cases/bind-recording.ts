import type { CaseMoved } from '#contract/case-moved.ts'
import type { BindRecordingInput } from '#contract/case-recordings.ts'
import { decideBinding, type RecordingToBind } from '#domain/case/bind-recording.ts'
import type { Queryable } from '#server/db/database.ts'
import { notFound, RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { moveCase } from './move-case.ts'

/** Binds a recording of the agency to a scene of a run; throws RefusedError, also for another agency's recording. */
export async function bindRecording(
  ctx: RequestContext,
  caseId: string,
  input: BindRecordingInput,
): Promise<CaseMoved> {
  return moveCase(ctx, caseId, input, async (tx, env, state, actor) => {
    const recording = await findRecording(tx, input.recording, ctx.actor.agencyId)
    if (!recording) throw new RefusedError(notFound('音像记录'))
    return decideBinding(env, state, input, recording, actor)
  })
}

async function findRecording(db: Queryable, id: string, agencyId: string): Promise<RecordingToBind | undefined> {
  const { rows } = await db.query<Omit<RecordingToBind, 'capturedAt'> & { readonly capturedAt: Date }>({
    name: 'recording-to-bind',
    text: `SELECT id, medium, sha256, captured_at AS "capturedAt" FROM app.recordings WHERE id = $1 AND agency_id = $2`,
    values: [id, agencyId],
  })
  const row = rows[0]
  return row && { ...row, capturedAt: new Date(row.capturedAt).toISOString() }
}
