import { foldAudit } from '#server/http/fold-audit.ts'
import { writeAudit } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'

/** A pause longer than this begins a new reading; so does an hour of the same. */
const PAUSE_MS = 10 * 60_000
const LONGEST_MS = 60 * 60_000

/**
 * One reading of a file by one person is one audit entry, written before its first byte leaves; the parts that a player asks for
 * afterwards are counted on the reading. Failure to record is failure to answer.
 */
export async function noteReading(
  ctx: RequestContext,
  uploadId: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const now = ctx.clock.now()
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString()
  const known = await ctx.db.query<{ id: string }>({
    name: 'reading-goes-on',
    text: `UPDATE app.file_readings SET requests = requests + 1, last_at = greatest(last_at, $3) WHERE id = (
        SELECT id FROM app.file_readings
        WHERE upload_id = $1 AND person_id = $2 AND last_at > $4 AND begun_at > $5 ORDER BY last_at DESC LIMIT 1)
      RETURNING id`,
    values: [uploadId, ctx.actor.personId, now.toISOString(), before(PAUSE_MS), before(LONGEST_MS)],
  })
  if (known.rowCount > 0) return foldAudit(ctx)
  const id = newId()
  ctx.audit({ subject: `upload:${uploadId}`, detail: { ...detail, reading: id } })
  await ctx.db.transaction(async (tx) => {
    await tx.query({
      name: 'reading-begins',
      text: `INSERT INTO app.file_readings (id, upload_id, person_id, begun_at, last_at) VALUES ($1, $2, $3, $4, $4)`,
      values: [id, uploadId, ctx.actor.personId, now.toISOString()],
    })
    await writeAudit(tx, ctx)
  })
}
