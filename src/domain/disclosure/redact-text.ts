import { ADDRESS_RULES, countyOf, ELSEWHERE } from './address-rules.ts'
import { nameMarks } from './name-mark.ts'
import { NUMBER_RULES } from './number-rules.ts'
import { type Part, type Rule, replaceInParts } from './replace-in-parts.ts'

export type RedactionContext = {
  /** Natural persons by their full names, of two characters or more; the order decides 甲 and 乙. */
  readonly people: readonly string[]
  /** Where those people live; hidden even where no rule would know an address. */
  readonly homes?: readonly string[]
  /** What stays to the letter: companies, agencies, business codes, places of business. */
  readonly protect?: readonly string[]
  /** For facts that are public as they stand: a place named in them is not a home. */
  readonly keepsPlaces?: boolean
}

// Zero-width and direction marks break a name in two without being seen.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
const JUNK = '[\\s·•・]*'
/** Titles of laws, document numbers and dates are no addresses. */
const CITATIONS =
  /《[^》\n]{1,80}》|[〔[（(][12][0-9]{3}[〕\])）](?:第)?[0-9]+号|第[一二三四五六七八九十百零〇0-9]+[条款项]/gu

/** A text as the public may read it. Amounts, dates, laws, document numbers, companies and agencies stay. */
export function redactText(text: string, context: RedactionContext): string {
  const rules = rulesOf(context)
  const parts = rules.reduce<readonly Part[]>(replaceInParts, [{ text: clean(text), isSettled: false }])
  return parts.map((part) => part.text).join('')
}

function rulesOf({ people, homes = [], protect = [], keepsPlaces = false }: RedactionContext): readonly Rule[] {
  const marks = nameMarks(people)
  const kept = literal(protect.map(clean), '')
  const names = literal([...marks.keys()], JUNK)
  const byLetters = new Map([...marks].map(([name, mark]) => [bare(name), mark]))
  return [
    ...kept.map((pattern) => ({ pattern, replace: (match: string) => match })),
    ...literal(homes.map(clean), '').map((pattern) => ({ pattern, replace: hideHome })),
    ...names.map((pattern) => ({ pattern, replace: (match: string) => byLetters.get(bare(match)) ?? '某某' })),
    ...NUMBER_RULES,
    { pattern: CITATIONS, replace: (match: string) => match },
    ...(keepsPlaces ? [] : ADDRESS_RULES),
  ]
}

/** One pattern for all, the longest first, so that 王明 does not eat into 王明远. */
function literal(strings: readonly string[], between: string): readonly RegExp[] {
  const given = strings.map((text) => text.trim()).filter((text) => [...text].length > 1)
  if (given.length === 0) return []
  const sorted = given.toSorted((a, b) => b.length - a.length)
  const one = (text: string) => [...(between === '' ? text : bare(text))].map(escapeCharacter).join(between)
  return [new RegExp(sorted.map(one).join('|'), 'gu')]
}

function escapeCharacter(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character
}

function hideHome(home: string): string {
  return `${countyOf(home) ?? ''}${ELSEWHERE}`
}

function bare(text: string): string {
  return text.replaceAll(/[\s·•・]/gu, '')
}

/** Full-width digits and letters become half-width, one for one; what cannot be seen is left out. */
function clean(text: string): string {
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ＠]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
}
