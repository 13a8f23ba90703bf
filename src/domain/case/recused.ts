import type { Basis } from '../procedure/definition.ts'
import type { CaseState } from './state.ts'

/** Procedures by which somebody is told to stand aside, each with the rule by which nothing more is done here. */
export const RECUSALS = {
  recusal: '《行政处罚法》第四十三条',
  'host-recusal': '《行政处罚法》第六十四条第四项',
  'licence-recusal': '内部管理：审查许可的人员与许可事项有直接利害关系的，应当回避',
  'licence-host-recusal': '《行政许可法》第四十八条第一款第三项',
} as const satisfies Record<string, Basis>
export type Recusal = keyof typeof RECUSALS

/** Whoever stands aside in a case: by its own recusals, and by those of cases that have become part of it. */
export function recusedIn(state: CaseState): readonly string[] {
  const named = grantedIn(state).flatMap(({ facts }) => (Array.isArray(facts.case.recused) ? facts.case.recused : []))
  return [...new Set([...(state.recused ?? []), ...(named as readonly string[])])]
}

/** By which rule this person stands aside; whoever did so in a joined case did so in a penalty. */
export function recusedBy(id: string, state: CaseState): Basis {
  const granted = grantedIn(state).findLast(({ facts }) => (facts.case.recused as readonly string[]).includes(id))
  return RECUSALS[(granted?.procedure ?? 'recusal') as Recusal]
}

function grantedIn({ runs }: CaseState) {
  return runs.filter(({ procedure, outcome }) => Object.hasOwn(RECUSALS, procedure) && outcome === 'granted')
}
