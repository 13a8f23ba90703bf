import { actionsOf } from './actions-of.ts'
import type { Action, AnyProcedure, Fact } from './definition.ts'

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
  const written = actions.flatMap(({ action }) => action.joins?.as ?? [])
  const known = new Set([...asked.map(([, name]) => name), ...written])
  return [
    ...named.filter(([, name]) => !facts[name]).map(([where, name]) => `${where} names ${name}, which is no fact`),
    ...Object.keys(facts)
      .filter((name) => !known.has(name))
      .map((name) => `fact ${name} is never asked for`),
    ...[opening?.item?.name, opening?.item?.basis]
      .filter((name) => name !== undefined && !opening?.asks.includes(name))
      .map((name) => `the opening takes ${name} from an item and does not ask for it`),
    ...choiceProblems(definition),
    ...Object.entries(facts)
      .filter(([, { kind, columns = [] }]) => (kind === 'table') !== columns.length > 0)
      .map(([name]) => `fact ${name} has columns or is a table, and not the other`),
    ...thingProblems(definition),
    ...draftProblems(definition),
    ...actions.flatMap(({ where, action }) =>
      needs(action)
        .filter((name) => !action.asks?.includes(name) && !facts[name]?.drafted)
        .map((name) => `${where} does not ask for ${name}, without which it has no effect`),
    ),
  ]
}

function choiceProblems({ facts }: AnyProcedure): readonly string[] {
  return Object.entries(facts)
    .filter(([, { kind, choices = [] }]) => kind !== 'portions' && hasChoices(kind) !== choices.length > 0)
    .map(([name, { kind }]) =>
      hasChoices(kind) ? `fact ${name} is a choice without choices` : `fact ${name} has choices and is no choice`,
    )
}

const hasChoices = (kind: Fact['kind']): boolean => kind === 'choice' || kind === 'paper'

/** What an action does with things rests on a fact of the right kind, and nothing leaves a list without a paper. */
function thingProblems(definition: AnyProcedure): readonly string[] {
  return actionsOf(definition).flatMap(({ where, action: { things, issues = [] } }) =>
    things === undefined
      ? []
      : [
          ...(issues.length === 0 ? [`${where} moves things and issues nothing`] : []),
          ...paperProblems(where, things.paper, issues),
          ...(restsOnRows(definition, things) ? [] : [`${where} moves things by ${things.fact}, which names none`]),
        ],
  )
}

function paperProblems(where: string, paper: string | undefined, issues: readonly string[]): readonly string[] {
  const isIssued = paper === undefined || issues.includes(paper)
  return isIssued ? [] : [`${where} moves things by ${paper}, which it does not issue`]
}

/** What is only written down belongs to a party and to the draft, or a review would not bind it. */
function draftProblems({ facts, draft = [] }: AnyProcedure): readonly string[] {
  return Object.entries(facts)
    .filter(
      ([name, { drafted, kind, per }]) => drafted && !(kind === 'portions' && per === 'party' && draft.includes(name)),
    )
    .map(([name]) => `fact ${name} is drafted, and no portions of a party that stand in the draft`)
}

/** A list names things, every other movement portions of them; what a measure ends by itself concerns all. */
function restsOnRows({ facts }: AnyProcedure, { fact, does }: NonNullable<Action['things']>): boolean {
  if (does === 'lapse') return fact === undefined
  return fact !== undefined && facts[fact]?.kind === (does === 'list' ? 'things' : 'portions')
}

/** Facts that the engine itself reads when the action takes effect. */
function needs({ adds, chooses, things, withdraws, suspends = [] }: Action): readonly string[] {
  return [
    ...(things?.fact === undefined ? [] : [things.fact]),
    ...(withdraws ? [withdraws.reason] : []),
    ...(chooses ? [chooses.fact] : []),
    ...(adds === 'handlers' ? ['handlers'] : []),
    ...(adds === 'payment' ? ['paid', 'paid-on', 'receipt-number'] : []),
    ...(adds === 'delivery' ? ['method', 'received-on'] : []),
    ...(suspends.length > 0 ? ['suspension-ground'] : []),
  ]
}
