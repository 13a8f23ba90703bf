import type { ArrivalRow } from '#contract/recordings.ts'
import type { RequestContext } from '#server/http/request-context.ts'

/** Files that the caller has sent whole and not registered, so that a closed browser loses nothing; the newest hundred. */
export async function listArrivals({ db, actor }: RequestContext): Promise<ArrivalRow[]> {
  const { rows } = await db.query<ArrivalRow>({
    name: 'list-arrivals',
    text: `SELECT id AS upload, file_name AS "fileName", size, about->>'capturedAt' AS "capturedAt",
        about->>'device' AS device, about->>'officer' AS officer, about->>'place' AS place
      FROM app.uploads WHERE owner_id = $1 AND purpose = 'recording' AND state = 'finished'
      ORDER BY created_at DESC LIMIT 100`,
    values: [actor.personId],
  })
  return rows
}
