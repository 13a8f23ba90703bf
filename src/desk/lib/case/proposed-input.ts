import type { ActionInput } from '#contract/cases.ts'
import type { CaseState, Facts } from '#domain/case/state.ts'
import { inputOfTyped, type Section, sectionsOf, type TypedValues, typedOfProposed } from './form-model.ts'
import { actionAt, procedureAt } from './procedure-of.ts'

/** What was proposed, as it would have been typed in (money in 元), to set its paper again. */
export function proposedInput(state: CaseState, run: string, action: string, facts: Facts): ActionInput {
  const sections = proposedSections(state, run, action)
  const typed = typedOfProposed(sections, facts)
  // What is blank here was emptied in the proposal.
  return { run, facts: inputOfTyped(sections, typed, new Set(Object.keys(typed))), evidence: [], scenes: {} }
}

/** The same by pointer, as it stood in the form. */
export function proposedValues(state: CaseState, run: string, action: string, facts: Facts): TypedValues {
  return typedOfProposed(proposedSections(state, run, action), facts)
}

function proposedSections(state: CaseState, run: string, action: string): readonly Section[] {
  const procedure = procedureAt(state, run)
  return procedure ? sectionsOf(procedure, actionAt(state, run, action)?.asks ?? [], state) : []
}
