import type { AccessGrant, ViewPurpose } from '#domain/recording/may-view.ts'
import type { Queryable } from '#server/db/database.ts'
import { activeGrantsOfRecording } from '#server/features/access/index.ts'

const PURPOSES: Readonly<Record<'view' | 'copy', readonly ViewPurpose[]>> = {
  view: ['play'],
  copy: ['play', 'download', 'export'],
}

type Wanted = { readonly recordingId: string; readonly personId: string; readonly now: Date }

/** Access requests that were granted to this person for this recording and have not come to their end. */
export async function findGrants(db: Queryable, wanted: Wanted): Promise<readonly AccessGrant[]> {
  const active = await activeGrantsOfRecording(db, wanted)
  return active.map(({ requestId, purposes, untilAt }) => ({
    request: requestId,
    purposes: purposes.flatMap((purpose) => PURPOSES[purpose]),
    until: untilAt,
  }))
}
