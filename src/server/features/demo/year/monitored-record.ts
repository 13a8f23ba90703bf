import { type CaseState, rootRun } from '#domain/case/state.ts'
import type { Queryable } from '#server/db/database.ts'
import { bindRecording, performAction } from '#server/features/cases/index.ts'
import { reviewRecord } from '#server/features/monitoring/index.ts'
import { markRecording } from '#server/features/recordings/index.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { Plot } from './plot.ts'
import { storeSeen } from './year-recordings.ts'

type Calling = (version: number) => RequestContext
type Seen = { readonly id: string; readonly passed: boolean | null }

/**
 * What has to be done with the record of a monitoring device before the case goes on: it is brought in, then reviewed, and what has
 * passed is taken into the evidence. Tells whether one of these steps was taken.
 */
export async function takeInRecord(calling: Calling, state: CaseState, plot: Plot): Promise<boolean> {
  const { procedure, stage } = rootRun(state)
  const isWaiting = procedure === 'non-site' && stage === 'recorded' && state.evidence.length === 0
  if (!isWaiting) return false
  const caller = calling(state.seq)
  const said = saidIn(state)
  const seen = await findSeen(caller.db, caller.actor.agencyId, said)
  if (!seen) await bring(caller, state.id, said)
  else if (seen.passed === null) await review(caller, seen.id, plot)
  else if (seen.passed) await addRecord(() => calling(state.seq), state.id, seen.id, said.device)
  return seen?.passed !== false
}

type Said = { readonly device: string; readonly place: string; readonly capturedAt: string }

function saidIn(state: CaseState): Said {
  const { device, place, 'captured-at': capturedAt } = rootRun(state).facts.case
  return { device: String(device), place: String(place), capturedAt: String(capturedAt) }
}

async function findSeen(db: Queryable, agencyId: string, { device, capturedAt }: Said): Promise<Seen | undefined> {
  const { rows } = await db.query<Seen>({
    name: 'year-seen',
    text: `SELECT r.id, v.passed FROM app.recordings r JOIN app.devices d ON d.id = r.device_id
      LEFT JOIN app.monitoring_reviews v ON v.recording_id = r.id
      WHERE r.agency_id = $1 AND d.code = $2 AND r.captured_at = $3`,
    values: [agencyId, device, capturedAt],
  })
  return rows[0]
}

/** A case that is to come to nothing has a picture that shows too little. */
async function review(caller: RequestContext, recording: string, { goal, found }: Plot): Promise<void> {
  const isClear = goal !== 'dropped'
  const words = isClear
    ? `${found}；画面清楚，时间、地点与设备登记一致。`
    : '夜间反光，看不清是谁、在做什么，不符合清晰的要求。'
  ensure(await reviewRecord(caller, recording, { isTrue: true, isClear, isComplete: true, isAccurate: true, words }))
}

/** Stored, and kept with the case whatever its review says. */
async function bring(caller: RequestContext, id: string, said: Said): Promise<void> {
  const recording = await storeSeen(caller, said)
  await bindRecording(caller, id, { run: 'main', scene: 'evidence-taking', recording })
}

/** A mark on the record becomes evidence. */
async function addRecord(calling: () => RequestContext, id: string, recording: string, device: string): Promise<void> {
  const { marks } = ensure(await markRecording(calling(), recording, { atMs: 0, text: '违法情形' }))
  const about = { kind: '电子数据', title: '监控照片', source: `监控设备 ${device}`, mark: marks.at(-1)?.id }
  await performAction(calling(), id, 'add-record', {
    run: 'main',
    facts: { case: {}, party: {}, violation: {} },
    evidence: [about],
    scenes: { 'evidence-taking': { reason: '监控记录已经归入本案，不另行录制' } },
  })
}

function ensure<T extends object>(answer: T | Refused): T {
  if (isRefused(answer)) throw new Error(answer.detail)
  return answer
}
