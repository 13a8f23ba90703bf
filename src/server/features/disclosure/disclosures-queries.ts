import type { DisclosureRow, DisclosuresAnswer, DisclosuresQuery } from '#contract/disclosures.ts'
import { type PlainDate, parsePlainDate } from '#domain/calendar/plain-date.ts'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import type { Queryable } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { isId } from '#server/ids.ts'

export type Waiting = { readonly id: string; readonly dueOn: PlainDate }

/** Decisions that wait to be published, in the order of their ids, after the given one. */
export async function listWaiting(db: Queryable, after: string, limit: number): Promise<readonly Waiting[]> {
  const { rows } = await db.query<Waiting>({
    name: 'list-waiting-disclosures',
    text: `SELECT id, due_on AS "dueOn" FROM app.disclosures
      WHERE state = 'due' AND ($1 = '' OR id > $1::uuid) ORDER BY id LIMIT $2`,
    values: [after, limit],
  })
  return rows
}

const PAGE = 50
const COLUMNS = `d.id, d.case_id AS "caseId", c.name AS "caseName", d.document_id AS "documentId", p.code,
  p.number, d.due_on AS "dueOn", d.state, d.reason, d.basis, d.published_at AS "publishedAt", d.version,
  d.ground, d.tier, d.published_until_on AS "publishedUntilOn", d.withdraw_due_on AS "withdrawDueOn",
  d.withdrawn_at AS "withdrawnAt", (SELECT name FROM app.people WHERE id = d.prepared_by) AS "preparedBy",
  d.prepared_at AS "preparedAt", (SELECT name FROM app.people WHERE id = d.confirmed_by) AS "confirmedBy",
  d.draft IS NOT NULL AS "hasDraft", d.record_version AS "recordVersion",
  d.state IN ('due', 'prepared') AND d.due_on < $2::date AS "isLate",
  CASE WHEN d.state IN ('due', 'prepared') THEN d.due_on - $2::date
    WHEN d.state = 'published' THEN d.published_until_on - $2::date END AS "daysLeft"`
const TABLES = `app.disclosures d JOIN app.cases c ON c.id = d.case_id JOIN app.documents p ON p.id = d.document_id`

type Read = Omit<DisclosureRow, 'documentTitle'> & { readonly code: string }

/** One state of the agency's disclosures, the most urgent first, 50 a page. */
export async function listDisclosures(
  ctx: RequestContext,
  { state, after }: DisclosuresQuery,
): Promise<DisclosuresAnswer | Refused> {
  const [dueOn, id] = after === undefined ? [null, null] : after.split('_')
  const isToken = after === undefined || (parsePlainDate(dueOn ?? '') !== undefined && isId(id ?? ''))
  if (!isToken) return refused('invalid-input', '翻页标记不对，请从第一页重新开始。')
  const { rows } = await ctx.db.query<Read>({
    name: 'list-disclosures',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.agency_id = $1 AND d.state = $3
      AND ($4::date IS NULL OR (d.due_on, d.id) > ($4::date, $5::uuid)) ORDER BY d.due_on, d.id LIMIT ${PAGE + 1}`,
    values: [ctx.actor.agencyId, ctx.clock.today(), state, dueOn, id],
  })
  const shown = rows.slice(0, PAGE).map(toRow)
  const last = shown.at(-1)
  const next = rows.length > PAGE && last ? `${last.dueOn}_${last.id}` : null
  return { rows: shown, lateCount: await countLate(ctx), next }
}

async function countLate(ctx: RequestContext): Promise<number> {
  const { rows } = await ctx.db.query<{ late: number }>({
    name: 'count-late-disclosures',
    text: `SELECT count(*) AS late FROM app.disclosures WHERE agency_id = $1 AND state IN ('due', 'prepared') AND due_on < $2`,
    values: [ctx.actor.agencyId, ctx.clock.today()],
  })
  return rows[0]?.late ?? 0
}

/** One of the agency's disclosures as the desk shows it. */
export async function findDisclosure(
  db: Queryable,
  wanted: { readonly id: string; readonly agencyId: string; readonly today: PlainDate },
): Promise<DisclosureRow | undefined> {
  const { rows } = await db.query<Read>({
    name: 'find-disclosure',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.agency_id = $1 AND d.id = $3`,
    values: [wanted.agencyId, wanted.today, wanted.id],
  })
  return rows[0] && toRow(rows[0])
}

function toRow({ code, ...row }: Read): DisclosureRow {
  return { ...row, documentTitle: DOCUMENT_KINDS.find((kind) => kind.code === code)?.title ?? code }
}
