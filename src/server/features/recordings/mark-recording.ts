import type { MarkInput, MarksAnswer, WithdrawMarkInput } from '#contract/marks.ts'
import type { Tx } from '#server/db/database.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { admitViewer, admitWorker, type LoadedRecording } from './load-viewed.ts'
import { findMark, listMarks, type StandingMark } from './marks-queries.ts'
import { measuredOf } from './measured.ts'

const MOST_MARKS = 1000

export async function readMarks(ctx: RequestContext, id: string): Promise<MarksAnswer | Refused> {
  const admitted = await admitViewer(ctx, ctx.db, id)
  if (isRefused(admitted)) return admitted
  return { marks: [...(await listMarks(ctx.db, id, ctx.actor.personId))] }
}

/** Says what happens at a moment, or from one to another, of a recording. */
export async function markRecording(ctx: RequestContext, id: string, input: MarkInput): Promise<MarksAnswer | Refused> {
  return idempotent(ctx, async (tx) => {
    const admitted = await admitWorker(ctx, tx, id)
    if (isRefused(admitted)) return admitted
    const refusal = refuseTime(admitted.recording, input) ?? (await refuseMore(tx, id))
    if (refusal) return refusal
    const { atMs, untilMs = null, text } = input
    const mark = newId(ctx.clock.now().getTime())
    ctx.audit({ subject: `recording:${id}`, detail: { mark, atMs, untilMs } })
    await tx.query({
      name: 'insert-mark',
      text: `INSERT INTO app.recording_marks (id, recording_id, at_ms, until_ms, text, marked_by, marked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [mark, id, atMs, untilMs, text, ctx.actor.personId, ctx.clock.now().toISOString()],
    })
    return { marks: [...(await listMarks(tx, id, ctx.actor.personId))] }
  })
}

/** The mark stays to be read; that it does not stand any more is a row of its own. */
export async function withdrawMark(
  ctx: RequestContext,
  markId: string,
  { reason }: WithdrawMarkInput,
): Promise<MarksAnswer | Refused> {
  return idempotent(ctx, async (tx) => {
    const mark = await findMark(tx, markId)
    if (!mark) return notFound('标记')
    const refusal = (await refuseStranger(ctx, tx, mark)) ?? refuseWithdrawal(ctx, mark)
    if (refusal) return refusal
    ctx.audit({ subject: `recording:${mark.recordingId}`, detail: { mark: markId } })
    await tx.query({
      name: 'withdraw-mark',
      text: `INSERT INTO app.mark_withdrawals (mark_id, withdrawn_by, withdrawn_at, reason) VALUES ($1, $2, $3, $4)`,
      values: [markId, ctx.actor.personId, ctx.clock.now().toISOString(), reason],
    })
    return { marks: [...(await listMarks(tx, mark.recordingId, ctx.actor.personId))] }
  })
}

/** A mark on what somebody may not see does not exist for them. */
async function refuseStranger(
  ctx: RequestContext,
  tx: Tx,
  { recordingId }: StandingMark,
): Promise<Refused | undefined> {
  const admitted = await admitWorker(ctx, tx, recordingId)
  if (!isRefused(admitted)) return undefined
  return admitted.code === 'not-found' ? notFound('标记') : admitted
}

function refuseWithdrawal({ actor }: RequestContext, mark: StandingMark): Refused | undefined {
  if (mark.isWithdrawn) return refused('conflict', '这个标记已经撤回，不必再撤。')
  if (mark.markedBy === actor.personId) return undefined
  return refused('forbidden', '标记由作标记的人撤回；不同意的，另作一个标记写明。')
}

function refuseTime(recording: LoadedRecording, { atMs, untilMs }: MarkInput): Refused | undefined {
  const { medium, durationMs = Number.POSITIVE_INFINITY } = measuredOf(recording.medium, recording.probe)
  const isTimed = atMs > 0 || untilMs !== undefined
  if (medium === 'photo' && isTimed) return wrong('/atMs', '照片没有时间，标记记在 0 处。')
  if (untilMs !== undefined && untilMs <= atMs) return wrong('/untilMs', '终点应当在起点以后。')
  if (Math.max(atMs, untilMs ?? 0) <= Math.ceil(durationMs)) return undefined
  return wrong('/atMs', `标记在记录之外；这份记录长 ${(durationMs / 1000).toFixed(1)} 秒。`)
}

function wrong(pointer: string, sentence: string): Refused {
  return refused('invalid-input', sentence, { errors: [{ pointer, sentence }] })
}

async function refuseMore(tx: Tx, id: string): Promise<Refused | undefined> {
  const { rows } = await tx.query<{ marks: number }>({
    name: 'count-marks',
    text: 'SELECT count(*) AS marks FROM app.recording_marks WHERE recording_id = $1',
    values: [id],
  })
  if ((rows[0]?.marks ?? 0) < MOST_MARKS) return undefined
  return refused('conflict', `一份音像记录最多 ${MOST_MARKS} 个标记，已经满了。`)
}
