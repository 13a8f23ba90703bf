import type { CustodyAnswer, CustodyRow } from '#contract/custody.ts'
import type { CaseState } from '#domain/case/state.ts'
import { storeRows } from '#domain/custody/store-rows.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const MOST_CASES = 300

type Row = { readonly state: CaseState; readonly party: string }

/** Everything in custody of the caller's agency, the most pressing first; who keeps no store sees the things of their own unit and cases. */
export async function readCustody(ctx: RequestContext): Promise<CustodyAnswer> {
  const { agencyId, personId, roles, posts } = ctx.actor
  const isOffice = roles.includes('storekeeper') || roles.includes('agency-head')
  const { rows } = await ctx.db.query<Row>({
    name: 'custody-list',
    text: `SELECT c.state, c.party_name AS party FROM app.cases c
      WHERE c.agency_id = $1 AND c.ended_on IS NULL AND c.state ? 'things'
        AND ($2 OR c.unit_id = ANY ($3::uuid[])
          OR EXISTS (SELECT FROM app.case_people p WHERE p.case_id = c.id AND p.person_id = $4))
      ORDER BY c.due_on NULLS LAST, c.id LIMIT $5`,
    values: [agencyId, isOffice, posts.map(({ unitId }) => unitId), personId, MOST_CASES + 1],
  })
  const today = ctx.clock.today()
  const listed = rows.slice(0, MOST_CASES).flatMap(({ state, party }) =>
    storeRows(PROCEDURES, state, today).map(
      (row): CustodyRow => ({
        ...row,
        caseId: state.id,
        caseName: state.name,
        number: state.number ?? null,
        party,
      }),
    ),
  )
  return { rows: listed.toSorted(byPressure), isCut: rows.length > MOST_CASES }
}

function byPressure(a: CustodyRow, b: CustodyRow): number {
  const last = '9999-12-31'
  return (a.dueOn ?? last).localeCompare(b.dueOn ?? last) || a.caseName.localeCompare(b.caseName) || a.no - b.no
}
