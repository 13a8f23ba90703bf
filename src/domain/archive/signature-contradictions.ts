import type { CaseState } from '../case/state.ts'
import { recipeIn } from '../signing/signing-recipe.ts'
import type { DraftedInventory, InventoryItem } from './inventory.ts'
import { isSame } from './signed-copy.ts'

/**
 * A signed copy has no leaf of its own: it stands by the paper from which it was drawn and by the signatures in the events. A signature
 * that was given for another file than the one in the dossier is told as well.
 */
export function signatureContradictions({ items }: DraftedInventory, state: CaseState): readonly string[] {
  const papers = items.filter(({ kind }) => kind === 'document')
  const copies = items.filter(({ kind }) => kind === 'signed-copy')
  return [
    ...papers.flatMap((paper) => forOtherFiles(paper, state)),
    ...copies.flatMap((copy) => copyContradiction(copy, papers, state)),
  ]
}

function forOtherFiles({ id, title, file }: InventoryItem, state: CaseState): readonly string[] {
  const given = [...(state.signatures ?? []), ...(state.unsigned ?? [])].filter(({ document }) => document === id)
  const astray = given.filter(({ sha256 }) => file && sha256 !== file.sha256)
  return astray.map(({ name }) => `${name}在《${title}》上的签名是对另一个文件作的`)
}

function copyContradiction(
  { title, copy }: InventoryItem,
  papers: readonly InventoryItem[],
  state: CaseState,
): readonly string[] {
  const paper = papers.find(({ id }) => id === copy?.document)
  if (!copy || !paper?.file || paper.file.sha256 !== copy.parent) return [`《${title}》的原件不是卷内的那一份`]
  const recipe = recipeIn(state, copy.document)
  return recipe && isSame(recipe, copy.recipe) ? [] : [`《${title}》上的签名与过程记录里的不一致`]
}
