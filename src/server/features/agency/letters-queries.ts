import type { MissingLetter, PostLetter, PostLettersAnswer } from '#contract/post-letters.ts'
import { LETTER_KINDS } from '#domain/agency/post-letter.ts'
import type { Queryable } from '#server/db/database.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const HOLDS = (day: string) =>
  `t.from_on <= ${day} AND (t.until_on IS NULL OR t.until_on >= ${day}) AND (p.left_on IS NULL OR p.left_on > ${day})`
const DUTIES = (role: string, day: string) => `(SELECT d.duties FROM app.post_duties d
  WHERE d.agency_id = $1 AND d.role = ${role} AND d.from_on <= ${day} ORDER BY d.version DESC LIMIT 1)`

/** Letters that were signed in the own agency, and who has none for today. */
export async function listLetters(ctx: RequestContext, db: Queryable = ctx.db): Promise<PostLettersAnswer> {
  const values = [ctx.actor.agencyId, ctx.clock.today()]
  const letters = await db.query<PostLetter>({
    name: 'post-letters',
    text: `SELECT l.id, p.name AS person, l.role, l.unit, l.kind, l.from_on AS "fromOn", l.until_on AS "untilOn",
        l.signed_on AS "signedOn", l.duties, b.name AS by, l.recorded_at AS at, l.until_on >= $2 AS "isRunning"
      FROM app.post_letters l JOIN app.people p ON p.id = l.person_id JOIN app.people b ON b.id = l.recorded_by
      WHERE l.agency_id = $1 ORDER BY l.recorded_at DESC, l.id LIMIT 500`,
    values,
  })
  const missing = await db.query<MissingLetter>({
    name: 'missing-letters',
    text: `SELECT * FROM (SELECT p.id AS "personId", p.name AS person, min(u.name) AS unit, t.role, k.kind, ${DUTIES('t.role', '$2')} AS duties
      FROM app.posts t JOIN app.units u ON u.id = t.unit_id JOIN app.people p ON p.id = t.person_id
        CROSS JOIN unnest($3::text[]) AS k (kind)
      WHERE u.agency_id = $1 AND ${HOLDS('$2')} AND NOT EXISTS (SELECT FROM app.post_letters l
        WHERE l.person_id = p.id AND l.agency_id = $1 AND l.role = t.role AND l.kind = k.kind AND $2 BETWEEN l.from_on AND l.until_on)
      GROUP BY p.id, t.role, k.kind) m ORDER BY duties IS NULL, unit, person, role, kind DESC`,
    values: [...values, Object.keys(LETTER_KINDS)],
  })
  return { agencyName: ctx.actor.agencyName, missing: missing.rows, letters: letters.rows }
}

type Asked = { readonly person: string; readonly role: string; readonly kind: string; readonly signedOn: string }
export type Signing = {
  /** Where the person held the post on the day; null where they did not. */
  readonly unit: string | null
  readonly duties: string | null
  readonly earlier: readonly { readonly fromOn: string; readonly untilOn: string }[]
}

/** What is known of a post on the day on which a letter was signed; undefined for another agency's person. */
export async function signingOf(
  { actor }: RequestContext,
  db: Queryable,
  { person, role, kind, signedOn }: Asked,
): Promise<Signing | undefined> {
  const { rows } = await db.query<Signing>({
    name: 'signing-of-letter',
    text: `SELECT ${DUTIES('$3', '$4')} AS duties,
        (SELECT min(u.name) FROM app.posts t JOIN app.units u ON u.id = t.unit_id
          WHERE t.person_id = p.id AND u.agency_id = $1 AND t.role = $3 AND ${HOLDS('$4')}) AS unit,
        coalesce((SELECT json_agg(json_build_object('fromOn', l.from_on, 'untilOn', l.until_on)) FROM app.post_letters l
          WHERE l.agency_id = $1 AND l.person_id = p.id AND l.role = $3 AND l.kind = $5), '[]') AS earlier
      FROM app.people p WHERE p.id = $2 AND p.agency_id = $1`,
    values: [actor.agencyId, person, role, signedOn, kind],
  })
  return rows[0]
}
