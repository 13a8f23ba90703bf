import type { Action } from './definition.ts'

/** The procedures that an action opens, in their order. */
export function opensOf({ opens = [] }: Pick<Action, 'opens'>): readonly string[] {
  return [opens].flat()
}
