import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { type Procedures, proceduresOf } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'

export type Keep = (procedure: string, action: string, gate: string) => boolean

/** The procedures with only those gates that `keep` names; an action whose concern is left out is about everybody. */
export function withGates(keep: Keep): Procedures {
  const actionOf = (procedure: string, name: string, { concerns, ...action }: Action): Action => ({
    ...action,
    ...(concerns && keep(procedure, name, concerns.id) ? { concerns } : {}),
    gates: (action.gates ?? []).filter((gate) => keep(procedure, name, gate.id)),
  })
  const stagesOf = ({ code, stages }: AnyProcedure) =>
    Object.entries(stages).map(([name, stage]) => {
      const actions = Object.entries(stage.actions).map(([id, action]) => [id, actionOf(code, id, action)])
      return [name, { ...stage, actions: Object.fromEntries(actions) }]
    })
  return proceduresOf(
    [...PROCEDURES.values()].map((procedure) => ({ ...procedure, stages: Object.fromEntries(stagesOf(procedure)) })),
  )
}
