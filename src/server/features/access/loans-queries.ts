import type { LoanRow, LoansAnswer, LoansQuery } from '#contract/access.ts'
import { daysBetween, parsePlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { Queryable } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { isId } from '#server/ids.ts'

const PAGE = 50
const COLUMNS = `l.id, l.request_id AS "requestId", coalesce(c.name, '') AS "caseName", r.body_name AS "bodyName", l.carrier, l.title,
  l.quantity, l.lent_to AS "lentTo", p.name AS "lentBy", l.lent_at AS "lentAt", l.due_on AS "dueOn",
  l.condition_note AS "conditionNote", b.received_at AS "returnedAt", b.returned_by AS "returnedBy", q.name AS "receivedBy",
  b.condition, b.note AS "returnNote"`
const TABLES = `app.loans l JOIN app.access_requests r ON r.id = l.request_id LEFT JOIN app.cases c ON c.id = r.case_id
  JOIN app.people p ON p.id = l.lent_by LEFT JOIN app.loan_returns b ON b.loan_id = l.id LEFT JOIN app.people q ON q.id = b.received_by`

type Read = Omit<LoanRow, 'daysLeft'>

const rowOf = (row: Read, today: string): LoanRow => ({
  ...row,
  daysLeft: row.returnedAt === null ? daysBetween(plainDate(today), plainDate(row.dueOn)) : null,
})

export async function loansOfRequest(ctx: RequestContext, db: Queryable, requestId: string): Promise<LoanRow[]> {
  const { rows } = await db.query<Read>({
    name: 'loans-of-request',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE l.request_id = $1 ORDER BY l.lent_at, l.id`,
    values: [requestId],
  })
  return rows.map((row) => rowOf(row, ctx.clock.today()))
}

export async function findLoan(db: Queryable, id: string, agencyId: string): Promise<Read | undefined> {
  const { rows } = await db.query<Read>({
    name: 'find-loan',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE l.id = $1 AND l.agency_id = $2`,
    values: [id, agencyId],
  })
  return rows[0]
}

const TABS: Readonly<Record<LoansQuery['tab'], string>> = {
  out: 'b.loan_id IS NULL',
  overdue: 'b.loan_id IS NULL AND l.due_on < $2::date',
  back: 'b.loan_id IS NOT NULL',
}

/** The register of the agency: what is out in order of the day on which it is due, what came back. */
export async function listLoans(ctx: RequestContext, { tab, after }: LoansQuery): Promise<LoansAnswer | Refused> {
  const [on, id] = after === undefined ? [null, null] : after.split('_')
  const isToken = after === undefined || (parsePlainDate(on ?? '') !== undefined && isId(id ?? ''))
  if (!isToken) return refused('invalid-input', '翻页标记不对，请从第一页重新开始。')
  const today = ctx.clock.today()
  const [{ rows }, overdueCount] = await Promise.all([
    ctx.db.query<Read>({
      name: `loans-${tab}`,
      text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE l.agency_id = $1 AND $2::date IS NOT NULL AND ${TABS[tab]}
        AND ($3::date IS NULL OR (l.due_on, l.id) > ($3::date, $4::uuid)) ORDER BY l.due_on, l.id LIMIT ${PAGE + 1}`,
      values: [ctx.actor.agencyId, today, on, id],
    }),
    countOverdue(ctx),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const next = rows.length > PAGE && last ? `${last.dueOn}_${last.id}` : null
  return { rows: shown.map((row) => rowOf(row, today)), overdueCount, next }
}

async function countOverdue(ctx: RequestContext): Promise<number> {
  const { rows } = await ctx.db.query<{ n: number }>({
    name: 'loans-overdue-count',
    text: `SELECT count(*)::int AS n FROM app.loans l WHERE l.agency_id = $1 AND l.due_on < $2
      AND NOT EXISTS (SELECT FROM app.loan_returns b WHERE b.loan_id = l.id)`,
    values: [ctx.actor.agencyId, ctx.clock.today()],
  })
  return rows[0]?.n ?? 0
}
