import type { ArrivalRow } from '#contract/recordings.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** Files that the caller has sent whole and not registered, so that a closed browser loses nothing; the newest hundred. */
export async function listArrivals({ db, actor }: RequestContext): Promise<ArrivalRow[]> {
  const { rows } = await db.query<ArrivalRow>({
    name: 'list-arrivals',
    text: `SELECT u.id AS upload, u.file_name AS "fileName", u.size, about->>'capturedAt' AS "capturedAt",
        about->>'device' AS device, about->>'officer' AS officer, about->>'place' AS place
      FROM app.uploads u JOIN app.blobs b ON b.sha256 = u.sha256
      WHERE u.owner_id = $1 AND u.purpose = 'recording' AND u.state = 'finished'
        -- What can be no recording is refused when it is registered, and not offered again.
        AND b.media_type ~ '^(image|audio|video)/|^application/octet-stream$'
      ORDER BY u.created_at DESC LIMIT 100`,
    values: [actor.personId],
  })
  return rows
}
