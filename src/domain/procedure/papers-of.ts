import { paperIn } from '../form/check-paper.ts'
import type { Action, AnyProcedure, DocumentCode } from './definition.ts'

type Issuing = Pick<Action, 'issues' | 'chooses'>
type Typed = { readonly case: Readonly<Record<string, unknown>> }

/** What the action issues, with the paper that was chosen for it. */
export function papersOf(action: Issuing, facts: Typed): readonly DocumentCode[] {
  const { issues = [], chooses } = action
  const chosen = chooses && paperIn(facts.case[chooses.fact])?.code
  return chosen === undefined ? issues : [...issues, chosen]
}

/** Whether this kind of paper can come of the action. */
export function mayIssue({ issues = [], chooses }: Issuing, code: DocumentCode): boolean {
  return issues.includes(code) || chooses?.among.includes(code) === true
}

/** Whether any paper at all can. */
export function issuesSome({ issues = [], chooses }: Issuing): boolean {
  return issues.length > 0 || chooses !== undefined
}

/** The procedure as this action asks: a paper is one of those that fit here. */
export function asAsked(procedure: AnyProcedure, { chooses }: Pick<Action, 'chooses'>): AnyProcedure {
  const fact = chooses && procedure.facts[chooses.fact]
  if (!fact) return procedure
  return { ...procedure, facts: { ...procedure.facts, [chooses.fact]: { ...fact, choices: chooses.among } } }
}
