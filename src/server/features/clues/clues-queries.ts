import type { ClueRow, CluesAnswer, CluesQuery } from '#contract/clues.ts'
import { daysBetween, type PlainDate, parsePlainDate } from '#domain/calendar/plain-date.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type Row = Omit<ClueRow, 'stageTitle' | 'daysLeft'> & { readonly version: string; readonly stage: string }

const PAGE = 30

/** Decided to become a case, and no case was opened from it yet. */
const WAITING = `c.outcome = 'filed' AND NOT EXISTS (SELECT FROM app.cases f WHERE f.origin_case_id = c.id)`
const TABS = {
  open: 'c.ended_on IS NULL',
  waiting: WAITING,
  ended: 'c.ended_on IS NOT NULL',
  all: 'true',
} as const

/** What was registered first is due first; what is done is read from the newest back. */
const ORDERS = {
  open: { after: '>', sort: 'ASC' },
  waiting: { after: '>', sort: 'ASC' },
  ended: { after: '<', sort: 'DESC' },
  all: { after: '<', sort: 'DESC' },
} as const

/** The register of clues of the caller's agency; pages by the last row seen. */
export async function readClues(ctx: RequestContext, { tab, text, after }: CluesQuery): Promise<CluesAnswer> {
  const { agencyId } = ctx.actor
  const place = placeOf(after)
  const order = ORDERS[tab]
  const [{ rows }, counted] = await Promise.all([
    ctx.db.query<Row>({
      text: `SELECT c.id, c.name, c.number, c.procedure_version AS version, c.stage, c.opened_on AS "openedOn",
          c.due_on AS "dueOn", c.party_name AS party, u.name AS "unitName", (${WAITING}) IS TRUE AS "isWaiting",
          coalesce(c.state #>> '{runs,0,facts,case,source}', '') AS source,
          coalesce((SELECT string_agg(p.name, '、' ORDER BY p.name) FROM app.case_people h JOIN app.people p ON p.id = h.person_id
            WHERE h.case_id = c.id AND h.is_handler), '') AS handlers,
          (SELECT f.id FROM app.cases f WHERE f.origin_case_id = c.id ORDER BY f.opened_on, f.id LIMIT 1) AS follower
        FROM app.cases c JOIN app.units u ON u.id = c.unit_id
        WHERE c.agency_id = $1 AND c.procedure_code = 'clue' AND ${TABS[tab]}
          AND ($2::text IS NULL OR c.name ILIKE $2 OR c.number ILIKE $2 OR c.party_name ILIKE $2)
          AND ($3::date IS NULL OR (c.opened_on, c.id) ${order.after} ($3::date, $4::uuid))
        ORDER BY c.opened_on ${order.sort}, c.id ${order.sort} LIMIT ${PAGE + 1}`,
      values: [agencyId, text ? `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null, place?.on, place?.id],
    }),
    ctx.db.query<CluesAnswer['counts']>({
      name: 'clue-counts',
      text: `SELECT count(*) FILTER (WHERE c.ended_on IS NULL)::int AS open, count(*) FILTER (WHERE ${WAITING})::int AS waiting
        FROM app.cases c WHERE c.agency_id = $1 AND c.procedure_code = 'clue'`,
      values: [agencyId],
    }),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const today = ctx.clock.today()
  return {
    rows: shown.map((row) => rowOf(row, today)),
    counts: counted.rows[0] ?? { open: 0, waiting: 0 },
    next: rows.length > PAGE && last ? `${last.openedOn}_${last.id}` : null,
  }
}

function rowOf({ version, stage, ...row }: Row, today: PlainDate): ClueRow {
  return {
    ...row,
    stageTitle: getProcedure(PROCEDURES, 'clue', version).stages[stage]?.title ?? stage,
    daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn as PlainDate),
  }
}

function placeOf(after: string | undefined): { readonly on: PlainDate; readonly id: string } | undefined {
  if (after === undefined) return undefined
  const [, day = '', id = ''] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after) ?? []
  const on = parsePlainDate(day)
  if (on) return { on, id }
  throw new RefusedError(refused('invalid-input', '翻页位置不对，请从第一页看起'))
}
