import type { Action, AnyProcedure } from '../procedure/definition.ts'
import type { Refusal } from './refusal.ts'
import type { CaseState, Party, Run, Violation } from './state.ts'

type Of = { readonly state: CaseState; readonly run: Run }

/** Who takes part in a run: the party that it is about, those whom the action that opened it concerned, or all. */
export function partiesOf({ state, run }: Of): readonly Party[] {
  const among = run.party === undefined ? run.parties : [run.party]
  return among === undefined ? state.parties : state.parties.filter(({ id }) => among.includes(id))
}

/** Of these, whom an action is about. */
export function concernedBy(action: Pick<Action, 'concerns'> | undefined, of: Of): readonly Party[] {
  const { concerns } = action ?? {}
  return concerns ? partiesOf(of).filter(({ id }) => concerns.holds(of, id)) : partiesOf(of)
}

export function refuseNobody(action: Pick<Action, 'concerns'>, of: Of): readonly Refusal[] {
  const { concerns } = action
  if (!concerns || concernedBy(action, of).length > 0) return []
  return [{ gate: concerns.id, basis: concerns.basis, sentence: concerns.none }]
}

/** What an action asks in this case: some of it only where there are several parties, or where things were taken into custody. */
export function asksOf(
  { facts }: AnyProcedure,
  action: Pick<Action, 'asks'>,
  { parties, things = [] }: CaseState,
): readonly string[] {
  return (action.asks ?? []).filter(
    (name) => (parties.length > 1 || !facts[name]?.amongSeveral) && (things.length > 0 || !facts[name]?.drafted),
  )
}

/** Of whom an action asks: where it is about nobody, what was typed in is judged as if it were about all. */
export function subjectsOf(action: Pick<Action, 'concerns'>, of: Of): Pick<CaseState, 'parties' | 'violations'> {
  const concerned = concernedBy(action, of)
  const parties = concerned.length > 0 ? concerned : partiesOf(of)
  return { parties, violations: actsOf(of.state, parties) }
}

export function actsOf(state: Pick<CaseState, 'violations'>, parties: readonly Party[]): readonly Violation[] {
  return state.violations.filter(({ party }) => parties.some(({ id }) => id === party))
}

/** What this party's case has come to; cases from before each party had a result of its own have one for all. */
export function resultOf(run: Run, party: string): string | undefined {
  return run.results ? run.results[party] : run.result
}

/** Of the results so far the one that weighs most, by the order that the procedure gives. */
export function weightiest(weights: readonly string[], results: Readonly<Record<string, string>>): string | undefined {
  const given = Object.values(results)
  return weights.find((result) => given.includes(result)) ?? given[0]
}
