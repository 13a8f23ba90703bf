import type { Calendar } from '#domain/calendar/calendar.ts'
import type { ParameterValues } from '#domain/parameter/resolution.ts'
import type { ListEntry } from '#domain/recording/recording-list.ts'
import type { Database, Queryable } from '#server/db/database.ts'
import { loadCalendar, loadParameterValues } from '#server/features/catalogue/index.ts'
import { loadRecordingList } from '#server/features/recording-list/index.ts'

export type StandingLaw = {
  readonly calendar: Calendar
  readonly parameters: ParameterValues
  readonly recordingList: readonly ListEntry[]
}
type Kept = StandingLaw & { readonly until: number }

/** A calendar, parameter or list entry set by another process counts here after at most this many milliseconds. */
const KEPT_MS = 5_000
const kept = new WeakMap<Queryable, Map<string, Kept>>()

/** Calendar, parameters and list of recordings of an agency; read anew every few seconds, since they change a few times a year; a transaction reads its own. */
export async function standingLaw(ctx: { readonly db: Queryable }, agencyId: string): Promise<StandingLaw> {
  const byAgency = kept.get(ctx.db) ?? new Map<string, Kept>()
  kept.set(ctx.db, byAgency)
  const now = performance.now()
  const known = byAgency.get(agencyId)
  if (known && known.until > now) return known
  const [calendar, parameters, recordingList] = await Promise.all([
    loadCalendar(ctx.db),
    loadParameterValues(ctx.db, agencyId),
    loadRecordingList(ctx.db, agencyId),
  ])
  const read = { calendar, parameters, recordingList, until: now + KEPT_MS }
  byAgency.set(agencyId, read)
  return read
}

/** Forgets what was read, so that the next decision sees a change of this process at once. */
export function forgetStandingLaw(db: Database): void {
  kept.delete(db)
}
