import type { Offer } from '#domain/case/offers.ts'
import type { CaseState } from '#domain/case/state.ts'
import { actionAt } from './procedure-of.ts'

export const LIST_CITED = 'leniency-basis'
const OF_ACTS = ['act-ended-on', 'fine', 'proposal', 'decision-reasons', LIST_CITED]

/**
 * Where something is said of an act or of what is to be done about it, and where it is decided of a party, the law is shown that
 * bears on it: to who proposes and to who agrees.
 */
export function showsHints(state: CaseState, { run, action: name }: Pick<Offer, 'run' | 'action'>): boolean {
  const action = actionAt(state, run, name)
  if (!action) return false
  const decides = action.concerns !== undefined && action.outcome !== undefined
  return decides || (action.asks ?? []).some((fact) => OF_ACTS.includes(fact))
}
