import type { CaseState } from '../case/state.ts'
import type { DraftedInventory, InventoryItem } from './inventory.ts'

/** A signature on a screen binds the digest of the file that was shown; one that was given for another file than the one in the dossier is told. */
export function signatureContradictions({ items }: DraftedInventory, state: CaseState): readonly string[] {
  return items.filter(({ kind }) => kind === 'document').flatMap((paper) => forOtherFiles(paper, state))
}

function forOtherFiles({ id, title, file }: InventoryItem, state: CaseState): readonly string[] {
  const given = [...(state.signatures ?? []), ...(state.unsigned ?? [])].filter(({ document }) => document === id)
  const astray = given.filter(({ sha256 }) => file && sha256 !== file.sha256)
  return astray.map(({ name }) => `${name}在《${title}》上的签名是对另一个文件作的`)
}
