import { isMovedByDisputes } from '#domain/case/contested-clocks.ts'
import type { Environment } from '#domain/case/environment.ts'
import { projectionOf } from '#domain/case/projection.ts'
import type { Story } from '#domain/case/story.ts'
import type { Tx } from '#server/db/database.ts'
import { leavesOf, sealed } from './commit-events.ts'
import { writeDueAnew } from './contested-case.ts'
import { followUps } from './follow-ups.ts'
import type { LoadedCase } from './load-case.ts'
import { writeCase } from './write-case.ts'

/**
 * Writes what happened to a case by itself, or beside a command on something else: events, leaves and projection in the transaction.
 * The author is the story's, and becomes no participant of the case.
 */
export async function writeUnattended(
  tx: Tx,
  env: Environment,
  loaded: LoadedCase,
  { state, events, by }: Story,
): Promise<void> {
  const made = sealed(env, loaded.state.seq, events, by)
  const projection = projectionOf(env, state)
  const { unitId } = loaded
  const nothing = {
    people: [],
    documents: [],
    jobs: followUps(state, made, []),
    register: [],
    bars: [],
    submitted: undefined,
    record: undefined,
  }
  writeCase(tx, { ...nothing, isNew: false, unitId, state, projection, events: made, leaves: leavesOf(made) })
  if (isMovedByDisputes(env.procedures, state)) await writeDueAnew(tx, env, state.id)
}
