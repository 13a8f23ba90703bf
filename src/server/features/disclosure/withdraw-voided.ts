import { dueOn } from '#domain/calendar/deadline.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { termOf } from '#domain/parameter/registry.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import type { Queryable } from '#server/db/database.ts'
import { loadCalendar, loadParameterValues } from '#server/features/catalogue/index.ts'
import { noteStep } from './note-step.ts'
import { fileNameOf } from './publish-receipts.ts'
import { withdraw } from './published-store.ts'

type Voided = {
  readonly id: string
  readonly agencyId: string
  readonly reason: string | null
  readonly voidedAt: string
}

const BASIS = '《行政处罚法》第四十八条第二款'

/** Withdraws what was published of documents that were voided afterwards; returns how many. */
export async function withdrawVoided(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.query<Voided>({
    name: 'list-voided-published',
    text: `SELECT d.id, d.agency_id AS "agencyId", p.void_reason AS reason, p.voided_at AS "voidedAt"
      FROM app.documents p JOIN app.disclosures d ON d.document_id = p.id AND d.state = 'published'
      WHERE p.voided_at IS NOT NULL ORDER BY d.id LIMIT 1000`,
  })
  const at = ctx.clock.now().toISOString()
  for (const { id, agencyId, reason, voidedAt } of rows) {
    const sinceOn = dateInShanghai(new Date(voidedAt))
    const { lastOn } = await withdrawalTerm(ctx, agencyId, sinceOn)
    await ctx.db.transaction(async (tx) => {
      const said = reason ?? '决定书已作废'
      const isDone = await withdraw(tx, { id, reason: said, basis: BASIS, sinceOn, dueOn: lastOn, at })
      if (isDone) await noteStep(tx, ctx, { name: 'disclosure-withdraw', id, agencyId, detail: { reason: said } })
    })
    await ctx.blobs.named.remove(fileNameOf(id))
  }
  return rows.length
}

/** The last day on which it may still be public (三日 are working days, 行政处罚法第八十五条). */
export async function withdrawalTerm(ctx: { readonly db: Queryable }, agencyId: string, sinceOn: PlainDate) {
  const [calendar, parameters] = await Promise.all([loadCalendar(ctx.db), loadParameterValues(ctx.db, agencyId)])
  const term = termOf(parameters, 'disclosure.withdrawal-term', sinceOn)
  const { rolledDue, estimated } = dueOn({ start: sinceOn, term, rolls: true, deductions: [], calendar })
  return { lastOn: rolledDue, estimated }
}
