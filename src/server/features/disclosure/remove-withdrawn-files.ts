import type { Context } from '#server/context.ts'
import { fileNameOf } from './publish-receipts.ts'

/** Originals of what was withdrawn lately leave the public folder; removing one again changes nothing. */
export async function removeWithdrawnFiles(ctx: Context): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - 2 * 86_400_000).toISOString()
  const { rows } = await ctx.db.query<{ id: string }>({
    name: 'withdrawn-lately',
    text: `SELECT id FROM app.disclosures WHERE state = 'withdrawn' AND withdrawn_at >= $1 LIMIT 1000`,
    values: [since],
  })
  for (const { id } of rows) await ctx.blobs.named.remove(fileNameOf(id))
}
