import { createHash, randomBytes } from 'node:crypto'
import type { CaseMoved } from '#contract/case-moved.ts'
import { isMovedByDisputes } from '#domain/case/contested-clocks.ts'
import type { Environment } from '#domain/case/environment.ts'
import type { CaseEvent, CaseEventBody } from '#domain/case/event.ts'
import { evolve } from '#domain/case/evolve.ts'
import { projectionOf } from '#domain/case/projection.ts'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import type { Beside } from '#domain/case/story.ts'
import { barsOf, registerWrites } from '#domain/licence/register-writes.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import type { Tx } from '#server/db/database.ts'
import { auditRow, auditStatement, type CommandRecord, commandRecord } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { idsIn } from './case-environment.ts'
import { lockContested, writeDueAnew } from './contested-case.ts'
import { documentRows } from './document-rows.ts'
import { followUps } from './follow-ups.ts'
import type { LoadedCase } from './load-case.ts'
import { numberDocuments } from './number-documents.ts'
import { planDisclosures } from './plan-disclosures.ts'
import { withdrawDisclosures } from './withdraw-disclosures.ts'
import { writeCase } from './write-case.ts'
import { writeVoids } from './write-voids.ts'

export type Decided = {
  readonly env: Environment
  readonly loaded: Pick<LoadedCase, 'agency' | 'unitId'> & { readonly state: CaseState | undefined }
  readonly events: readonly CaseEventBody[]
  /** Other cases that the same decision moves or begins. */
  readonly beside?: readonly (Beside & { readonly unitId: string })[]
}

/**
 * Makes a decision of the engine durable: events, projection, documents, clocks, log leaves, follow-up jobs, audit entry and
 * stored answer in one statement of one transaction. Failure to record is failure to act.
 */
export async function commitEvents(tx: Tx, ctx: RequestContext, decided: Decided): Promise<CaseMoved> {
  const { env, loaded, beside = [] } = decided
  const state = await commitOne(tx, ctx, decided, (moved, events) => {
    ctx.audit({ subject: `case:${moved.id}`, detail: { events: events.map((event) => event.type) } })
    return commandRecord(ctx, movedTo(moved))
  })
  for (const { before, unitId, events } of beside) {
    const other = { env, loaded: { agency: loaded.agency, unitId, state: before }, events }
    await commitAmong(tx, ctx, other, `case:${state.id}`)
  }
  return movedTo(state)
}

/** One of several cases that a command moves, with an audit entry of its own; the answer is stored by the command, once. `by` names what it is part of. */
export async function commitAmong(
  tx: Tx,
  ctx: RequestContext,
  decided: Omit<Decided, 'beside'>,
  by: string,
): Promise<CaseMoved> {
  const moved = await commitOne(tx, ctx, decided, () => undefined)
  const entry = auditRow(ctx)
  const detail = JSON.stringify({ by, events: decided.events.map((event) => event.type) })
  if (entry) tx.send(auditStatement({ ...entry, id: newId(), subject: `case:${moved.id}`, detail }))
  return movedTo(moved)
}

type Recorded = (state: CaseState, events: readonly CaseEvent[]) => CommandRecord | undefined

async function commitOne(
  tx: Tx,
  ctx: RequestContext,
  { env, loaded, events: decided }: Omit<Decided, 'beside'>,
  recorded: Recorded,
): Promise<CaseState> {
  const contested = await lockContested(tx, env, loaded.state, decided)
  const bodies = await numberDocuments(tx, env, loaded.agency, decided)
  const first = loaded.state?.seq ?? 0
  const events = sealed(env, first, bodies, ctx.actor.personId)
  const state = events.reduce<CaseState | undefined>(evolve, loaded.state)
  if (!state) throw new Error('a decision without events was to be committed')
  const documents = documentRows(env, state, loaded.agency, events, ctx.config.portalPublicUrl)
  writeCase(tx, {
    isNew: loaded.state === undefined,
    unitId: loaded.unitId,
    state,
    projection: projectionOf(env, state),
    people: [...new Set([ctx.actor.personId, ...events.flatMap(idsIn)])],
    events,
    leaves: leavesOf(events),
    documents,
    register: registerWrites(env.procedures, state, events),
    bars: barsOf(env.procedures, state, events),
    jobs: followUps(state, events, documents),
    // What is only proposed keeps its draft: it may be returned or withdrawn, and is then mended and not typed again.
    submitted: events.find((event) => event.type === 'action-taken'),
    record: recorded(state, events),
  })
  if (contested !== undefined) await writeDueAnew(tx, env, contested)
  if (isMovedByDisputes(env.procedures, state)) await writeDueAnew(tx, env, state.id)
  await writeVoids(tx, env, events)
  // First: whether people kept the decision from the public is known until it is withdrawn.
  await planDisclosures(tx, env, state, events, documents)
  await withdrawDisclosures(tx, env, state, events)
  return state
}

/** Gives what was decided its place, time and author. */
export function sealed(
  env: Pick<Environment, 'now' | 'today'>,
  first: number,
  bodies: readonly CaseEventBody[],
  by: string | null,
): readonly CaseEvent[] {
  return bodies.map((body, index) => ({ ...body, seq: first + index + 1, at: env.now, on: env.today, by }))
}

const SALT_BYTES = 16

/** Salted leaves: the log shows that an event was recorded and when, and nothing of what it says. */
export function leavesOf(events: readonly CaseEvent[]): { salt: string; digest: string; seq: number }[] {
  const salts = randomBytes(SALT_BYTES * events.length)
  return events.map((event, index) => {
    const salt = salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES)
    const digest = createHash('sha256').update(salt).update(canonicalJson(event)).digest('hex')
    return { salt: salt.toString('hex'), digest, seq: event.seq }
  })
}

function movedTo(state: CaseState): CaseMoved {
  const { stage, outcome = null } = rootRun(state)
  return { id: state.id, version: state.seq, number: state.number ?? null, stage, outcome }
}
