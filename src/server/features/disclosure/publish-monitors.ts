import type { Queryable } from '#server/db/database.ts'

const COLUMNS =
  'agency_id, code, place, sign, standard, legal_number, technical_number, published_on, from_on, until_on'
const SET = COLUMNS.split(', ')

/**
 * Shows where monitoring devices stand and what was examined before. An entry holds until its own end, the day before the next
 * entry of the same device, or the day on which the device was retired; writes only what has changed.
 */
export async function publishMonitors(db: Queryable): Promise<void> {
  await db.query({
    name: 'publish-monitors',
    text: `INSERT INTO published.monitors AS m (id, ${COLUMNS})
      SELECT a.id, d.agency_id, d.code, a.place, a.sign, a.standard, a.legal_number, a.technical_number,
          a.published_on, a.from_on, least(a.until_on, d.until_on, lead(a.from_on) OVER later - 1)
      FROM app.device_approvals a JOIN app.devices d ON d.id = a.device_id
        JOIN published.agencies p ON p.id = d.agency_id
      WINDOW later AS (PARTITION BY a.device_id ORDER BY a.from_on, a.noted_at, a.id)
      ON CONFLICT (id) DO UPDATE SET ${SET.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${SET.map((column) => `m.${column}`).join(', ')}) IS DISTINCT FROM (${SET.map((column) => `excluded.${column}`).join(', ')})`,
  })
}
