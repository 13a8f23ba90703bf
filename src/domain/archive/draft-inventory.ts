import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseState } from '../case/state.ts'
import type { DocumentData } from '../document/merge-data.ts'
import type { Arrangement, ListedItem } from './catalogue.ts'
import { type DraftedInventory, type Former, type Inventory, inventoryItem, type Named } from './inventory.ts'
import { missingRecordings } from './missing-recordings.ts'
import type { Retention } from './retention.ts'

export type ItemRetention = { readonly id: string; readonly value: Retention; readonly reason: string }

export type InventoryDraft = {
  readonly state: CaseState
  /** The cover as it is filled from the case. */
  readonly cover: DocumentData
  readonly procedure: string
  readonly items: readonly ListedItem[]
  readonly dossier: {
    readonly id: string
    readonly arrangement: Arrangement
    readonly retention: Retention
    readonly retentionReason: string | null
    readonly itemRetentions: readonly ItemRetention[]
    readonly notes: string
    readonly handedOverOn: PlainDate
  }
  readonly part: number
  readonly archiveNumber: string
  readonly keeper: Named
  readonly archivist: Named
  readonly sealedOn: PlainDate
  readonly former?: Former
  readonly reason?: string
}

/** What would be sealed, but for the papers of the dossier itself. */
export function draftInventory(draft: InventoryDraft): DraftedInventory {
  const { state, cover, dossier, items, former, reason } = draft
  return {
    v: 1,
    dossier: dossier.id,
    part: draft.part,
    archiveNumber: draft.archiveNumber,
    retention: { value: dossier.retention, ...(dossier.retentionReason && { reason: dossier.retentionReason }) },
    arrangement: dossier.arrangement,
    agency: { name: cover.agency.name, uscc: cover.agency.uscc },
    case: caseOf(draft),
    parties: state.parties.map(({ name }) => name),
    handlers: state.handlers.map((id, index) => ({ id, name: cover.officers[index]?.name ?? '' })),
    keeper: draft.keeper,
    archivist: draft.archivist,
    handedOverOn: dossier.handedOverOn,
    sealedOn: draft.sealedOn,
    notes: [dossier.notes, ...missingRecordings(state)].filter((line) => line !== '').join('\n'),
    events: state.seq,
    items: items.map((item) => inventoryItem(item, retentionFor(item.id, dossier.itemRetentions))),
    ...(former && { former }),
    ...(reason !== undefined && { reason }),
  }
}

function caseOf({ state, cover, procedure }: InventoryDraft): Inventory['case'] {
  const { openedOn, closedOn } = cover.case
  const { mergedInto } = state
  return {
    id: state.id,
    name: state.name,
    procedure,
    openedOn: openedOn ?? state.openedOn,
    result: cover.dossier?.result ?? '',
    ...(state.number && { number: state.number }),
    ...(closedOn && { closedOn }),
    ...(mergedInto && { mergedInto: { id: mergedInto.id, title: mergedInto.title } }),
  }
}

function retentionFor(id: string, overrides: readonly ItemRetention[]): Omit<ItemRetention, 'id'> | undefined {
  const found = overrides.find((item) => item.id === id)
  return found && { value: found.value, reason: found.reason }
}
