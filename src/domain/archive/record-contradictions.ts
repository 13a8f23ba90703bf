import type { CaseEvent } from '../case/event.ts'
import type { CaseState } from '../case/state.ts'
import type { DraftedInventory, InventoryItem } from './inventory.ts'

/** Where the inventory says something else than the record; each as a sentence. */
export function recordContradictions(inventory: DraftedInventory, state: CaseState): readonly string[] {
  const { case: facts } = inventory
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['案件名称', facts.name, state.name],
    ['案件文号', facts.number, state.number],
    ['案件编号', facts.id, state.id],
    ['当事人', inventory.parties.join('、'), state.parties.map(({ name }) => name).join('、')],
  ]
  const differing = pairs.filter(([, said, is]) => said !== is).map(([what]) => `${what}与过程记录不一致`)
  return [...differing, ...inventory.items.flatMap((item) => itemContradiction(item, state))]
}

function itemContradiction(item: InventoryItem, state: CaseState): readonly string[] {
  const { id, kind, title, number, file } = item
  if (kind === 'document') {
    const doc = state.documents.find((each) => each.id === id)
    return doc && doc.number === number ? [] : [`《${title}》与过程记录里签发的不一致`]
  }
  if (kind !== 'evidence') return []
  const evidence = state.evidence.find((each) => each.id === id)
  return evidence && evidence.sha256 === file?.sha256 ? [] : [`“${title}”与过程记录里添加的不一致`]
}

/** The event that sealed exactly this inventory, as the last of the history; undefined when there is none. */
export function findSealing(
  inventory: DraftedInventory,
  events: readonly CaseEvent[],
  sha256: string,
): CaseEvent | undefined {
  const last = events.at(-1)
  const isOurs =
    last?.type === 'dossier-sealed' &&
    last.inventory === sha256 &&
    last.seq === inventory.events + 1 &&
    last.part === inventory.part &&
    last.archiveNumber === inventory.archiveNumber
  return isOurs ? last : undefined
}
