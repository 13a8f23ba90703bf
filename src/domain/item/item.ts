import type { PlainDate } from '../calendar/plain-date.ts'
import { ENFORCEMENT_KINDS, type EnforcementKind } from '../procedure/enforcement-kinds.ts'

export type ItemKind = Exclude<EnforcementKind, '线索'>
export const ITEM_KINDS: readonly ItemKind[] = ENFORCEMENT_KINDS.filter((kind) => kind !== '线索')

/** One version of an item of an agency's 权责清单; a new text is a new version, and none is ever changed. */
export type Item = {
  readonly id: string
  /** The agency that may act. */
  readonly agency: string
  readonly code: string
  readonly version: number
  readonly name: string
  readonly kind: ItemKind
  /** The articles on which it rests, as decisions write them. */
  readonly basis: string
  /** At which levels of government it is exercised. */
  readonly level: string
  /** Null while the list that names it has not been published. */
  readonly publishedOn: PlainDate | null
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

/** What a case keeps of the item from which it was begun. */
export type CaseItem = Pick<Item, 'id' | 'code' | 'version' | 'name' | 'kind' | 'basis'>

/** What the catalogue says to a case: whether the agency has a list of this kind at all, and of the item that the case names. */
export type AgencyCatalogue = {
  readonly isKept: boolean
  /** `standing` is the version of the same item that holds today. */
  readonly item?: Item & { readonly standing: string | null }
}

export function caseItemOf({ id, code, version, name, kind, basis }: Item): CaseItem {
  return { id, code, version, name, kind, basis }
}
