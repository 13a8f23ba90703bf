import { addDays } from '#domain/calendar/plain-date.ts'
import type { CaseState } from '#domain/case/state.ts'
import { noticesOfDay, SOON_DAYS } from '#domain/notice/notices-of-day.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Context } from '#server/context.ts'
import { tell } from './notices-store.ts'

const PAGE = 200

/** Tells of every term of an open case that ends soon or has ended; each page is a transaction of its own. */
export async function tellDue(ctx: Context): Promise<void> {
  const until = addDays(ctx.clock.today(), SOON_DAYS)
  let after: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (after !== undefined) after = await tellPage(ctx, after, until)
}

async function tellPage(ctx: Context, after: string, until: string): Promise<string | undefined> {
  return ctx.db.transaction(async (tx) => {
    const { rows } = await tx.query<{ state: CaseState }>({
      name: 'notice-due-cases',
      text: `SELECT state FROM app.cases WHERE ended_on IS NULL AND due_on <= $2 AND id > $1 ORDER BY id LIMIT ${PAGE}`,
      values: [after, until],
    })
    for (const { state } of rows) await tell(tx, ctx.clock, state, noticesOfDay(PROCEDURES, state, ctx.clock.today()))
    return rows.length === PAGE ? rows.at(-1)?.state.id : undefined
  })
}
