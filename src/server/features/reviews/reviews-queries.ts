import type { ReviewRow, ReviewsAnswer } from '#contract/worklists.ts'
import { refuseActor } from '#domain/access/acting.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { lastDayOf } from '#domain/case/clock.ts'
import type { Person } from '#domain/case/environment.ts'
import { reviewedAct } from '#domain/case/reviewed-act.ts'
import type { CaseState, Run } from '#domain/case/state.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type Row = {
  readonly state: CaseState
  readonly unitName: string
  readonly viewer: Person
  readonly handlers: string
  readonly submittedOn: Readonly<Record<string, string>>
}

/** Open legal reviews of the caller's agency, the earliest due first, each with whether the caller may do it. */
export async function readReviews(ctx: RequestContext): Promise<ReviewsAnswer> {
  const today = ctx.clock.today()
  const { rows } = await ctx.db.query<Row>({
    name: 'open-reviews',
    text: `SELECT c.state, u.name AS "unitName", app.person_on_the_day($2, $3) AS viewer,
        (SELECT string_agg(p.name, '、' ORDER BY p.name) FROM app.case_people h JOIN app.people p ON p.id = h.person_id
          WHERE h.case_id = c.id AND h.is_handler) AS handlers,
        (SELECT jsonb_object_agg(e.body->>'run', e.body->>'on') FROM app.events e
          WHERE e.case_id = c.id AND e.type = 'child-opened') AS "submittedOn"
      FROM app.cases c JOIN app.units u ON u.id = c.unit_id
      WHERE c.agency_id = $1 AND c.ended_on IS NULL AND c.waits_for && ARRAY['role:reviewer']
      ORDER BY c.due_on LIMIT 200`,
    values: [ctx.actor.agencyId, ctx.actor.personId, today],
  })
  return { rows: rows.flatMap((row) => openReviews(row.state).map((run) => rowOf(row, run, today))) }
}

function openReviews(state: CaseState): readonly Run[] {
  return state.runs.filter((run) => run.procedure === 'legal-review' && !run.endedOn)
}

function subjectOf(state: CaseState, review: Run): string {
  const { procedure, version } = reviewedAct(state, review)
  return getProcedure(PROCEDURES, procedure, version).title
}

function rowOf({ state, unitName, viewer, handlers, submittedOn }: Row, run: Run, today: PlainDate): ReviewRow {
  const clock = run.clocks.findLast((item) => item.metOn === undefined)
  const refusal = refuseActor('reviewer', viewer, state, run)
  return {
    caseId: state.id,
    run: run.id,
    caseName: state.name,
    subject: subjectOf(state, run),
    number: state.number ?? null,
    unitName,
    handlers,
    submittedOn: submittedOn[run.id] ?? '',
    dueOn: clock ? lastDayOf(clock) : null,
    daysLeft: clock ? daysBetween(today, lastDayOf(clock)) : null,
    mayReview: refusal === undefined,
    refusal: refusal?.sentence ?? null,
  }
}
