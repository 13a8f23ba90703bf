import { REVIEW_FIRST_GROUNDS, type RemedyRoute } from '../document/remedy.ts'
import { parameterValueOf } from '../parameter/registry.ts'
import { getProcedure } from '../procedure/procedures.ts'
import type { Environment } from './environment.ts'
import { type CaseState, type Run, rootRun } from './state.ts'

type Subject = {
  readonly env: Pick<Environment, 'procedures' | 'parameters' | 'today'>
  readonly state: CaseState
}

/**
 * Whether what is decided in a run goes to review before any lawsuit, and on which ground (行政复议法第二十三条第一款): what its procedure says,
 * or what is set for the procedure, the item or the cause of the case at this place.
 */
export function reviewRouteOf({ env, state }: Subject, run: Run = rootRun(state)): RemedyRoute {
  const { reviewFirst, title } = getProcedure(env.procedures, run.procedure, run.version)
  if (reviewFirst) return reviewFirst
  const grounds = parameterValueOf(env.parameters, 'remedy.review-first', env.today)
  const named = [title, ...(run.parent === undefined ? itemsOf(state, run) : [])]
  const found = named.map((name) => (Object.hasOwn(grounds, name) ? grounds[name] : undefined)).find(Boolean)
  return REVIEW_FIRST_GROUNDS.find(({ title: said }) => said === found)?.route ?? 'choice'
}

function itemsOf({ violations }: CaseState, { facts }: Run): readonly string[] {
  const { item } = facts.case
  return [...(typeof item === 'string' ? [item.trim()] : []), ...violations.map(({ cause }) => cause)]
}
