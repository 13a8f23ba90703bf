import type { RedactionKind, Rule } from './redaction-rule.ts'

/** A stretch of a text; what is settled is not looked at again. `shown` is absent where the text stays as it is. */
export type Part = {
  readonly from: number
  readonly to: number
  readonly isSettled: boolean
  readonly shown?: { readonly text: string; readonly kind: RedactionKind }
}

// Each round hides what only became visible by settling its neighbour; a text that is not at rest by then has none left.
const ROUNDS = 6

/** Applies the rules in their order, each to all that is not settled yet, again until nothing changes. */
export function settle(text: string, rules: readonly Rule[]): readonly Part[] {
  let parts: readonly Part[] = [{ from: 0, to: text.length, isSettled: false }]
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = parts.length
    for (const rule of rules) parts = parts.flatMap((part) => (part.isSettled ? [part] : split(text, part, rule)))
    if (parts.length === before) break
  }
  return parts
}

function split(text: string, { from, to }: Part, rule: Rule): readonly Part[] {
  const parts: Part[] = []
  let rest = from
  for (const match of text.slice(from, to).matchAll(rule.pattern)) {
    const start = from + match.index
    if (start > rest) parts.push({ from: rest, to: start, isSettled: false })
    if (match[0] !== '') parts.push(settled(start, match[0], rule))
    rest = start + match[0].length
  }
  if (rest < to) parts.push({ from: rest, to, isSettled: false })
  return parts
}

function settled(from: number, match: string, { kind, replace }: Rule): Part {
  const shown = replace(match)
  const part = { from, to: from + match.length, isSettled: true }
  return kind === 'kept' || shown === match ? part : { ...part, shown: { text: shown, kind } }
}
