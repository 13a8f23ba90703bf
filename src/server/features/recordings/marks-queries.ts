import type { Mark } from '#contract/marks.ts'
import type { Queryable } from '#server/db/database.ts'

/** Marks of a recording in the order of time, withdrawn ones with who withdrew them and why. */
export async function listMarks(db: Queryable, recordingId: string, viewerId: string): Promise<readonly Mark[]> {
  const { rows } = await db.query<Mark>({
    name: 'list-marks',
    text: `SELECT m.id, m.at_ms AS "atMs", m.until_ms AS "untilMs", m.text, p.name AS by, m.marked_by = $2 AS "isMine",
        m.marked_at AS at, CASE WHEN w.mark_id IS NULL THEN NULL ELSE
          jsonb_build_object('by', q.name, 'at', w.withdrawn_at, 'reason', w.reason) END AS withdrawn
      FROM app.recording_marks m JOIN app.people p ON p.id = m.marked_by
      LEFT JOIN app.mark_withdrawals w ON w.mark_id = m.id LEFT JOIN app.people q ON q.id = w.withdrawn_by
      WHERE m.recording_id = $1 ORDER BY m.at_ms, m.id LIMIT 1000`,
    values: [recordingId, viewerId],
  })
  return rows
}

export type StandingMark = {
  readonly id: string
  readonly recordingId: string
  readonly atMs: number
  readonly untilMs: number | null
  readonly text: string
  readonly markedBy: string
  readonly isWithdrawn: boolean
}

export async function findMark(db: Queryable, id: string): Promise<StandingMark | undefined> {
  const { rows } = await db.query<StandingMark>({
    name: 'find-mark',
    text: `SELECT m.id, m.recording_id AS "recordingId", m.at_ms AS "atMs", m.until_ms AS "untilMs", m.text,
        m.marked_by AS "markedBy", EXISTS (SELECT FROM app.mark_withdrawals w WHERE w.mark_id = m.id) AS "isWithdrawn"
      FROM app.recording_marks m WHERE m.id = $1`,
    values: [id],
  })
  return rows[0]
}
