import type { Purpose } from '#domain/access-request/access-request.ts'
import type { Queryable } from '#server/db/database.ts'

/** A granted internal request that has not come to its end; an external one opens nothing to anybody who signs in. */
export type ActiveGrant = {
  readonly requestId: string
  readonly scope: 'case' | 'items'
  readonly caseId: string | null
  readonly purposes: readonly Purpose[]
  /** Instant; at it the grant is over. */
  readonly untilAt: string
}

/** $1 person, $2 now; ended by anybody before its time is not active. */
const ACTIVE = `r.kind = 'internal' AND r.requested_by = $1 AND g.kind = 'granted' AND g.until_at > $2
  AND NOT EXISTS (SELECT FROM app.access_steps e WHERE e.request_id = r.id AND e.kind IN ('revoked', 'returned'))`
const SELECT = `SELECT r.id AS "requestId", r.scope, r.case_id AS "caseId", g.purposes, g.until_at AS "untilAt"
  FROM app.access_requests r JOIN app.access_steps g ON g.request_id = r.id`

type Wanted = { readonly personId: string; readonly now: Date }

/** Grants of the whole case, longest first. */
export async function activeGrantsOfCase(
  db: Queryable,
  { personId, now, caseId }: Wanted & { readonly caseId: string },
): Promise<readonly ActiveGrant[]> {
  const { rows } = await db.query<ActiveGrant>({
    name: 'active-grants-case',
    text: `${SELECT} WHERE ${ACTIVE} AND r.case_id = $3 AND r.scope = 'case' ORDER BY g.until_at DESC`,
    values: [personId, now.toISOString(), caseId],
  })
  return rows
}

/** Grants that open this document: of it by name, or of its whole case. */
export async function activeGrantsOfDocument(
  db: Queryable,
  { personId, now, caseId, documentId }: Wanted & { readonly caseId: string; readonly documentId: string },
): Promise<readonly ActiveGrant[]> {
  const { rows } = await db.query<ActiveGrant>({
    name: 'active-grants-document',
    text: `${SELECT} WHERE ${ACTIVE} AND ((r.scope = 'case' AND r.case_id = $3)
        OR EXISTS (SELECT FROM app.access_items i WHERE i.request_id = r.id AND i.document_id = $4))
      ORDER BY g.until_at DESC`,
    values: [personId, now.toISOString(), caseId, documentId],
  })
  return rows
}

/** Grants that open this recording: of it by name, or of a whole case to which it belongs. */
export async function activeGrantsOfRecording(
  db: Queryable,
  { personId, now, recordingId }: Wanted & { readonly recordingId: string },
): Promise<readonly ActiveGrant[]> {
  const { rows } = await db.query<ActiveGrant>({
    name: 'active-grants-recording',
    text: `${SELECT} WHERE ${ACTIVE} AND (
        EXISTS (SELECT FROM app.access_items i WHERE i.request_id = r.id AND i.recording_id = $3)
        OR (r.scope = 'case' AND EXISTS (SELECT FROM app.recordings_of_cases b WHERE b.recording_id = $3 AND b.case_id = r.case_id)))
      ORDER BY g.until_at DESC`,
    values: [personId, now.toISOString(), recordingId],
  })
  return rows
}
