import { actionsOf } from './actions-of.ts'
import type { Action, AnyProcedure } from './definition.ts'

/** Facts that nobody asks for, names that are no fact, and what the engine needs to be told. */
export function factProblems(definition: AnyProcedure): readonly string[] {
  const { facts, draft = [], opening } = definition
  const actions = actionsOf(definition)
  const asked = [
    ...(opening?.asks ?? []).map((name) => ['the opening', name] as const),
    ...actions.flatMap(({ where, action }) => (action.asks ?? []).map((name) => [where, name] as const)),
  ]
  const named = [
    ...asked,
    ...actions.flatMap(({ where, action }) => (action.clears ?? []).map((name) => [where, name] as const)),
    ...draft.map((name) => ['the draft', name] as const),
  ]
  const known = new Set(asked.map(([, name]) => name))
  return [
    ...named.filter(([, name]) => !facts[name]).map(([where, name]) => `${where} names ${name}, which is no fact`),
    ...Object.keys(facts)
      .filter((name) => !known.has(name))
      .map((name) => `fact ${name} is never asked for`),
    ...choiceProblems(definition),
    ...actions.flatMap(({ where, action }) =>
      needs(action)
        .filter((name) => !action.asks?.includes(name))
        .map((name) => `${where} does not ask for ${name}, without which it has no effect`),
    ),
  ]
}

function choiceProblems({ facts }: AnyProcedure): readonly string[] {
  return Object.entries(facts)
    .filter(([, { kind, choices = [] }]) => (kind === 'choice') !== choices.length > 0)
    .map(([name, { kind }]) =>
      kind === 'choice' ? `fact ${name} is a choice without choices` : `fact ${name} has choices and is no choice`,
    )
}

/** Facts that the engine itself reads when the action takes effect. */
function needs({ adds, suspends = [] }: Action): readonly string[] {
  return [
    ...(adds === 'handlers' ? ['handlers'] : []),
    ...(adds === 'delivery' ? ['method', 'received-on'] : []),
    ...(suspends.length > 0 ? ['suspension-ground'] : []),
  ]
}
