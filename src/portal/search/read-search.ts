import { isSanctionKind, type SanctionKind } from '#domain/disclosure/sanction-kinds.ts'
import { agencyLexeme, kindLexeme, runsOf, wantedLexemes, yearLexeme } from '#domain/disclosure/search-lexemes.ts'
import { cutWords } from '#server/db/chinese-words.ts'

const LONGEST = 60
const MOST_TERMS = 6
const LONGEST_NAME = 100
// Control, zero-width and direction marks: they find nothing and turn the page's text around.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
const TERMS = /[“"]([^“”"]+)[”"]|[^\s，、；“”"]+/gu

export type Filters = {
  readonly agency: string | undefined
  readonly year: number | undefined
  readonly kind: SanctionKind | undefined
}
/** What somebody asked for, made safe to look for. */
export type Search = {
  /** Shown in the box again. */
  readonly text: string
  readonly terms: readonly string[]
  /** Terms in quotes: the characters must stand next to each other in the text. */
  readonly phrases: readonly string[]
  readonly filters: Filters
  /** All of these must stand in what is found; empty when nothing was asked. */
  readonly lexemes: readonly string[]
  /** What was left out, as a sentence. */
  readonly note: string | undefined
}

/** A name or number to look up: at most 40 characters, nothing unseen. */
export function readName(text: string): string {
  return [...clean(text, 20_000)].slice(0, 40).join('').trim()
}

/** At most 60 characters and 6 terms; a filter that none of our links writes is left out. */
export function readSearch(query: Readonly<Record<string, string>>): Search {
  const seen = [...clean(query.q ?? '', 20_000)]
  const text = seen.slice(0, LONGEST).join('').trim()
  const given = [...text.matchAll(TERMS)].map(([term, phrase]) => ({
    term: phrase ?? term,
    isPhrase: phrase !== undefined,
  }))
  const useful = given.filter(({ term }) => runsOf(term).length > 0)
  const taken = useful.slice(0, MOST_TERMS)
  const filters = readFilters(query)
  return {
    text,
    terms: [...new Set(taken.map(({ term }) => term.trim()))],
    phrases: taken.filter(({ isPhrase }) => isPhrase).map(({ term }) => term.trim().toLowerCase()),
    filters,
    lexemes: [...new Set(taken.flatMap(({ term }) => wantedLexemes(term, cutWords))), ...filterLexemes(filters)],
    note: noteOf(seen.length, useful.length),
  }
}

function clean(text: string, longest: number): string {
  return text.slice(0, longest).replaceAll(UNSEEN, ' ').trim()
}

function readFilters({ agency = '', year = '', kind = '' }: Readonly<Record<string, string>>): Filters {
  const name = clean(agency, LONGEST_NAME)
  return {
    agency: name === '' ? undefined : name,
    year: /^(?:19|20)\d{2}$/.test(year) ? Number(year) : undefined,
    kind: isSanctionKind(kind) ? kind : undefined,
  }
}

function filterLexemes({ agency, year, kind }: Filters): readonly string[] {
  return [
    ...(agency === undefined ? [] : [agencyLexeme(agency)]),
    ...(year === undefined ? [] : [yearLexeme(year)]),
    ...(kind === undefined ? [] : [kindLexeme(kind)]),
  ]
}

function noteOf(length: number, terms: number): string | undefined {
  if (length > LONGEST) return `要查的内容太长，只按前 ${LONGEST} 个字查找。`
  return terms > MOST_TERMS ? `一次最多查 ${MOST_TERMS} 个词，多出的没有用上。` : undefined
}

type Addressed = {
  readonly text: string
  readonly filters: Readonly<Record<keyof Filters, string | number | undefined>>
}

/** The address of a search; empty parts are left out, so that the same search has one address. */
export function searchPath({ text, filters }: Addressed, after?: string): string {
  const pairs: readonly (readonly [string, string | number | undefined])[] = [
    ['q', text],
    ['agency', filters.agency],
    ['year', filters.year],
    ['kind', filters.kind],
    ['after', after],
  ]
  const given = pairs.filter(([, value]) => value !== undefined && value !== '')
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return query === '' ? '/search' : `/search?${query}`
}
