import type { CustodyAnswer, CustodyQuery, CustodyRow } from '#contract/custody.ts'
import type { CaseState } from '#domain/case/state.ts'
import { isFoundIn } from '#domain/custody/found-in.ts'
import { storeRows } from '#domain/custody/store-rows.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** So many cases are one page; a case is never torn apart. */
const CASES_A_PAGE = 40
const LAST = '9999-12-31'

type Row = { readonly state: CaseState; readonly party: string; readonly pressure: string }

/** What has been released goes back at once, before any term (强制法第二十八条第二款); then the nearest term of the case. */
const PRESSURE = `CASE WHEN c.state @? '$.things[*].life[*] ? (@.movement == "release" || @.movement == "lapse" || @.fate == "release")'
    THEN '0001-01-01' ELSE coalesce(c.due_on::text, '${LAST}') END`

/** Cases with a list that has not been emptied; $1 agency, $2 whether all of it, $3 units, $4 person, $5 words that each occur. */
const LISTED = `SELECT c.state, c.party_name AS party, c.id, ${PRESSURE} AS pressure FROM app.cases c
  WHERE c.agency_id = $1 AND c.ended_on IS NULL AND c.state ? 'things'
    AND c.state @? '$.runs[*] ? (@.procedure == "custody" && !exists(@.endedOn))'
    AND ($2 OR c.unit_id = ANY ($3::uuid[])
      OR EXISTS (SELECT FROM app.case_people p WHERE p.case_id = c.id AND p.person_id = $4))
    AND concat_ws(' ', c.name, c.number, c.party_name, jsonb_path_query_array(c.state, '$.things[*].name')::text,
      jsonb_path_query_array(c.state, '$.things[*].seal')::text, jsonb_path_query_array(c.state, '$.things[*].spec')::text,
      jsonb_path_query_array(c.state, '$.things[*].shelf')::text,
      jsonb_path_query_array(c.state, '$.things[*].life[*].shelf')::text) ILIKE ALL ($5::text[])`

/** Everything in custody of the caller's agency page by page, the most pressing first; who keeps no store sees the things of their own unit and cases. */
export async function readCustody(ctx: RequestContext, query: CustodyQuery): Promise<CustodyAnswer | Refused> {
  const place = placeOf(query.after)
  if (!place) return refused('invalid-input', '翻页标记不对，请从第一页重新开始。')
  const { agencyId, personId, roles, posts } = ctx.actor
  const isOffice = roles.includes('storekeeper') || roles.includes('agency-head')
  const words = query.text.split(/\s+/).filter((word) => word !== '')
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await ctx.db.query<Row>({
    name: 'custody-list',
    text: `SELECT l.state, l.party, l.pressure FROM (${LISTED}) l
      WHERE $6::text IS NULL OR (l.pressure, l.id) > ($6::text, $7::uuid) ORDER BY l.pressure, l.id LIMIT ${CASES_A_PAGE + 1}`,
    values: [agencyId, isOffice, posts.map(({ unitId }) => unitId), personId, patterns, place.pressure, place.id],
  })
  const shown = rows.slice(0, CASES_A_PAGE)
  const last = shown.at(-1)
  const today = ctx.clock.today()
  const listed = shown.flatMap(({ state, party }) =>
    storeRows(PROCEDURES, state, today)
      .filter((row) => isFoundIn(words, row, { name: state.name, number: state.number, party }))
      .map((row): CustodyRow => ({ ...row, ...caseOf(state), party })),
  )
  const next = rows.length > CASES_A_PAGE && last ? `${last.pressure}_${last.state.id}` : null
  return { rows: listed.toSorted(byPressure), next }
}

function caseOf({ id, name, number }: CaseState) {
  return { caseId: id, caseName: name, number: number ?? null }
}

type Place = { readonly pressure: string | null; readonly id: string | null }

function placeOf(token: string | undefined): Place | undefined {
  if (token === undefined) return { pressure: null, id: null }
  const [, pressure, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(token) ?? []
  return pressure !== undefined && id !== undefined ? { pressure, id } : undefined
}

function byPressure(a: CustodyRow, b: CustodyRow): number {
  return (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST) || a.caseName.localeCompare(b.caseName) || a.no - b.no
}
