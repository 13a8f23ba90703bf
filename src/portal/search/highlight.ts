import { pairs, runsOf } from '#domain/disclosure/search-lexemes.ts'
import { type Content, html } from '../html.ts'

const BEFORE = 24
const LENGTH = 90

/** What to mark: each term, and where the whole term does not stand, its parts. */
export function marksOf(terms: readonly string[], text: string): readonly string[] {
  const plain = text.toLowerCase()
  const whole = terms.map((term) => term.toLowerCase())
  return whole.flatMap((term) => (plain.includes(term) ? [term] : partsOf(term).filter((part) => plain.includes(part))))
}

function partsOf(term: string): readonly string[] {
  return runsOf(term).flatMap((run) => (run.length > 2 ? [run, ...pairs([...run])] : [run]))
}

/** The text with every mark in `<mark>`; overlapping ones become one. */
export function highlight(text: string, terms: readonly string[]): Content {
  const spans = spansOf(text, marksOf(terms, text))
  const parts: Content[] = []
  let at = 0
  for (const [from, to] of spans) {
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`)
    at = to
  }
  return [...parts, text.slice(at)]
}

type Span = readonly [from: number, to: number]

function spansOf(text: string, marks: readonly string[]): readonly Span[] {
  const plain = text.toLowerCase()
  // A few letters change their length in lower case; then nothing is marked rather than the wrong place.
  if (plain.length !== text.length) return []
  const all = marks.flatMap((mark) => placesOf(plain, mark)).toSorted((a, b) => a[0] - b[0])
  const joined: Span[] = []
  for (const [from, to] of all) {
    const last = joined.at(-1)
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  return joined
}

function placesOf(plain: string, mark: string): readonly Span[] {
  const places: Span[] = []
  for (let at = plain.indexOf(mark); at >= 0; at = plain.indexOf(mark, at + mark.length))
    places.push([at, at + mark.length])
  return places
}

/** The part of a long text around the first mark; undefined when nothing in it is marked. */
export function excerpt(content: string, terms: readonly string[]): string | undefined {
  const line = content.split('\n').find((text) => marksOf(terms, text).length > 0)
  if (line === undefined) return undefined
  const [first] = spansOf(line, marksOf(terms, line))
  const from = Math.max(0, (first?.[0] ?? 0) - BEFORE)
  const characters = line.slice(from, from + LENGTH).replace(/^\p{Surrogate}|\p{Surrogate}$/u, '')
  return `${from > 0 ? '…' : ''}${characters}${from + LENGTH < line.length ? '…' : ''}`
}
