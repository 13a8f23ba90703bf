import type { PanelRow, PanelsAnswer } from '#contract/panels.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type Row = {
  readonly state: CaseState
  readonly unitName: string
  readonly handlers: string
  readonly openedOn: Readonly<Record<string, string>>
}

/** Open panels of the caller's agency, the oldest first. An open panel waits for a head of the agency to record it. */
export async function readPanels(ctx: RequestContext): Promise<PanelsAnswer> {
  const { rows } = await ctx.db.query<Row>({
    name: 'open-panels',
    text: `SELECT c.state, u.name AS "unitName",
        (SELECT string_agg(p.name, '、' ORDER BY p.name) FROM app.case_people h JOIN app.people p ON p.id = h.person_id
          WHERE h.case_id = c.id AND h.is_handler) AS handlers,
        (SELECT jsonb_object_agg(e.body->>'run', e.body->>'on') FROM app.events e
          WHERE e.case_id = c.id AND e.type = 'child-opened') AS "openedOn"
      FROM app.cases c JOIN app.units u ON u.id = c.unit_id
      WHERE c.agency_id = $1 AND c.ended_on IS NULL AND c.waits_for && ARRAY['role:agency-head']
        AND c.state @> '{"runs": [{"procedure": "panel"}]}' LIMIT 200`,
    values: [ctx.actor.agencyId],
  })
  return { rows: rows.flatMap(rowsOf).toSorted((a, b) => a.openedOn.localeCompare(b.openedOn)) }
}

function rowsOf({ state, unitName, handlers, openedOn }: Row): readonly PanelRow[] {
  const open = state.runs.filter((run) => run.procedure === 'panel' && !run.endedOn)
  return open.map((run) => ({
    caseId: state.id,
    run: run.id,
    caseName: state.name,
    number: state.number ?? null,
    unitName,
    handlers,
    openedOn: openedOn[run.id] ?? '',
    recordings: new Set((state.recordings ?? []).map(({ recording }) => recording)).size,
  }))
}
