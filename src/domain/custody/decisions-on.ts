import type { CaseState } from '../case/state.ts'
import { MOVEMENTS } from './movement.ts'
import type { Thing } from './thing.ts'

/** The papers that decided upon a thing, oldest first: by them it is kept, goes back or is destroyed. */
export function decisionsOn({ documents }: Pick<CaseState, 'documents'>, { life }: Pick<Thing, 'life'>) {
  const deciding = life.filter(({ movement, fate }) => (MOVEMENTS[movement].toFate ?? fate) !== undefined)
  const ids = new Set(deciding.map(({ document }) => document))
  return documents.filter(({ id, voided }) => ids.has(id) && !voided)
}
