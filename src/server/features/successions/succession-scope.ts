import type { SuccessionPerson } from '#contract/successions.ts'
import type { Queryable } from '#server/db/database.ts'
import type { Actor } from '#server/http/request-context.ts'

/** The units within which the caller hands work over; undefined for the whole agency. */
export function unitsLed({ posts }: Pick<Actor, 'posts'>): readonly string[] | undefined {
  if (posts.some(({ role }) => role === 'agency-head')) return undefined
  return posts.filter(({ role }) => role === 'unit-head').map(({ unitId }) => unitId)
}

type Wanted = { readonly actor: Actor; readonly today: string; readonly person?: string }

/** Open cases of `p` in the units `$3`: those they handle, and those that wait for them by name. */
const OPEN = `SELECT c.id, c.unit_id FROM app.cases c WHERE c.agency_id = $1 AND c.ended_on IS NULL
  AND (c.waits_for @> ARRAY['person:' || p.id]
    OR EXISTS (SELECT FROM app.case_people h WHERE h.case_id = c.id AND h.person_id = p.id AND h.is_handler))`

/**
 * People of the agency whose work the caller may hand over: the head of a unit finds those who have or had a post in it or handle
 * a case of it. Somebody who has left is found as long as something is open.
 */
export async function findPeople(
  db: Queryable,
  { actor, today, person }: Wanted,
): Promise<readonly SuccessionPerson[]> {
  const { rows } = await db.query<SuccessionPerson>({
    name: 'succession-people',
    text: `SELECT p.id, p.name, p.left_on AS "leftOn", w.open::int AS open,
        coalesce(t.units, '') AS units, coalesce(t."hasPost", false) AS "hasPost"
      FROM app.people p
      CROSS JOIN LATERAL (SELECT count(*) AS open FROM (${OPEN}) o WHERE $3::uuid[] IS NULL OR o.unit_id = ANY ($3)) w
      LEFT JOIN LATERAL (SELECT string_agg(DISTINCT u.name, '、') AS units, bool_or(s.unit_id = ANY ($3)) AS "isLed",
          bool_or(s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)) AS "hasPost"
        FROM app.posts s JOIN app.units u ON u.id = s.unit_id WHERE s.person_id = p.id) t ON true
      WHERE p.agency_id = $1 AND ($4::uuid IS NULL OR p.id = $4)
        AND (w.open > 0 OR t."hasPost" AND (p.left_on IS NULL OR p.left_on > $2) AND ($3::uuid[] IS NULL OR t."isLed"))
      ORDER BY w.open DESC, p.name, p.id`,
    values: [actor.agencyId, today, unitsLed(actor) ?? null, person ?? null],
  })
  return rows
}
