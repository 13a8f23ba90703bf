import type { Queryable } from '#server/db/database.ts'

const COLUMNS =
  'organisation, uscc, representative, address, phone, basis, items, powers, contract_number, signed_on, from_on, until_on'
const SET = [...COLUMNS.split(', '), 'ended_on']
const of = (table: string): string => SET.map((column) => `${table}.${column}`).join(', ')

/** Shows every entrustment as it stands (行政处罚法第二十条第二款); why one ended is not published. Writes only what has changed. */
export async function publishEntrustments(db: Queryable): Promise<void> {
  await db.query({
    name: 'publish-entrustments',
    text: `INSERT INTO published.entrustments AS p (id, agency_id, ${COLUMNS}, ended_on)
      SELECT e.id, e.agency_id, ${COLUMNS.split(', ')
        .map((column) => `v.${column}`)
        .join(', ')}, n.ended_on
      FROM app.entrustments e JOIN published.agencies a ON a.id = e.agency_id
        JOIN LATERAL (SELECT * FROM app.entrustment_versions t WHERE t.entrustment_id = e.id ORDER BY t.version DESC LIMIT 1) v ON true
        LEFT JOIN app.entrustment_ends n ON n.entrustment_id = e.id
      ON CONFLICT (id) DO UPDATE SET ${SET.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${of('p')}) IS DISTINCT FROM (${of('excluded')})`,
  })
}
