import type { CaseEvent } from '../case/event.ts'
import type { CaseState } from '../case/state.ts'
import type { ItemKind } from './dossier-item.ts'
import type { DraftedInventory, InventoryItem } from './inventory.ts'
import { signatureContradictions } from './signature-contradictions.ts'

/** Where the inventory says something else than the record; each as a sentence. */
export function recordContradictions(inventory: DraftedInventory, state: CaseState): readonly string[] {
  const { case: facts } = inventory
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['案件名称', facts.name, state.name],
    ['案件文号', facts.number, state.number],
    ['案件编号', facts.id, state.id],
    ['并入的案件', facts.mergedInto?.id, state.mergedInto?.id],
    ['当事人', inventory.parties.join('、'), state.parties.map(({ name }) => name).join('、')],
  ]
  const differing = pairs.filter(([, said, is]) => said !== is).map(([what]) => `${what}与过程记录不一致`)
  return [
    ...differing,
    ...inventory.items.flatMap((item) => itemContradiction(item, state)),
    ...signatureContradictions(inventory, state),
  ]
}

function itemContradiction(item: InventoryItem, state: CaseState): readonly string[] {
  const { kind, title } = item
  const held = AS_RECORDED[kind]
  return !held || held.isSo(item, state) ? [] : [`“${title}”与过程记录里${held.how}的不一致`]
}

type AsRecorded = { readonly how: string; isSo(item: InventoryItem, state: CaseState): boolean }

/** Kinds of items of which an event says what they are. */
const AS_RECORDED: { readonly [Kind in ItemKind]?: AsRecorded } = {
  document: {
    how: '签发',
    isSo: ({ id, number }, state) => state.documents.some((doc) => doc.id === id && doc.number === number),
  },
  evidence: {
    how: '添加',
    isSo: ({ id, file }, state) => state.evidence.some((each) => each.id === id && each.sha256 === file?.sha256),
  },
  attachment: {
    how: '随审批提交',
    isSo: ({ id, file }, { attachments = [] }) =>
      attachments.some((each) => each.id === id && each.sha256 === file?.sha256),
  },
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
