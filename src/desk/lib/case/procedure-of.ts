import type { CaseState, Run } from '#domain/case/state.ts'
import { findRun } from '#domain/case/state.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { PROCEDURES } from '#procedures/index.ts'

/** The definition that a run is pinned to; undefined when this desk is older than the case. */
export function procedureOfRun(run: Pick<Run, 'procedure' | 'version'>): AnyProcedure | undefined {
  return PROCEDURES.get(`${run.procedure}@${run.version}`)
}

export function procedureAt(state: CaseState, runId: string): AnyProcedure | undefined {
  const run = findRun(state, runId)
  return run && procedureOfRun(run)
}

/** An action of the stage where the run stands. */
export function actionAt(state: CaseState, runId: string, action: string): Action | undefined {
  const run = findRun(state, runId)
  return run && procedureOfRun(run)?.stages[run.stage]?.actions[action]
}

/** The newest version of a procedure, for titles where no case is at hand. */
export function procedureTitle(code: string): string {
  return [...PROCEDURES.values()].find((procedure) => procedure.code === code)?.title ?? code
}
