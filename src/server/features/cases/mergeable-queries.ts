import type { MergeableAnswer, MergeableCase } from '#contract/cases.ts'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { groundToWork } from '#server/features/access/index.ts'
import type { Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const MOST = 20

/** Cases into which this one may go over: those with a party of its own first, then those of which the caller knows already. */
export async function readMergeable(
  ctx: RequestContext,
  caseId: string,
  { text }: { readonly text?: string | undefined },
): Promise<MergeableAnswer | Refused> {
  const refusal = await groundToWork(ctx, caseId)
  if (refusal) return refusal
  ctx.audit({ subject: `case:${caseId}` })
  const units = ctx.actor.posts.map(({ unitId }) => unitId)
  const [code, stages] = await findGoals(ctx, caseId)
  const { rows } = await ctx.db.query<MergeableCase>({
    name: 'cases-mergeable',
    text: `SELECT * FROM (SELECT c.id, c.version, c.name, c.number, c.party_name AS party, u.name AS "unitName", c.opened_on AS "openedOn",
        c.due_on AS "dueOn", c.unit_id, coalesce((SELECT string_agg(p.name, '、' ORDER BY p.name) FROM app.case_people h
          JOIN app.people p ON p.id = h.person_id WHERE h.case_id = c.id AND h.is_handler), '') AS handlers,
        EXISTS (SELECT FROM app.case_parties theirs JOIN app.case_parties mine ON mine.party_id = theirs.party_id
          WHERE theirs.case_id = c.id AND mine.case_id = $1) AS "sharesParty",
        EXISTS (SELECT FROM app.case_people t WHERE t.case_id = c.id AND t.person_id = $3) AS took
      FROM app.cases c JOIN app.units u ON u.id = c.unit_id
      WHERE c.agency_id = $2 AND c.id <> $1 AND c.procedure_code = $5 AND c.stage = ANY ($6) AND c.ended_on IS NULL
        AND ($7::text IS NULL OR c.name ILIKE $7 OR c.number ILIKE $7 OR c.party_name ILIKE $7)) m
      WHERE m."sharesParty" OR m.took OR m.unit_id = ANY ($4::uuid[])
      ORDER BY m."sharesParty" DESC, m."openedOn", m.id LIMIT ${MOST}`,
    values: [
      caseId,
      ctx.actor.agencyId,
      ctx.actor.personId,
      units,
      code,
      stages,
      text ? `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null,
    ],
  })
  return { rows: rows.map(rowOf) }
}

function rowOf({ id, version, name, number, party, unitName, handlers, openedOn, dueOn, sharesParty }: MergeableCase) {
  return { id, version, name, number, party, unitName, handlers, openedOn, dueOn, sharesParty }
}

/** The procedure of the case, and the stages at which another one may take it in; none where it may not go over now. */
async function findGoals(ctx: RequestContext, caseId: string): Promise<readonly [string, readonly string[]]> {
  const { rows } = await ctx.db.query<{ state: CaseState }>({
    name: 'case-state',
    text: 'SELECT state FROM app.cases WHERE id = $1 AND agency_id = $2',
    values: [caseId, ctx.actor.agencyId],
  })
  const [row] = rows
  if (!row) return ['', []]
  const { procedure, version, stage } = rootRun(row.state)
  const actions = getProcedure(PROCEDURES, procedure, version).stages[stage]?.actions ?? {}
  return [procedure, Object.values(actions).flatMap(({ joins }) => joins?.at ?? [])]
}
