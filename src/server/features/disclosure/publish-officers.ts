import type { Queryable } from '#server/db/database.ts'

/** Shows who holds a certificate to enforce or to supervise, and whether it stands; writes only what has changed. */
export async function publishOfficers(db: Queryable): Promise<void> {
  await db.query({
    name: 'publish-officers',
    text: `INSERT INTO published.officers AS o
        (certificate_number, name, agency_id, kind, valid_from_on, valid_until_on, state)
      SELECT c.number, p.name, p.agency_id, c.kind, c.valid_from_on, c.valid_until_on,
        CASE WHEN p.left_on IS NOT NULL THEN 'left' ELSE c.state END
      FROM app.certificates c JOIN app.people p ON p.id = c.person_id
      WHERE c.kind IN ('enforcement', 'supervision')
      ON CONFLICT (certificate_number) DO UPDATE SET name = excluded.name, agency_id = excluded.agency_id,
        kind = excluded.kind, valid_from_on = excluded.valid_from_on, valid_until_on = excluded.valid_until_on,
        state = excluded.state
      WHERE (o.name, o.agency_id, o.kind, o.valid_from_on, o.valid_until_on, o.state) IS DISTINCT FROM
        (excluded.name, excluded.agency_id, excluded.kind, excluded.valid_from_on, excluded.valid_until_on, excluded.state)`,
  })
}
