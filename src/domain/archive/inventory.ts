import type { PlainDate } from '../calendar/plain-date.ts'
import { canonicalJson } from '../record-log/canonical-json.ts'
import type { Arrangement, ListedItem } from './catalogue.ts'
import type { FileFacts } from './dossier-item.ts'
import { itemPath } from './item-path.ts'
import type { PropertyResult } from './property-result.ts'
import type { Retention } from './retention.ts'

export type Named = { readonly id: string; readonly name: string }
export type Kept = FileFacts & { readonly path: string }

/** An item as the package holds it; one on paper or as a thing has no file. */
export type InventoryItem = Omit<ListedItem, 'file' | 'seq'> & {
  readonly file?: Kept
  /** Where it differs from that of the whole. */
  readonly retention?: { readonly value: Retention; readonly reason: string }
}

/** A paper of the dossier itself: cover, catalogue, notes sheet, report of the four-property test. */
export type Paper = { readonly code: string; readonly title: string; readonly file: Kept }

/** The package of which this one is a supplement. */
export type Former = { readonly part: number; readonly archiveNumber: string; readonly bag: string }

/**
 * What was sealed: its digest stands in the event `dossier-sealed`, so that whoever has the receipt of that event can tell every file
 * that was changed, left out or put in, whatever the manifests of the package say.
 */
export type Inventory = {
  readonly v: 1
  readonly dossier: string
  readonly part: number
  readonly archiveNumber: string
  readonly retention: { readonly value: Retention; readonly reason?: string }
  readonly arrangement: Arrangement
  readonly agency: { readonly name: string; readonly uscc: string }
  readonly case: {
    readonly id: string
    readonly name: string
    readonly number?: string
    readonly procedure: string
    readonly openedOn: PlainDate
    readonly closedOn?: PlainDate
    readonly result: string
    /** The main case, where this one has gone over into it. */
    readonly mergedInto?: { readonly id: string; readonly title: string }
  }
  readonly parties: readonly string[]
  readonly handlers: readonly Named[]
  readonly keeper: Named
  readonly archivist: Named
  readonly handedOverOn: PlainDate
  readonly sealedOn: PlainDate
  readonly notes: string
  /** Events 1 to here were there when it was sealed; the sealing is the next. */
  readonly events: number
  readonly papers: readonly Paper[]
  /** The four-property test as it was passed. */
  readonly test: readonly PropertyResult[]
  readonly items: readonly InventoryItem[]
  readonly former?: Former
  readonly reason?: string
}

/** The inventory before it was tested and its papers were made. */
export type DraftedInventory = Omit<Inventory, 'papers' | 'test'>

/** The bytes whose digest is sealed. */
export const inventoryText = (inventory: Inventory): string => canonicalJson(inventory)

/** An item with its place in the package. */
export function inventoryItem(
  { file, seq: _seq, ...item }: ListedItem,
  retention?: InventoryItem['retention'],
): InventoryItem {
  return {
    ...item,
    ...(retention && { retention }),
    ...(file && { file: { ...file, path: itemPath(item.kind, item.no, file.mediaType) } }),
  }
}

/** Every file that the inventory answers for. */
export function keptFiles({ papers, items }: Inventory): readonly Kept[] {
  return [...papers.map(({ file }) => file), ...items.flatMap(({ file }) => (file ? [file] : []))]
}
