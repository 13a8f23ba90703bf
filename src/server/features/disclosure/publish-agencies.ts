import type { Queryable } from '#server/db/database.ts'

const COLUMNS = [
  'name',
  'region_name',
  'uscc',
  'address',
  'phone',
  'nature',
  'qualified_from_on',
  'qualified_until_on',
  'postcode',
  'review_body',
  'court',
]
const of = (table: string): string => COLUMNS.map((column) => `${table}.${column}`).join(', ')

/** Shows the agencies that may act, as they are called now; writes only what has changed. */
export async function publishAgencies(db: Queryable): Promise<void> {
  await db.query({
    name: 'publish-agencies',
    text: `INSERT INTO published.agencies AS p (id, ${COLUMNS.join(', ')})
      SELECT a.id, a.name, r.name, a.uscc, a.address, a.phone, a.nature, a.qualified_from_on, a.qualified_until_on,
        a.postcode, a.review_body, a.court
      FROM app.agencies a JOIN app.regions r ON r.code = a.region_code
      WHERE a.kind IN ('enforcement', 'police')
      ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${of('p')}) IS DISTINCT FROM (${of('excluded')})`,
  })
}
