import type { Role } from '#domain/access/permissions.ts'
import type { Person } from '#domain/case/environment.ts'
import { tokensAlone } from '#domain/succession/work-of.ts'
import type { Queryable } from '#server/db/database.ts'

/** A case that asks something of somebody, as lists have it. */
export type WorkCase = {
  readonly id: string
  readonly unit: string
  readonly name: string
  readonly number: string | null
  readonly party: string
  readonly procedureCode: string
  readonly procedureVersion: string
  readonly stage: string
  readonly dueOn: string | null
  readonly dueTitle: string | null
  readonly isEnded: boolean
  readonly beside: string
}
type Holder = { readonly id: string; readonly posts: Person['posts'] }
export type Holders = { readonly own: Holder; readonly others: readonly Holder[] }

type PostRow = { readonly person: string; readonly role: Role; readonly unit: string; readonly isPrincipal: boolean }

/** Who holds which posts in the agency today: the person first, then everybody else. */
export async function loadHolders(db: Queryable, agencyId: string, today: string, person: string): Promise<Holders> {
  const { rows } = await db.query<PostRow>({
    name: 'succession-holders',
    text: `SELECT s.person_id AS person, s.role, s.unit_id AS unit, s.is_principal AS "isPrincipal"
      FROM app.posts s JOIN app.people p ON p.id = s.person_id
      WHERE p.agency_id = $1 AND (p.left_on IS NULL OR p.left_on > $2) AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)`,
    values: [agencyId, today],
  })
  const postsOf = (id: string) =>
    rows.flatMap(({ person: whose, ...post }) => (whose === id ? [post as Person['posts'][number]] : []))
  const others = [...new Set(rows.map((row) => row.person))].filter((id) => id !== person)
  const own: Holder = { id: person, posts: postsOf(person) }
  return { own, others: others.map<Holder>((id) => ({ id, posts: postsOf(id) })) }
}

/** Every case that asks something of this person, the most urgent first; ended ones as long as their dossier is not handed over. */
export async function loadCases(db: Queryable, agencyId: string, holders: Holders): Promise<readonly WorkCase[]> {
  const { own, others } = holders
  const { rows } = await db.query<WorkCase>({
    name: 'succession-cases',
    text: `SELECT c.id, c.unit_id AS unit, c.name, c.number, c.party_name AS party, c.procedure_code AS "procedureCode",
        c.procedure_version AS "procedureVersion", c.stage, c.due_on AS "dueOn", c.due_clock AS "dueTitle",
        c.ended_on IS NOT NULL AS "isEnded",
        coalesce((SELECT string_agg(p.name, '、' ORDER BY p.name) FROM app.case_people o JOIN app.people p ON p.id = o.person_id
          WHERE o.case_id = c.id AND o.is_handler AND o.person_id <> $2), '') AS beside
      FROM app.cases c LEFT JOIN app.case_people h ON h.case_id = c.id AND h.person_id = $2 AND h.is_handler
      LEFT JOIN app.dossiers d ON d.case_id = c.id
      WHERE c.agency_id = $1 AND CASE WHEN c.ended_on IS NULL THEN h.person_id IS NOT NULL OR c.waits_for && $3::text[]
        ELSE h.person_id IS NOT NULL AND c.merged_into IS NULL AND (d.id IS NULL OR d.state = 'returned') END
      ORDER BY c.due_on NULLS LAST, c.id`,
    values: [agencyId, own.id, [`person:${own.id}`, ...tokensAlone(own, others)]],
  })
  return rows
}
