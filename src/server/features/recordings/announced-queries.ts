import type { AnnouncedRow } from '#contract/recordings.ts'
import type { RequestContext } from '#server/http/request-context.ts'

const MOST = 50

/** What docking stations announced and what is in no recording of the agency, the most urgent first. */
export async function listAnnounced({ db, actor, clock }: RequestContext): Promise<AnnouncedRow[]> {
  const { rows } = await db.query<AnnouncedRow>({
    name: 'list-announced',
    text: `SELECT a.id, a.file_name AS "fileName", d.code AS "deviceCode", p.name AS "officerName",
        a.captured_at AS "capturedAt", a.due_at AS "dueAt", a.due_at < $2::timestamptz AS "isOverdue"
      FROM app.announced_recordings a JOIN app.devices d ON d.id = a.device_id LEFT JOIN app.people p ON p.id = a.officer_id
      WHERE a.agency_id = $1
        AND NOT EXISTS (SELECT FROM app.recordings r WHERE r.agency_id = a.agency_id AND r.sha256 = a.sha256)
      ORDER BY a.due_at, a.id LIMIT ${MOST}`,
    values: [actor.agencyId, clock.now()],
  })
  return rows
}
