import type { Context } from '#server/context.ts'
import { stagingOf } from './upload-memory.ts'
import { listOverdueUploads, listUnfinished } from './uploads-queries.ts'
import { markEnded } from './uploads-store.ts'

/** Ends uploads that nobody went on with for seven days and removes staged files that no upload needs; returns how many. */
export async function removeExpiredUploads(ctx: Context): Promise<number> {
  const staging = stagingOf(ctx.blobs)
  const overdue = await listOverdueUploads(ctx.db, ctx.clock.now().toISOString())
  for (const { id } of overdue) await markEnded(ctx.db, id, 'expired')
  const staged = await ctx.blobs.stagedIds()
  const needed = await listUnfinished(ctx.db, staged)
  const orphans = staged.filter((id) => !needed.has(id))
  for (const id of orphans) await staging.discard(id)
  return orphans.length
}
