import type { Person } from '#domain/case/environment.ts'
import type { CaseState } from '#domain/case/state.ts'
import { mayView, type ViewedRecording, type ViewGround, type ViewPurpose } from '#domain/recording/may-view.ts'
import type { Measured } from '#domain/recording/recipe.ts'
import { demonstratedScene } from '#domain/recording/recording-list.ts'
import type { Queryable } from '#server/db/database.ts'
import { loadRecordingList } from '#server/features/recording-list/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findGrants } from './find-grants.ts'
import type { Probe } from './measured.ts'

/** A recording as its viewing needs it, with the cases to which it is bound and the person who asks. */
export type LoadedRecording = {
  readonly id: string
  readonly agency: string
  readonly storedBy: string | null
  readonly medium: Measured['medium']
  readonly sha256: string
  readonly probe: Probe
  readonly cases: readonly CaseState[]
  readonly viewer: Person | null
  /** Some entry of the agency's list names it, of whatever day. */
  readonly isNamed: boolean
}

export type Admitted = { readonly recording: LoadedRecording & ViewedRecording; readonly ground: ViewGround }

/**
 * The recording, when this person may see it for this purpose now; to somebody of another agency without a grant it does not
 * exist. The subject of the audit entry is the recording.
 */
export async function admitViewer(
  ctx: RequestContext,
  db: Queryable,
  id: string,
  purpose: ViewPurpose = 'play',
): Promise<Admitted | Refused> {
  ctx.audit({ subject: `recording:${id}` })
  const loaded = await loadRecording(ctx, db, id)
  const { viewer } = loaded ?? {}
  if (!loaded || !viewer) return noRecording()
  const grants = await findGrants(db, { recordingId: id, personId: ctx.actor.personId, now: ctx.clock.now() })
  const demonstrates = loaded.isNamed ? await findDemonstrated(ctx, db, loaded) : undefined
  const recording = { ...loaded, grants, demonstrates }
  const answer = mayView(recording, viewer, purpose, ctx.clock.now().toISOString())
  if (answer.ok) return { recording, ground: answer.ground }
  if (loaded.agency !== ctx.actor.agencyId) return noRecording()
  return refused('forbidden', answer.sentence, { basis: answer.basis })
}

/** Marks, cuts and covers are work on the recording: for whoever may take a copy of it. */
export async function admitWorker(ctx: RequestContext, db: Queryable, id: string): Promise<Admitted | Refused> {
  const looking = await admitViewer(ctx, db, id)
  if (isRefused(looking)) return looking
  const working = await admitViewer(ctx, db, id, 'download')
  if (!isRefused(working)) return working
  return refused('forbidden', '标记、截取和遮盖由承办人员、承办机构负责人、机关负责人或者尚未归案时的上传人办理。', {
    basis: '《行政处罚法》第四十七条',
  })
}

export const noRecording = (): Refused => notFound('音像记录')

async function findDemonstrated({ clock }: RequestContext, db: Queryable, { agency, id }: LoadedRecording) {
  return demonstratedScene(await loadRecordingList(db, agency), id, clock.today())
}

async function loadRecording(ctx: RequestContext, db: Queryable, id: string): Promise<LoadedRecording | undefined> {
  const { rows } = await db.query<LoadedRecording>({
    name: 'load-viewed-recording',
    text: `SELECT r.id, r.agency_id AS agency, r.stored_by AS "storedBy", r.medium, r.sha256,
        coalesce((SELECT probe FROM app.renditions n WHERE n.sha256 = r.sha256), '{}') AS probe,
        app.person_on_the_day($2, $3) AS viewer,
        EXISTS (SELECT FROM app.recording_list_entries e WHERE e.agency_id = r.agency_id AND e.demonstration_id = r.id) AS "isNamed",
        coalesce((WITH RECURSIVE its (id) AS (
            SELECT b.case_id FROM app.recordings_of_cases b WHERE b.recording_id = r.id
            UNION SELECT c.merged_into FROM its JOIN app.cases c ON c.id = its.id WHERE c.merged_into IS NOT NULL)
          SELECT jsonb_agg(c.state ORDER BY c.id) FROM its JOIN app.cases c ON c.id = its.id), '[]') AS cases
      FROM app.recordings r WHERE r.id = $1`,
    values: [id, ctx.actor.personId, ctx.clock.today()],
  })
  return rows[0]
}
