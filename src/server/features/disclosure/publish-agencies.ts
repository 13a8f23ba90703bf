import { ANSWERING, answering, type RegisteredAgency } from '#server/db/answering-agency.ts'
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
  'duty',
  'legal_representative',
  'funding',
  'headcount',
  'record_from_on',
  'complaint_phone',
]
const of = (table: string): string => COLUMNS.map((column) => `${table}.${column}`).join(', ')

type Row = { readonly id: string; readonly answers: RegisteredAgency }

/** Shows the agencies that may act, as they are called now and with whom they answer to; writes only what has changed. */
export async function publishAgencies(db: Queryable): Promise<void> {
  const { rows } = await db.query<Row>({
    name: 'publish-agencies-read',
    text: `SELECT a.id, json_build_object(${ANSWERING}) AS answers FROM app.agencies a WHERE a.kind IN ('enforcement', 'police')`,
  })
  const found = rows.map(({ id, answers }) => ({ id, ...answering(answers) }))
  await db.query({
    name: 'publish-agencies',
    text: `INSERT INTO published.agencies AS p (id, ${COLUMNS.join(', ')})
      SELECT a.id, a.name, r.name, a.uscc, a.address, a.phone, a.nature, a.qualified_from_on, a.qualified_until_on,
        a.postcode, f.review_body, f.court, s.duty, s.legal_representative, s.funding, s.headcount, s.from_on, nullif(s.complaint_phone, '')
      FROM unnest($1::uuid[], $2::text[], $3::text[]) AS f (id, review_body, court)
      JOIN app.agencies a ON a.id = f.id JOIN app.regions r ON r.code = a.region_code
      LEFT JOIN LATERAL (SELECT * FROM app.agency_records v WHERE v.agency_id = a.id ORDER BY v.version DESC LIMIT 1) s ON true
      ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${of('p')}) IS DISTINCT FROM (${of('excluded')})`,
    values: [found.map(({ id }) => id), found.map(({ reviewBody }) => reviewBody), found.map(({ court }) => court)],
  })
}
