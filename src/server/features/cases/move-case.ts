import type { CaseMoved } from '#contract/case-moved.ts'
import { refuseSealed } from '#domain/archive/refuse-sealed.ts'
import type { Decision } from '#domain/case/command.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { notFound, RefusedError, stale } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { environmentOf, idsIn, licenceNumberIn } from './case-environment.ts'
import { commitEvents } from './commit-events.ts'
import { earlierFor } from './earlier-acts.ts'
import { lockCase } from './load-case.ts'
import { loadOther, lockTogether, otherIn, withOther } from './load-other.ts'
import { refusalOf } from './refusal-of.ts'
import { standingLaw } from './standing-law.ts'

export type Decider = (tx: Tx, env: Environment, state: CaseState, actor: Person) => Promise<Decision>

/**
 * One command on one case: read and lock, let the engine decide, write; a refusal rolls everything back.
 * Throws RefusedError: not found, stale version, or every reason of the engine.
 */
export async function moveCase(
  ctx: RequestContext,
  caseId: string,
  input: unknown,
  decider: Decider,
): Promise<CaseMoved> {
  const law = await standingLaw(ctx, ctx.actor.agencyId)
  return ctx.db.transaction(async (tx) => {
    const { loaded, other } = await lockAll(tx, ctx, caseId, input)
    const known = { ...withOther(loaded, other), ...(await earlierFor(tx, loaded.state)) }
    const env = environmentOf(ctx.clock, law, known)
    const actor = env.person(ctx.actor.personId)
    if (!actor) throw new RefusedError(notFound('人员'))
    const decision = await unlessSealed(loaded.state, () => decider(tx, env, loaded.state, actor))
    // To somebody who may not even read the case, the engine's reasons would tell of it.
    if (!decision.ok) throw new RefusedError((await groundToWork(ctx, caseId, tx)) ?? refusalOf(decision.refusals))
    const beside = (decision.beside ?? []).map((moved) => ({ ...moved, unitId: (other ?? loaded).unitId }))
    return commitEvents(tx, ctx, { env, loaded, events: decision.events, beside })
  })
}

/** The case, locked as it was last seen, and the other one where the input names one. */
async function lockAll(tx: Tx, ctx: RequestContext, caseId: string, input: unknown) {
  const wish = otherIn(input)
  if (wish) await lockTogether(tx, [caseId, wish.id])
  const loaded = await lockCase(tx, {
    caseId,
    agencyId: ctx.actor.agencyId,
    people: [ctx.actor.personId, ...idsIn(input)],
    today: ctx.clock.today(),
    licenceNumber: licenceNumberIn(input),
  })
  if (!loaded) throw new RefusedError(notFound('案件'))
  await refuseStale(tx, ctx, caseId, loaded.version)
  return { loaded, other: wish && (await loadOther(tx, ctx, wish, loaded.state)) }
}

/** What is asked of a sealed case is refused before the engine hears of it. */
async function unlessSealed(state: CaseState, decide: () => Promise<Decision>): Promise<Decision> {
  const sealed = refuseSealed(state)
  return sealed ? { ok: false, refusals: [sealed] } : decide()
}

/**
 * Somebody who has not seen what others did is told of it. What the office's clock recorded by itself, such as that a decision
 * became public, is nobody's edit, and the engine decides on it anew in any case.
 */
async function refuseStale(tx: Tx, ctx: RequestContext, caseId: string, version: number): Promise<void> {
  if (await hasMoved(tx, caseId, version, ctx.ifMatch)) throw new RefusedError(stale({ version, values: null }))
}

/** Whether somebody has moved the case since this version of it was seen. */
export async function hasMoved(tx: Tx, caseId: string, version: number, seen: number | undefined): Promise<boolean> {
  if (version === seen) return false
  const { rows } = await tx.query<{ isByNobody: boolean }>({
    name: 'case-moved-by-nobody',
    text: `SELECT coalesce(bool_and(actor_id IS NULL), false) AS "isByNobody" FROM app.events WHERE case_id = $1 AND seq > $2`,
    values: [caseId, seen],
  })
  return !rows[0]?.isByNobody
}
