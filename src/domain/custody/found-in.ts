import type { StoreRow } from './store-rows.ts'

type OfCase = { readonly name: string; readonly number?: string | undefined; readonly party: string }

/** Whether every word that is looked for stands in the thing itself, or in the case to which it belongs. */
export function isFoundIn(
  words: readonly string[],
  { name, spec, seal, shelf }: Pick<StoreRow, 'name' | 'spec' | 'seal' | 'shelf'>,
  of: OfCase,
): boolean {
  const text = [name, spec, seal, shelf, of.name, of.number ?? '', of.party].join(' ').toLowerCase()
  return words.every((word) => text.includes(word.toLowerCase()))
}
