import type { CaseRecording, CaseRecordingsAnswer } from '#contract/case-recordings.ts'
import { sceneCourse } from '#domain/case/scene-course.ts'
import { refuseExcusing } from '#domain/case/scene-exception.ts'
import { rootRun } from '#domain/case/state.ts'
import { type Candidate, suggestBindings } from '#domain/case/suggest-bindings.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { SEES_POSTER } from '#server/features/recordings/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { environmentOf } from './case-environment.ts'
import { findCase } from './load-case.ts'
import { standingLaw } from './standing-law.ts'

type Row = CaseRecording & Candidate & { readonly officerName: string | null; readonly isBoundHere: boolean }

/** The scenes of a case in order, what is bound to them, what is owed, and what could be bound. */
export async function readCaseRecordings(ctx: RequestContext, caseId: string): Promise<CaseRecordingsAnswer | Refused> {
  const { agencyId, personId } = ctx.actor
  ctx.audit({ subject: `case:${caseId}` })
  const wanted = { caseId, agencyId, people: [personId], today: ctx.clock.today() }
  const [reading, law, loaded] = await Promise.all([
    groundToRead(ctx, caseId),
    standingLaw(ctx, agencyId),
    findCase(ctx.db, wanted),
  ])
  if (isRefused(reading)) return reading
  if (!loaded) return notFound('案件')
  const env = environmentOf(ctx.clock, law, loaded)
  const { state } = loaded
  const viewer = env.person(personId)
  const rows = await readRows(ctx, caseId, [...state.handlers, ...state.formerHandlers])
  const refusal = refusalOf(reading.grant !== undefined, state.endedOn !== undefined)
  const unbound = refusal === null ? rows.filter((row) => !row.isBoundHere) : []
  return {
    version: loaded.version,
    now: env.now,
    scenes: [...sceneCourse(env, state)],
    bound: rows.filter((row) => row.isBoundHere).map(shown),
    unbound: unbound.map(shown),
    suggestions: [...suggestBindings(state, unbound)],
    refusal,
    excusing: refusal ?? (viewer && refuseExcusing(viewer, state, rootRun(state))?.sentence) ?? null,
  }
}

function refusalOf(isGranted: boolean, isEnded: boolean): string | null {
  if (isGranted) return '调阅的案件只能查看'
  return isEnded ? '案件已经办结，不再绑定音像记录' : null
}

function shown({ isBoundHere: _here, officerName, ...row }: Row): CaseRecording {
  return { ...row, officer: officerName }
}

/** The newest two hundred that are bound to no case suffice to pick from: older ones are found in the room of recordings. */
const UNBOUND = `SELECT r.id, false FROM app.recordings r
  WHERE r.agency_id = $3 AND (r.officer_id = ANY ($4::uuid[]) OR r.officer_id IS NULL OR r.stored_by = $2)
    AND NOT EXISTS (SELECT FROM app.standing_bindings b WHERE b.recording_id = r.id)
  ORDER BY r.captured_at DESC LIMIT 200`

async function readRows(ctx: RequestContext, caseId: string, handlers: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'case-recordings',
    text: `WITH chosen (id, here) AS (
        (SELECT DISTINCT recording_id, true FROM app.standing_bindings WHERE case_id = $1) UNION ALL (${UNBOUND}))
      SELECT r.id, r.file_name AS "fileName", r.medium, r.place, r.sha256, r.officer_id AS officer, p.name AS "officerName",
        r.captured_at AS "capturedAt", r.stored_at AS "storedAt",
        CASE WHEN n.poster_sha256 IS NOT NULL AND ${SEES_POSTER} THEN '/api/recordings/' || r.id || '/poster' END AS poster,
        (n.probe->>'durationMs')::float8 AS "durationMs", c.here AS "isBoundHere"
      FROM chosen c JOIN app.recordings r ON r.id = c.id
      LEFT JOIN app.people p ON p.id = r.officer_id LEFT JOIN app.renditions n ON n.sha256 = r.sha256
      ORDER BY r.captured_at DESC`,
    values: [caseId, ctx.actor.personId, ctx.actor.agencyId, handlers],
  })
  return rows
}
