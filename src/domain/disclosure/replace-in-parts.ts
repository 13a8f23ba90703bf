/** A stretch of text; what is settled is not looked at again. */
export type Part = { readonly text: string; readonly isSettled: boolean }

export type Rule = { readonly pattern: RegExp; readonly replace: (match: string) => string }

/** Applies one rule to all that is not settled yet; what it matches is settled. The pattern needs the flag `g`. */
export function replaceInParts(parts: readonly Part[], { pattern, replace }: Rule): readonly Part[] {
  return parts.flatMap((part) => (part.isSettled ? [part] : split(part.text, pattern, replace)))
}

function split(text: string, pattern: RegExp, replace: (match: string) => string): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isSettled: false })
    parts.push({ text: replace(match[0]), isSettled: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), isSettled: false })
  return parts
}
