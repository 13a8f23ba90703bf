import { fieldsOfPaper } from '../form/check-paper.ts'
import { actionsOf } from './actions-of.ts'
import type { Known } from './check.ts'
import type { AnyProcedure } from './definition.ts'

/** Documents that no template makes, or that a rule waits for and nobody issues. */
export function documentProblems(definition: AnyProcedure, { documentCodes }: Known): readonly string[] {
  const { numberedBy, disclosure, opening } = definition
  const actions = actionsOf(definition)
  const made = [
    ...(opening?.issues ?? []).map((code) => ['the opening', code] as const),
    ...actions.flatMap(({ where, action }) => (action.issues ?? []).map((code) => [where, code] as const)),
  ]
  const issued = new Set(made.map(([, code]) => code))
  const awaited = [
    ...(numberedBy === undefined ? [] : [['the number of the case', numberedBy] as const]),
    ...(disclosure?.documents ?? []).map((code) => ['the disclosure', code] as const),
  ]
  const unreplaced = actions.filter(
    ({ action: { withdraws, issues = [] } }) =>
      withdraws?.ground === 'changed' && !issues.some((code) => disclosure?.documents.includes(code)),
  )
  return [
    ...choosingProblems(definition, issued),
    ...unreplaced.map(({ where }) => `${where} withdraws a changed decision, and publishes nothing in its place`),
    ...made
      .filter(([, code]) => !documentCodes.has(code))
      .map(([where, code]) => `${where} issues ${code}, which is no kind of document`),
    ...awaited
      .filter(([, code]) => !issued.has(code))
      .map(([what, code]) => `${what} comes from ${code}, which no action issues`),
  ]
}

/** What is chosen rests on a fact that offers it, asks something, and is nothing that an action of its own makes out. */
function choosingProblems(definition: AnyProcedure, issued: ReadonlySet<string>): readonly string[] {
  return actionsOf(definition).flatMap(({ where, action: { chooses } }) => {
    if (!chooses) return []
    const { kind, choices = [] } = definition.facts[chooses.fact] ?? {}
    const { fact, among } = chooses
    const of = (isWrong: (code: string) => boolean, what: string) =>
      among.filter(isWrong).map((code) => `${where} chooses ${code}, which ${what}`)
    return [
      ...(kind === 'paper' ? [] : [`${where} chooses a paper by ${fact}, which names none`]),
      ...of((code) => !choices.includes(code), `${fact} does not offer`),
      ...of((code) => fieldsOfPaper(code).length === 0, 'asks nothing'),
      ...of((code) => issued.has(code), 'has an action of its own'),
    ]
  })
}
