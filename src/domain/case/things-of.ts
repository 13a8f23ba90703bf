import type { Thing } from '../custody/thing.ts'
import type { CaseState, Run } from './state.ts'

/** The things on the list that this run keeps: its own, or, for the custody of a list, that of the run that opened it; the case itself has them all. */
export function thingsOf({ things = [] }: CaseState, { id, parent }: Pick<Run, 'id' | 'parent'>): readonly Thing[] {
  return parent === undefined ? things : things.filter(({ run }) => run === id || run === parent)
}
