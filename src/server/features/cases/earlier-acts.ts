import type { CaseState } from '#domain/case/state.ts'
import { type DecidedCase, type EarlierAct, earlierActsOf } from '#domain/hint/earlier-acts.ts'
import type { Queryable } from '#server/db/database.ts'
import { unionOf } from '#server/features/parties/index.ts'

/** Of one party so many decided cases are looked at, the newest first. */
const MOST = 200

type Row = { readonly decided: DecidedCase; readonly theirs: string; readonly agency: string; readonly isOwn: boolean }

/** The decision that this case sets right is not an earlier one: where it comes from, or what was contested there. */
const NOT_REVISED = `NOT EXISTS (SELECT FROM app.cases r LEFT JOIN app.cases f ON f.id::text = r.state #>> '{origin,id}'
      WHERE r.id = $3 AND r.procedure_code = 'penalty-revision'
        AND o.id::text IN (r.state #>> '{origin,id}', f.state #>> '{origin,id}'))`

/** $1 entries of the party, $2 agency, $3 this case. Of other agencies only what is public, and only of organisations. */
const DECIDED = `SELECT jsonb_build_object('id', o.id, 'name', o.name, 'number', o.number, 'violations', o.state -> 'violations',
      'documents', o.state -> 'documents', 'results', o.state #> '{runs,0,results}', 'result', o.state #>> '{runs,0,result}',
      'acts', o.state #> '{runs,0,facts,violation}') AS decided,
    p.party_id::text AS theirs, a.short_name AS agency, o.agency_id = $2 AS "isOwn"
  FROM app.case_parties p JOIN app.cases o ON o.id = p.case_id JOIN app.agencies a ON a.id = o.agency_id
  JOIN app.parties y ON y.id = p.party_id
  WHERE p.party_id = ANY ($1::uuid[]) AND o.id <> $3 AND o.procedure_code IN ('penalty-ordinary', 'penalty-summary')
    AND ${NOT_REVISED}
    AND (o.agency_id = $2 OR (y.kind <> 'person' AND EXISTS (
      SELECT FROM app.disclosures s JOIN app.documents d ON d.id = s.document_id
      WHERE s.case_id = o.id AND s.state = 'published' AND (d.party_id IS NULL OR d.party_id = p.party_id))))
  ORDER BY o.opened_on DESC, o.id LIMIT ${MOST}`

type Wanted = { readonly caseId: string; readonly agencyId: string; readonly parties: readonly string[] }

/** What was decided before about acts of these parties, by the own agency or as another has published it. */
export async function findEarlierActs(
  db: Queryable,
  { caseId, agencyId, parties }: Wanted,
): Promise<readonly EarlierAct[]> {
  const found: EarlierAct[] = []
  for (const party of parties) {
    const { rows } = await db.query<Row>({
      name: 'earlier-acts',
      text: DECIDED,
      values: [await unionOf(db, party), agencyId, caseId],
    })
    for (const row of rows) found.push(...actsIn(row, party))
  }
  return found
}

/** The same for a case in which a decision turns on it; for others nobody asks. */
export async function earlierFor(
  db: Queryable,
  { id, agency, parties, runs: [main] }: CaseState,
): Promise<{ readonly earlier?: readonly EarlierAct[] }> {
  if (main?.procedure !== 'penalty-ordinary' || main.stage !== 'decision') return {}
  return {
    earlier: await findEarlierActs(db, { caseId: id, agencyId: agency, parties: parties.map((party) => party.id) }),
  }
}

/** Entries of the register that were merged are one party. */
function actsIn({ decided, theirs, agency, isOwn }: Row, party: string): readonly EarlierAct[] {
  return earlierActsOf(decided, agency)
    .filter((act) => act.party === theirs)
    .map(({ caseId, ...act }) => ({ ...act, party, ...(isOwn && caseId ? { caseId } : {}) }))
}
