import type { Action, AnyProcedure } from './definition.ts'

/** An action with the place where it stands. */
export type Placed = { readonly stage: string; readonly name: string; readonly action: Action; readonly where: string }

/** Every action of every stage. */
export function actionsOf({ stages }: AnyProcedure): readonly Placed[] {
  return Object.entries(stages).flatMap(([stage, { actions }]) =>
    Object.entries(actions).map(([name, action]) => ({ stage, name, action, where: `action ${stage}/${name}` })),
  )
}

/** The action of this name at this stage; a name that every object has (`constructor`) is no action. */
export function findAction({ stages }: AnyProcedure, stage: string, name: string): Action | undefined {
  const actions = stages[stage]?.actions ?? {}
  return Object.hasOwn(actions, name) ? actions[name] : undefined
}

/** The words on its button, at whatever stage it stands. */
export function actionTitleOf({ stages }: AnyProcedure, action: string): string {
  const found = Object.values(stages).map(({ actions }) =>
    Object.hasOwn(actions, action) ? actions[action] : undefined,
  )
  return found.find((item) => item !== undefined)?.title ?? action
}
