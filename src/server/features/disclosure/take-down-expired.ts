import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Context } from '#server/context.ts'
import { noteStep } from './note-step.ts'
import { fileNameOf } from './publish-receipts.ts'
import { expire } from './published-store.ts'

type Ended = { readonly id: string; readonly agencyId: string; readonly lastOn: PlainDate }

/** Takes down what was public for its whole term, from the day after its last; returns how many. */
export async function takeDownExpired(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.query<Ended>({
    name: 'list-ended-disclosures',
    text: `SELECT id, agency_id AS "agencyId", published_until_on AS "lastOn" FROM app.disclosures
      WHERE state = 'published' AND published_until_on < $1 ORDER BY published_until_on, id LIMIT 1000`,
    values: [ctx.clock.today()],
  })
  for (const { id, agencyId, lastOn } of rows) {
    await ctx.db.transaction(async (tx) => {
      const isDone = await expire(tx, id, lastOn)
      if (isDone) await noteStep(tx, ctx, { name: 'disclosure-expire', id, agencyId, detail: { lastOn } })
    })
    await ctx.blobs.named.remove(fileNameOf(id))
  }
  return rows.length
}
