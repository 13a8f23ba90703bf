import { actionsOf } from './actions-of.ts'
import type { Known } from './check.ts'
import type { AnyProcedure } from './definition.ts'

/** Documents that no template makes, or that a rule waits for and nobody issues. */
export function documentProblems(definition: AnyProcedure, { documentCodes }: Known): readonly string[] {
  const { numberedBy, disclosure } = definition
  const actions = actionsOf(definition)
  const issued = new Set(actions.flatMap(({ action }) => action.issues ?? []))
  const awaited = [
    ...(numberedBy === undefined ? [] : [['the number of the case', numberedBy] as const]),
    ...(disclosure?.documents ?? []).map((code) => ['the disclosure', code] as const),
  ]
  return [
    ...actions.flatMap(({ where, action }) =>
      (action.issues ?? [])
        .filter((code) => !documentCodes.has(code))
        .map((code) => `${where} issues ${code}, which is no kind of document`),
    ),
    ...awaited
      .filter(([, code]) => !issued.has(code))
      .map(([what, code]) => `${what} comes from ${code}, which no action issues`),
  ]
}
