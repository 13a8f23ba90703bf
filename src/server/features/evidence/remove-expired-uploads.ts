import type { Context } from '#server/context.ts'
import { finishStoring } from './complete-upload.ts'
import { uploadAudit } from './upload-audit.ts'
import { stagingOf } from './upload-memory.ts'
import { listOverdueUploads, listUnfinished, type UploadRow } from './uploads-queries.ts'
import { markEnded } from './uploads-store.ts'

/** A file younger than this may belong to a request that is still under way. */
const SETTLED_MS = 3_600_000

/** Ends what nobody went on with for seven days, finishes what a crash interrupted, and removes files that no upload needs. */
export async function removeExpiredUploads(
  ctx: Context,
): Promise<{ expired: number; finished: number; removed: number }> {
  const now = ctx.clock.now()
  const overdue = await listOverdueUploads(ctx.db, now.toISOString())
  const storing = overdue.filter(({ state }) => state === 'storing')
  const receiving = overdue.filter(({ state }) => state === 'receiving')
  for (const upload of storing) await finishStoring(ctx, upload, undefined)
  for (const upload of receiving) await expire(ctx, upload)
  const removed = await removeOrphans(ctx, new Date(now.getTime() - SETTLED_MS))
  return { expired: receiving.length, finished: storing.length, removed }
}

async function expire(ctx: Context, upload: UploadRow): Promise<void> {
  const { fileName, storedSize, size } = upload
  await ctx.db.transaction(async (tx) => {
    if (!(await markEnded(tx, upload.id, 'expired'))) return
    await tx.query(uploadAudit('upload-expired', upload, undefined, ctx.clock.now(), { fileName, storedSize, size }))
  })
}

async function removeOrphans(ctx: Context, before: Date): Promise<number> {
  const staged = await ctx.blobs.stagedIds(before)
  const needed = await listUnfinished(ctx.db, staged)
  const orphans = staged.filter((id) => !needed.has(id))
  for (const id of orphans) await stagingOf(ctx.blobs).discard(id)
  return orphans.length
}
