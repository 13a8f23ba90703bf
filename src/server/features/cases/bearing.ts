import type { Environment } from '#domain/case/environment.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { type CaseState, MAIN_RUN, rootRun } from '#domain/case/state.ts'
import { type LaterEffect, laterEffectOf } from '#domain/disclosure/later-act.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'

/** The case whose decision a paper changes or ends, and what it makes of it. */
export type Bearing = { readonly caseId: string; readonly effect: LaterEffect }

/** What the paper of this code, issued by one of these events, bears on; nothing where it decides for the first time. */
export function bearingOf(
  env: Environment,
  state: CaseState,
  events: readonly CaseEvent[],
  code: string,
): Bearing | undefined {
  const { procedure, version } = rootRun(state)
  const known = actionsOf(getProcedure(env.procedures, procedure, version))
  const taken = events.flatMap((event) => (event.type === 'action-taken' && event.run === MAIN_RUN ? event.action : []))
  const by = known.find(({ name, action }) => taken.includes(name) && action.issues?.includes(code))
  const effect = by && laterEffectOf(by.action)
  const caseId = effect === 'replaced' ? decidedIn(env, state) : env.register.licence?.id
  return effect && caseId && caseId !== state.id ? { caseId, effect } : undefined
}

/** The case of the decision that is revised: the origin, or what that contests. */
export function decidedIn({ origin, procedures }: Environment, state: Pick<CaseState, 'origin'>): string | undefined {
  if (!origin) return state.origin?.id
  const { procedure, version } = rootRun(origin)
  return getProcedure(procedures, procedure, version).contests ? origin.origin?.id : origin.id
}
