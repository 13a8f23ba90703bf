import { actionsOf } from './actions-of.ts'
import type { Known } from './check.ts'
import type { Action, AnyProcedure, FactKind } from './definition.ts'

/** Merging and splitting name stages, facts, clocks, papers and procedures that there are; who goes over has an end to come to. */
export function mergingProblems(definition: AnyProcedure, known: Known): readonly string[] {
  return actionsOf(definition).flatMap(({ where, action }) => [
    ...joiningProblems(definition, action).map((problem) => `${where} joins ${problem}`),
    ...splittingProblems(definition, action, known).map((problem) => `${where} splits ${problem}`),
    ...namesOf(definition, action, known).map((problem) => `${where} ${problem}`),
  ])
}

function joiningProblems({ stages, facts }: AnyProcedure, { joins, to }: Action): readonly string[] {
  if (!joins) return []
  const strange = joins.at.filter((stage) => !stages[stage] || stages[stage].ends !== undefined)
  return [
    ...strange.map((stage) => `at ${stage}, which is no open stage`),
    ...(facts[joins.as]?.kind === 'text' ? [] : [`as ${joins.as}, which is no text of the case`]),
    ...(to !== undefined && typeof stages[to]?.ends === 'string'
      ? []
      : ['and does not lead to an end with an outcome']),
  ]
}

function splittingProblems(
  { facts, opening }: AnyProcedure,
  { splits, asks = [] }: Action,
  { documentCodes }: Known,
): readonly string[] {
  if (!splits) return []
  const needed: readonly (readonly [string, FactKind, string])[] = [
    [splits.acts, 'yes-no', 'violation'],
    [splits.name, 'text', 'case'],
    [splits.evidence, 'evidence-list', 'case'],
  ]
  const wrong = needed.filter(([name, kind, per]) => facts[name]?.kind !== kind || facts[name]?.per !== per)
  return [
    ...wrong.map(([name, kind, per]) => `by ${name}, which is no ${kind} of each ${per}`),
    ...needed.filter(([name]) => !asks.includes(name)).map(([name]) => `by ${name}, which it does not ask`),
    ...splits.issues.filter((code) => !documentCodes.has(code)).map((code) => `with ${code}, which is no document`),
    ...(opening?.violations ? [] : ['a case that names no acts']),
  ]
}

function namesOf({ clocks }: AnyProcedure, { joins, splits }: Action, known: Known): readonly string[] {
  return [joins, splits].flatMap((word) => {
    if (!word) return []
    const { before = [], settled = [] } = word
    return [
      ...word.clocks.filter((name) => !clocks[name]).map((name) => `carries ${name}, which is no clock`),
      ...before
        .filter((code) => !known.documentCodes.has(code))
        .map((code) => `is before ${code}, which is no document`),
      ...settled
        .filter((code) => !known.procedures.has(code))
        .map((code) => `waits for ${code}, which is no procedure`),
    ]
  })
}
