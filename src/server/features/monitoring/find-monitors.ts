import type { Monitor } from '#domain/monitoring/device-approval.ts'
import type { Queryable } from '#server/db/database.ts'

/** The agency's monitoring device of this code, with what it has stood on; none where nobody names one. */
export async function findMonitors(
  db: Queryable,
  agencyId: string,
  code: string | undefined,
): Promise<readonly Monitor[]> {
  if (code === undefined) return []
  const { rows } = await db.query<Monitor>({
    name: 'find-monitors',
    text: `SELECT d.code, d.until_on AS "untilOn", (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'place', a.place,
        'publishedOn', a.published_on, 'fromOn', a.from_on, 'untilOn', a.until_on) ORDER BY a.noted_at), '[]')
        FROM app.device_approvals a WHERE a.device_id = d.id) AS approvals
      FROM app.devices d WHERE d.agency_id = $1 AND d.code = $2 AND d.kind = 'monitor'`,
    values: [agencyId, code],
  })
  return rows
}
