import type { z } from 'zod'
import type { WorklistAnswer, WorklistQuery, WorklistRow } from '#contract/worklists.ts'
import { addDays, daysBetween, type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { tokensFor } from '#domain/case/projection.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type Query = z.output<typeof WorklistQuery>
type Row = Omit<WorklistRow, 'procedure' | 'stageTitle' | 'daysLeft'> & {
  readonly sortOn: string
  readonly procedureCode: string
  readonly procedureVersion: string
  readonly stage: string
}

const PAGE = 30
const SOON_DAYS = 3

/** $1 agency, $2 tokens, $3 today, $4 soon, $5 person, $6 whether the caller sees the whole agency. */
const MINE =
  '(c.waits_for && $2::text[] OR EXISTS (SELECT FROM app.case_people h WHERE h.case_id = c.id AND h.person_id = $5 AND h.is_handler))'
const TABS = {
  mine: MINE,
  soon: `${MINE} AND c.due_on BETWEEN $3::date AND $4::date`,
  overdue: `${MINE} AND c.due_on < $3::date`,
  returned: `$5 = ANY (c.returned_to)`,
  all: 'true',
} as const

/** The day on which a case wants something: its own term ends, or one of somebody else is over. */
const WANTED_ON = `least(coalesce(c.due_on, '9999-12-31'), coalesce(c.lapsed_on, '9999-12-31'))`

/** What waits for the caller, in order of the day on which it wants something; pages by the last row seen. */
export async function readWorklist(ctx: RequestContext, query: Query): Promise<WorklistAnswer> {
  const today = ctx.clock.today()
  const posts = ctx.actor.posts.map(({ role, unitId }) => ({ role, unit: unitId }))
  const tokens = tokensFor({ id: ctx.actor.personId, posts })
  const shared = [ctx.actor.agencyId, tokens, today, addDays(today, SOON_DAYS), ctx.actor.personId]
  const [{ rows }, counted] = await Promise.all([
    ctx.db.query<Row>(listStatement(query, shared)),
    ctx.db.query<WorklistAnswer['counts']>(countStatement(shared)),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => rowOf(row, today)),
    counts: counted.rows[0] ?? { mine: 0, soon: 0, overdue: 0, returned: 0, all: 0 },
    next: rows.length > PAGE && last ? `${last.sortOn}_${last.id}` : null,
  }
}

function listStatement({ tab, after, text }: Query, shared: readonly unknown[]) {
  const [dueAfter, idAfter] = afterOf(after)
  return {
    text: `SELECT c.id, c.name, c.number, c.procedure_code AS "procedureCode", c.procedure_version AS "procedureVersion",
        c.stage, c.party_name AS party, c.due_on AS "dueOn", c.due_clock AS "dueTitle",
        CASE WHEN c.lapsed_on <= $3::date THEN c.lapse END AS lapse, ${WANTED_ON} AS "sortOn",
        cardinality(c.returned_to) > 0 AS "isReturned", c.waits_for && $2::text[] AS "waitsForYou",
        c.waits_for @> ARRAY['countersign:' || $5::uuid] AS "isToCountersign"
      FROM app.cases c
      WHERE c.agency_id = $1 AND ${tab === 'all' && text ? 'true' : 'c.ended_on IS NULL'} AND ${TABS[tab]}
        AND ($6::text IS NULL OR c.name ILIKE $6 OR c.number ILIKE $6 OR c.party_name ILIKE $6)
        AND (${WANTED_ON}, c.id) > ($7::date, $8::uuid)
        AND $3::date IS NOT NULL AND $4::date IS NOT NULL AND $5::uuid IS NOT NULL
      ORDER BY ${WANTED_ON}, c.id LIMIT ${PAGE + 1}`,
    values: [...shared, text ? `%${escapeLike(text)}%` : null, dueAfter, idAfter],
  }
}

function countStatement(shared: readonly unknown[]) {
  const counts = Object.entries(TABS).map(([tab, where]) => `count(*) FILTER (WHERE ${where})::int AS ${tab}`)
  return {
    name: 'worklist-counts',
    text: `SELECT ${counts.join(', ')} FROM app.cases c WHERE c.agency_id = $1 AND c.ended_on IS NULL`,
    values: shared,
  }
}

/** The page token is the last row's due day and id. */
function afterOf(after: string | undefined): readonly [string, string] {
  if (after === undefined) return ['0001-01-01', '00000000-0000-0000-0000-000000000000']
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after)
  const [, due, id] = match ?? []
  if (!due || !id || !isDate(due)) throw new RefusedError(refused('invalid-input', '翻页位置不对，请从第一页看起'))
  return [due, id]
}

function isDate(text: string): boolean {
  try {
    return plainDate(text) === text
  } catch {
    return false
  }
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}

function rowOf({ procedureCode, procedureVersion, stage, sortOn: _token, ...row }: Row, today: PlainDate): WorklistRow {
  const procedure = getProcedure(PROCEDURES, procedureCode, procedureVersion)
  return {
    ...row,
    procedure: procedure.title,
    stageTitle: procedure.stages[stage]?.title ?? stage,
    daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn as PlainDate),
  }
}
