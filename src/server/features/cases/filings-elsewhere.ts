import type { FilingsAnswer } from '#contract/filings.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { unionOf } from '#server/features/parties/index.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** The day on which a case `x` was filed under the ordinary procedure, while the filing stands. */
const filedOn = (x: string) => `(SELECT min(t ->> 'on') FROM jsonb_array_elements(${x}.state #> '{runs,0,taken}') t
  WHERE t ->> 'action' = 'file' AND ${x}.outcome IS DISTINCT FROM 'filing-withdrawn')`

/** $1 this case, $2 the agency, $3 pairs of a party here and its entries of the register. Of theirs: the agency and the day, no more. */
const FILINGS = `WITH mine AS (SELECT c.*, ${filedOn('c')} AS filed_on FROM app.cases c WHERE c.id = $1 AND c.agency_id = $2),
  one AS (SELECT e ->> 'here' AS here, (e ->> 'entry')::uuid AS entry FROM jsonb_array_elements($3::jsonb) e)
  SELECT (SELECT filed_on FROM mine) AS "filedOn", coalesce((SELECT jsonb_agg(f ORDER BY f."filedOn", f.agency) FROM (
    SELECT a.name AS agency, min(${filedOn('o')}) AS "filedOn"
    FROM one JOIN app.case_parties p ON p.party_id = one.entry
    JOIN app.cases o ON o.id = p.case_id AND o.agency_id <> $2 AND o.procedure_code = 'penalty-ordinary'
    JOIN app.agencies a ON a.id = o.agency_id
    CROSS JOIN mine CROSS JOIN LATERAL jsonb_array_elements(mine.state -> 'violations') v
    JOIN LATERAL jsonb_array_elements(o.state -> 'violations') w
      ON w ->> 'party' = one.entry::text AND v ->> 'party' = one.here
        AND CASE WHEN v ? 'catalogueId' AND w ? 'catalogueId' THEN v ->> 'catalogueId' = w ->> 'catalogueId'
          ELSE btrim(v ->> 'cause') = btrim(w ->> 'cause') END
    WHERE ${filedOn('o')} IS NOT NULL GROUP BY a.name) f), '[]') AS elsewhere`

/** Whether another agency has filed the same act of the same party (行政处罚法第二十五条), for who may read this case. */
export async function readFilings(ctx: RequestContext, caseId: string): Promise<FilingsAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}` })
  const reading = await groundToRead(ctx, caseId)
  if (isRefused(reading)) return reading
  const { rows } = await ctx.db.query<{ id: string }>({
    name: 'filing-parties',
    text: 'SELECT party_id AS id FROM app.case_parties WHERE case_id = $1',
    values: [caseId],
  })
  const entries = await Promise.all(
    rows.map(async ({ id }) => (await unionOf(ctx.db, id)).map((entry) => ({ here: id, entry }))),
  )
  const found = await ctx.db.query<FilingsAnswer>({
    name: 'filings-elsewhere',
    text: FILINGS,
    values: [caseId, ctx.actor.agencyId, JSON.stringify(entries.flat())],
  })
  return found.rows[0] ?? { filedOn: null, elsewhere: [] }
}
