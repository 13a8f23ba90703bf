import { PROCEDURES } from '#procedures/index.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import type { Queryable } from '#server/db/database.ts'
import { publishDue } from '#server/features/disclosure/index.ts'
import { OperatorError } from '#server/operator-error.ts'
import { YEAR_AUDIT } from './live-case.ts'
import { Year, type YearReport } from './year.ts'
import type { IsTold } from './year-plan.ts'

export type YearOptions = {
  readonly cases: number
  readonly seed: number
  readonly say: (sentence: string) => void
  /** Only such stories, where not all of them are told. */
  readonly isTold?: IsTold
  /** Days from the beginning of the year in which all cases are opened, where not all of them. */
  readonly openedWithin?: number
  /** The share of closed cases that goes to the archive, where not all of them. */
  readonly archived?: number
}

/**
 * A year of work of the demo region up to today, each step through the commands that people use on the day on which it is said to have
 * been done. Throws OperatorError where there are cases that the demo did not open; a year that is there already is only counted.
 */
export async function seedYear(ctx: Context, options: YearOptions): Promise<YearReport> {
  const { others, years } = await countCases(ctx.db)
  if (others > 0)
    throw new OperatorError(
      `本机有 ${others} 件不是演示载入的案件，不能再载入虚构的一年；请在新的 ZHAOFA_HOME 里载入`,
      1,
    )
  const none = { acts: 0, handedOver: 0, sealed: 0, refused: new Map(), outcomes: new Map() }
  if (years > 0) return { isNew: false, cases: years, ...none }
  const year = await Year.begin(ctx, options)
  try {
    await live(ctx, year)
  } finally {
    await year.close()
  }
  return year.report()
}

async function live(ctx: Context, year: Year): Promise<void> {
  let day = ''
  for await (const at of year.days()) {
    const today = dateInShanghai(at)
    if (!year.hasDelivered || today === day) continue
    day = today
    year.hasDelivered = false
    await publishDue({ ...ctx, clock: { now: () => at, today: () => today } }, PROCEDURES)
  }
}

type Counted = { readonly others: number; readonly years: number }

async function countCases(db: Queryable): Promise<Counted> {
  const { rows } = await db.query<Counted>({
    text: `SELECT count(*) FILTER (WHERE opened.name IS NULL)::int AS others,
        count(*) FILTER (WHERE opened.name = $1)::int AS years
      FROM app.cases c LEFT JOIN LATERAL (
        SELECT e.name FROM app.audit_entries e
        WHERE e.subject = 'case:' || c.id AND e.name IN ($1, 'demo-seed') LIMIT 1) opened ON true`,
    values: [YEAR_AUDIT],
  })
  return rows[0] ?? { others: 0, years: 0 }
}
