import { actionsOf } from './actions-of.ts'
import type { AnyProcedure } from './definition.ts'

/** What openings may come from, held against the definitions themselves: a procedure, an outcome or a fact that is not there. */
export function sourceProblems(definitions: readonly AnyProcedure[]): readonly string[] {
  return definitions.flatMap((definition) => problemsOf(definition, definitions))
}

function problemsOf(
  { code, opening, facts, clocks }: AnyProcedure,
  definitions: readonly AnyProcedure[],
): readonly string[] {
  const sources = opening?.from ?? []
  const codes = sources.map((source) => (source === 'clue' ? source : source.procedure))
  const goneOn = Object.entries(opening?.continues ?? {}).filter(
    ([here, there]) =>
      !(clocks[here] && definitions.some((other) => codes.includes(other.code) && other.clocks[there ?? ''])),
  )
  const cases = sources.flatMap((source) => (source === 'clue' ? [] : [source]))
  const homeless = opening?.needsOrigin && sources.length === 0
  return [
    ...goneOn.map(([here, there]) => `${code}: clock ${here} goes on from ${there}, which no source has`),
    ...(homeless ? [`${code}: it needs an origin and names nothing that it may come from`] : []),
    ...cases.flatMap(({ procedure, outcomes = [], takes = {} }) => {
      const others = definitions.filter((other) => other.code === procedure)
      if (others.length === 0) return [`${code}: it may come from ${procedure}, which is no procedure`]
      const taken = Object.entries(takes).flatMap(([here, there]) => [
        ...(facts[here] ? [] : [`${code}: takes over ${here}, which is no fact`]),
        ...(others.some((other) => other.facts[there ?? '']) ? [] : [`${code}: ${procedure} has no fact ${there}`]),
      ])
      const never = outcomes.filter((outcome) => !others.some((other) => outcomesOf(other).has(outcome)))
      return [...taken, ...never.map((outcome) => `${code}: ${procedure} never comes to ${outcome}`)]
    }),
  ]
}

/** All that a procedure can come to, by its ends and by its actions. */
export function outcomesOf(definition: AnyProcedure): ReadonlySet<string> {
  const ends = Object.values(definition.stages).flatMap(({ ends: end }) => (typeof end === 'string' ? [end] : []))
  const set = actionsOf(definition).flatMap(({ action }) => action.outcome ?? [])
  return new Set([...ends, ...set])
}
