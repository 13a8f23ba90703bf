import type { CaseState } from './state.ts'

/** Whoever stands aside in a case: by its own recusals, and by those of cases that have become part of it. */
export function recusedIn(state: CaseState): readonly string[] {
  const granted = state.runs.filter(({ procedure, outcome }) => procedure === 'recusal' && outcome === 'granted')
  const named = granted.flatMap(({ facts }) => (Array.isArray(facts.case.recused) ? facts.case.recused : []))
  return [...new Set([...(state.recused ?? []), ...(named as readonly string[])])]
}
