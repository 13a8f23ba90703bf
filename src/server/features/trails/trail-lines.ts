import type { Queryable } from '#server/db/database.ts'
import type { TrailScope } from './trail-scope.ts'

/** A line as the database has it, before it is put into words. */
export type TrailLine = {
  readonly source: 'audit' | 'viewing' | 'event' | 'follower'
  readonly id: string
  readonly at: string
  readonly name: string
  readonly who: string | null
  readonly agency: string | null
  readonly subject: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly address: string | null
}

export type TrailRange = { readonly fromAt: string; readonly untilAt: string }
/** The newest line already seen when going back, or the oldest when going on. */
export type TrailPlace = { readonly at: string; readonly id: string }

/**
 * $1 subjects, $2 recordings, $3 case, $4 person, $5 agency, $6 from, $7 until (excluded). What is an event of the case or a viewing
 * of a recording has an audit entry as well: it is one line, told by the fuller source.
 */
const LINES = `
  SELECT 'audit' AS source, a.id::text AS id, a.at, a.name, a.actor_id, a.subject, a.address,
    a.detail || CASE WHEN f.id IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('requests', f.requests) END AS detail
  FROM app.audit_entries a
  LEFT JOIN app.file_readings f ON a.name = 'evidence-viewed' AND f.id::text = a.detail ->> 'reading'
  WHERE a.at >= $6 AND a.at < $7 AND a.name <> 'recording-view'
    AND (($4::uuid IS NOT NULL AND a.actor_id = $4::uuid)
      OR (a.subject = ANY ($1::text[]) AND ($5::uuid IS NULL OR a.agency_id = $5::uuid)
        AND NOT ($3::uuid IS NOT NULL AND a.name IN ('case-open', 'case-action', 'case-approval'))))
  UNION ALL
  SELECT 'viewing', v.id::text, v.begun_at, 'recording-view', v.person_id, 'recording:' || v.recording_id, NULL,
    jsonb_build_object('purpose', v.purpose, 'ground', v.ground)
  FROM app.viewings v
  WHERE v.begun_at >= $6 AND v.begun_at < $7 AND (v.recording_id = ANY ($2::uuid[]) OR v.person_id = $4::uuid)
  UNION ALL
  SELECT 'event', e.case_id || '/' || lpad(e.seq::text, 9, '0'), e.at, e.type, e.actor_id, 'case:' || e.case_id, NULL,
    jsonb_build_object('seq', e.seq)
  FROM app.events e WHERE e.case_id = $3::uuid AND e.at >= $6 AND e.at < $7
  UNION ALL
  SELECT 'follower', e.case_id || '/' || lpad(e.seq::text, 9, '0'), e.at, e.type, e.actor_id, 'case:' || e.case_id, NULL, '{}'::jsonb
  FROM app.cases f JOIN app.events e ON e.case_id = f.id AND e.seq = 1
  WHERE f.origin_case_id = $3::uuid AND e.at >= $6 AND e.at < $7`

const SELECT = `SELECT l.source, l.id, l.at, l.name, p.name AS who, g.short_name AS agency, l.subject, l.detail, l.address
  FROM (${LINES}) l LEFT JOIN app.people p ON p.id = l.actor_id LEFT JOIN app.agencies g ON g.id = p.agency_id`

const valuesOf = (
  { subjects, recordings, caseId, personId, agencyId }: TrailScope,
  { fromAt, untilAt }: TrailRange,
) => [...[subjects, recordings, caseId, personId, agencyId, fromAt, untilAt]]

type Wanted = { readonly scope: TrailScope; readonly range: TrailRange; readonly limit: number }

/** The newest first, after the place already seen. */
export async function newestLines(
  db: Queryable,
  { scope, range, limit, before }: Wanted & { readonly before: TrailPlace | undefined },
): Promise<readonly TrailLine[]> {
  const { rows } = await db.query<TrailLine>({
    text: `${SELECT} WHERE $8::timestamptz IS NULL OR (l.at, l.id) < ($8::timestamptz, $9::text)
      ORDER BY l.at DESC, l.id DESC LIMIT ${limit}`,
    values: [...valuesOf(scope, range), before?.at ?? null, before?.id ?? null],
  })
  return rows
}

/** The oldest first, for a file. */
export async function oldestLines(db: Queryable, { scope, range, limit }: Wanted): Promise<readonly TrailLine[]> {
  const { rows } = await db.query<TrailLine>({
    text: `${SELECT} ORDER BY l.at, l.id LIMIT ${limit}`,
    values: valuesOf(scope, range),
  })
  return rows
}
