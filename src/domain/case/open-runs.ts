import type { CaseState, Run } from './state.ts'

/** The runs in which something can still be done. */
export function openRuns(state: CaseState): readonly Run[] {
  return state.endedOn ? [] : state.runs.filter((run) => !run.endedOn)
}
