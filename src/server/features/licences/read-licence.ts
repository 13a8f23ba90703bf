import type { LicenceCase, LicenceDetail } from '#contract/licences.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type CaseState, type Run, rootRun } from '#domain/case/state.ts'
import { timesOf } from '#domain/licence/case-times.ts'
import { actionsOf, actionTitleOf } from '#domain/procedure/actions-of.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { loadCalendar } from '#server/features/catalogue/index.ts'
import { isRefused, notFound, RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { COLUMNS, type LicenceColumns, licenceRow } from './licence-columns.ts'

type CaseRow = {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly code: string
  readonly version: string
  readonly stage: string
  readonly outcome: string | null
  readonly taken: Run['taken']
  readonly openedOn: PlainDate
  readonly endedOn: PlainDate | null
}
type Row = LicenceColumns & { readonly state: CaseState }

/** One licence of the caller's agency with the cases in which it was granted, changed and ended. Throws RefusedError: not found. */
export async function readLicence(ctx: RequestContext, id: string): Promise<LicenceDetail> {
  const { rows } = await ctx.db.query<Row>({
    name: 'licence',
    text: `SELECT ${COLUMNS}, c.state FROM app.licences l JOIN app.cases c ON c.id = l.id
      WHERE l.id = $1 AND l.agency_id = $2`,
    values: [id, ctx.actor.agencyId],
  })
  const [row] = rows
  if (!row) throw new RefusedError(notFound('许可'))
  const { state, ...columns } = row
  const [calendar, cases] = await Promise.all([loadCalendar(ctx.db), casesAbout(ctx, row)])
  const facts = rootRun(state).facts.case
  const acknowledgedOn = facts['acknowledged-on']
  return {
    row: licenceRow(columns, ctx.clock.today()),
    today: ctx.clock.today(),
    licenceBasis: String(facts['licence-basis'] ?? ''),
    holders: state.parties.map(({ id: party, name }) => ({ id: party, name })),
    cases: cases.map(caseOf),
    origin: await readableOrigin(ctx, cases),
    times: timesOf(calendar, state) ?? null,
    handOver:
      row.supervisor === ''
        ? null
        : {
            to: row.supervisor,
            acknowledgedOn: typeof acknowledgedOn === 'string' ? acknowledgedOn : null,
            acknowledgedBy: String(facts['acknowledged-by'] ?? ''),
          },
  }
}

async function casesAbout(ctx: RequestContext, { id, number }: Row): Promise<readonly CaseRow[]> {
  const { rows } = await ctx.db.query<CaseRow>({
    name: 'licence-cases',
    text: `SELECT c.id, c.name, c.number, c.procedure_code AS code, c.procedure_version AS version, c.stage,
        coalesce(c.outcome, c.state #>> '{runs,0,result}') AS outcome,
        c.state #> '{runs,0,taken}' AS taken, c.opened_on::text AS "openedOn", c.ended_on::text AS "endedOn"
      FROM app.cases c WHERE c.agency_id = $1 AND (c.id = $2 OR (c.procedure_code LIKE 'licence-%'
        AND c.state #>> '{runs,0,facts,case,licence-number}' = $3))
      ORDER BY c.opened_on, c.id`,
    values: [ctx.actor.agencyId, id, number],
  })
  return rows
}

function caseOf({ code, version, stage, outcome, taken, ...shown }: CaseRow): LicenceCase {
  const procedure = getProcedure(PROCEDURES, code, version)
  const deciding = actionsOf(procedure).filter(({ action }) => outcome !== null && action.outcome === outcome)
  const last = taken.findLast(({ action }) => deciding.some(({ name }) => name === action))
  const standing = last ? actionTitleOf(procedure, last.action) : (procedure.stages[stage]?.title ?? stage)
  return { ...shown, procedure: procedure.title, standing }
}

/** The newest case that gave it the end that it has now: what is about it takes its facts from there. */
async function readableOrigin(ctx: RequestContext, cases: readonly CaseRow[]): Promise<string | null> {
  const renewed = cases.findLast(({ code, outcome }) => code === 'licence-renewal' && outcome === 'granted')
  const id = (renewed ?? cases.find(({ code }) => code === 'licence'))?.id
  if (id === undefined) return null
  return isRefused(await groundToRead(ctx, id)) ? null : id
}
