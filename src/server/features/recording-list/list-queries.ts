import type { ListEntry } from '#domain/recording/recording-list.ts'
import { isSceneCode } from '#domain/recording/scenes.ts'
import type { Queryable } from '#server/db/database.ts'

/** What the agency has set, in the order in which it was set; scenes that this program no longer knows are left out. */
export async function loadRecordingList(db: Queryable, agencyId: string): Promise<readonly ListEntry[]> {
  const { rows } = await db.query<ListEntry>({
    name: 'recording-list-entries',
    text: `SELECT id, scene, effective_on AS "effectiveOn", duty, media, retention, item, note, basis,
        demonstration_id AS demonstration
      FROM app.recording_list_entries WHERE agency_id = $1 ORDER BY set_at, id`,
    values: [agencyId],
  })
  return rows.filter(({ scene }) => isSceneCode(scene))
}

/** File names of the agency's recordings with these ids; other agencies' are not found. */
export async function namesOfRecordings(
  db: Queryable,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ id: string; fileName: string }>({
    name: 'recording-names',
    text: `SELECT id, file_name AS "fileName" FROM app.recordings WHERE agency_id = $1 AND id = ANY ($2::uuid[])`,
    values: [agencyId, ids],
  })
  return new Map(rows.map(({ id, fileName }) => [id, fileName]))
}
