import type { CaseState } from '../case/state.ts'
import { canonicalJson } from '../record-log/canonical-json.ts'
import { recipeIn, type SigningRecipe } from '../signing/signing-recipe.ts'

/** Of what the signed copy of a paper was made: the sealed file, and the signatures and refusals that stand in events. */
export type SignedCopy = {
  readonly document: string
  /** SHA-256 of the sealed paper. */
  readonly parent: string
  readonly recipe: SigningRecipe
}

/** The copy that bears every signature of the paper; undefined while it has not been drawn. */
export function copyOf<T extends SignedCopy>(state: CaseState, document: string, drawn: readonly T[]): T | undefined {
  const recipe = recipeIn(state, document)
  return recipe && drawn.find((copy) => copy.document === document && isSame(copy.recipe, recipe))
}

export const isSame = (one: SigningRecipe, other: SigningRecipe): boolean => canonicalJson(one) === canonicalJson(other)
