export type PaletteEntry = { readonly key: string; readonly title: string; readonly note: string } & (
  | { readonly does: 'go'; readonly href: string }
  | { readonly does: 'shortcuts' }
)

/** Entries whose title contains every word that was typed. */
export function matching(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
}
