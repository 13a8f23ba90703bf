import type { ListAnswer, ListRow } from '#contract/recording-list.ts'
import { isPermitted } from '#domain/access/permissions.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { type StandingScene, standingList } from '#domain/recording/recording-list.ts'
import { type SceneCode, sceneOf } from '#domain/recording/scenes.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { loadRecordingList, namesOfRecordings } from './list-queries.ts'
import { MAY_SET } from './may-set.ts'

/** The agency's 音像记录事项清单 as it stands on a day: the national minimum and what the agency has set above it. */
export async function readRecordingList(ctx: RequestContext, onDay: string | undefined): Promise<ListAnswer> {
  const { agencyId, agencyName } = ctx.actor
  const entries = await loadRecordingList(ctx.db, agencyId)
  const on = onDay === undefined ? ctx.clock.today() : plainDate(onDay)
  const list = standingList(entries, on)
  const shown = list.flatMap(({ demonstration }) => demonstration ?? [])
  const names = shown.length > 0 ? await namesOfRecordings(ctx.db, agencyId, shown) : new Map<string, string>()
  return {
    agencyName,
    on,
    rows: list.map((scene) => rowOf(scene, names, on)),
    versions: [...new Set(entries.map(({ effectiveOn }) => effectiveOn))].toSorted().toReversed(),
    maySet: isPermitted(
      MAY_SET,
      ctx.actor.posts.map(({ role }) => role),
    ),
  }
}

function rowOf(scene: StandingScene, names: ReadonlyMap<string, string>, on: PlainDate): ListRow {
  const { demonstration, setOn, media, phrases, ...row } = scene
  const fileName = demonstration === null ? undefined : names.get(demonstration)
  return {
    ...row,
    minimum: sceneOf(scene.code).duty,
    media: [...media],
    phrases: [...phrases],
    procedures: [...proceduresWith(scene.code, on)],
    setOn: setOn ?? null,
    demonstration: demonstration !== null && fileName !== undefined ? { id: demonstration, fileName } : null,
  }
}

/** Titles of the procedures in force whose acts show the scene. */
function proceduresWith(code: SceneCode, on: PlainDate): readonly string[] {
  const codes = [...new Set([...PROCEDURES.values()].map((procedure) => procedure.code))]
  const current = codes.flatMap((procedure) => currentProcedure(PROCEDURES, procedure, on) ?? [])
  return current
    .filter((procedure) =>
      actionsOf(procedure).some(({ action }) => action.records?.some(({ scene }) => scene === code)),
    )
    .map(({ title }) => title)
}
