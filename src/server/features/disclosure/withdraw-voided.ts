import type { Context } from '#server/context.ts'
import { fileNameOf } from './publish-receipts.ts'
import { withdraw } from './published-store.ts'

type Voided = { readonly id: string; readonly reason: string | null }

/** Withdraws what was published of documents that were voided afterwards; returns how many. */
export async function withdrawVoided(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.query<Voided>({
    name: 'list-voided-published',
    text: `SELECT d.id, p.void_reason AS reason FROM app.documents p
      JOIN app.disclosures d ON d.document_id = p.id AND d.state = 'published'
      WHERE p.voided_at IS NOT NULL ORDER BY d.id LIMIT 1000`,
  })
  const at = ctx.clock.now().toISOString()
  for (const { id, reason } of rows) {
    await ctx.db.transaction((tx) => withdraw(tx, id, reason ?? '决定书已作废', at))
    await ctx.blobs.named.remove(fileNameOf(id))
  }
  return rows.length
}
