import type { CaseState } from '../case/state.ts'

type Drawn = readonly { readonly id: string; readonly strokes: string | null }[]

/** From what a signed copy was made: the same recipe of the same parent gives the same bytes on the same templates. */
export type SigningRecipe = { readonly kind: 'signed'; readonly signatures: Drawn; readonly refusals: Drawn }

/** The recipe that the record gives for a paper today; undefined for one that nobody signed on a screen. */
export function recipeIn(state: CaseState, document: string): SigningRecipe | undefined {
  const of = <T extends { readonly document: string }>(all: readonly T[] = []) =>
    all.filter((one) => one.document === document)
  const signatures = of(state.signatures).map(({ id, strokes = null }) => ({ id, strokes }))
  const refusals = of(state.unsigned).map(({ id, witness }) => ({ id, strokes: witness?.strokes ?? null }))
  return signatures.length + refusals.length === 0 ? undefined : { kind: 'signed', signatures, refusals }
}
