import type { Thing } from '../custody/thing.ts'
import type { CaseState, Run } from './state.ts'

/** The things on the list that this run keeps: its own, or, for the custody of a list, that of the run that opened it. */
export function thingsOf({ things = [] }: CaseState, { id, parent }: Pick<Run, 'id' | 'parent'>): readonly Thing[] {
  return things.filter(({ run }) => run === id || run === parent)
}
