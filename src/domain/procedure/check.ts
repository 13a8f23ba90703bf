import type { Scene } from '../recording/scene.ts'
import { clockProblems } from './check-clocks.ts'
import { documentProblems } from './check-documents.ts'
import { factProblems } from './check-facts.ts'
import { graphProblems } from './check-graph.ts'
import { mergingProblems } from './check-merging.ts'
import { recordProblems } from './check-records.ts'
import { ruleProblems } from './check-rules.ts'
import type { AnyProcedure } from './definition.ts'

/** What a definition may name that stands outside of it. */
export type Known = {
  readonly documentCodes: ReadonlySet<string>
  /** Codes of the procedures that can be opened inside a case. */
  readonly procedures: ReadonlySet<string>
  readonly parameters: ReadonlySet<string>
  /** The 记录环节 that there are. */
  readonly scenes: ReadonlyMap<string, Scene>
}

/** Everything that is wrong with a procedure, one sentence each; nothing for a definition that can be run to an end. */
export function checkProcedure(definition: AnyProcedure, known: Known): readonly string[] {
  const problems = [
    ...graphProblems(definition),
    ...clockProblems(definition, known),
    ...ruleProblems(definition, known),
    ...documentProblems(definition, known),
    ...recordProblems(definition, known),
    ...mergingProblems(definition, known),
    ...factProblems(definition),
  ]
  return [...new Set(problems)].map((problem) => `${definition.code}: ${problem}`)
}
