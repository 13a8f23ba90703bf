import type { Queryable } from '#server/db/database.ts'

/** Shows the agencies that may act, as they are called now; writes only what has changed. */
export async function publishAgencies(db: Queryable): Promise<void> {
  await db.query({
    name: 'publish-agencies',
    text: `INSERT INTO published.agencies AS p (id, name, region_name, uscc, address, phone)
      SELECT a.id, a.name, r.name, a.uscc, a.address, a.phone
      FROM app.agencies a JOIN app.regions r ON r.code = a.region_code
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, region_name = excluded.region_name, uscc = excluded.uscc,
        address = excluded.address, phone = excluded.phone
      WHERE (p.name, p.region_name, p.uscc, p.address, p.phone)
        IS DISTINCT FROM (excluded.name, excluded.region_name, excluded.uscc, excluded.address, excluded.phone)`,
  })
}
