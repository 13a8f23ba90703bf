import { addDays } from '#domain/calendar/plain-date.ts'
import type { CaseState } from '#domain/case/state.ts'
import { noticesOfDay, SOON_DAYS } from '#domain/notice/notices-of-day.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Context } from '#server/context.ts'
import { DISPUTES, standingLaw } from '#server/features/cases/index.ts'
import { tell } from './notices-store.ts'

const PAGE = 200

/** Tells of every term of an open case that ends soon or has ended, and of what the end of somebody else's opens; each page is a transaction of its own. */
export async function tellDue(ctx: Context): Promise<void> {
  const until = addDays(ctx.clock.today(), SOON_DAYS)
  let after: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (after !== undefined) after = await tellPage(ctx, after, until)
}

async function tellPage(ctx: Context, after: string, until: string): Promise<string | undefined> {
  return ctx.db.transaction(async (tx) => {
    const { rows } = await tx.query<{ state: CaseState; disputes: readonly CaseState[] | null }>({
      name: 'notice-due-cases',
      text: `SELECT c.state, ${DISPUTES} FROM app.cases c
        WHERE c.ended_on IS NULL AND (c.due_on <= $2 OR c.tells_on <= $3) AND c.id > $1 ORDER BY c.id LIMIT ${PAGE}`,
      values: [after, until, ctx.clock.today()],
    })
    for (const { state, disputes } of rows) {
      const law = await standingLaw({ db: tx }, state.agency)
      const env = { ...law, procedures: PROCEDURES, disputes: disputes ?? [], today: ctx.clock.today() }
      await tell(tx, ctx.clock, state, noticesOfDay(env, state))
    }
    return rows.length === PAGE ? rows.at(-1)?.state.id : undefined
  })
}
