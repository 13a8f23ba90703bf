import { ADDRESS_RULES, countyOf, ELSEWHERE } from './address-rules.ts'
import { nameMarks } from './name-mark.ts'
import { normalText, sourceOf } from './normal-text.ts'
import { ALREADY_MASKED, maskIdNumber, maskPhone, NUMBER_RULES } from './number-rules.ts'
import { keep, type RedactionKind, type Rule } from './redaction-rule.ts'
import { settle } from './settle-parts.ts'

export type RedactionContext = {
  /** Natural persons by their full names, of two characters or more; the order decides 甲 and 乙. */
  readonly people: readonly string[]
  /** Of those, who is hidden wholly, the surname too: minors, victims, informers, witnesses. */
  readonly hidden?: readonly string[]
  /** Where those people live; hidden even where no rule would know an address. */
  readonly homes?: readonly string[]
  /** Their numbers as the register has them; hidden however they are broken up. */
  readonly idNumbers?: readonly string[]
  readonly phones?: readonly string[]
  /** What somebody marked by hand. */
  readonly byHand?: readonly string[]
  /** What stays to the letter: companies, agencies, business codes, places of business. */
  readonly protect?: readonly string[]
  /** For facts that are public as they stand: a place named in them is not a home. */
  readonly keepsPlaces?: boolean
}

/** One replacement; `start` and `end` are places in the text that was given, in UTF-16 units. */
export type Replacement = {
  readonly start: number
  readonly end: number
  readonly kind: RedactionKind
  readonly original: string
  readonly shown: string
}
export type Redaction = { readonly text: string; readonly replacements: readonly Replacement[] }

/** Separators that a number or name may be broken up with. */
const JUNK = '[\\s·•・_.\\-－—]{0,12}'
const HIDDEN_BY_HAND = '***'
/** Titles of laws, document numbers and articles are no addresses and no names. */
const CITATIONS =
  /《[^》\n]{1,80}》|[〔[（(][12][0-9]{3}[〕\])）](?:第)?[0-9]+号|第[一二三四五六七八九十百零〇0-9]+[条款项]/gu

/** A text as the public may read it. Amounts, dates, laws, document numbers, companies and agencies stay. */
export function redactText(text: string, context: RedactionContext): string {
  return redact(text, context).text
}

/** The same with each replacement. What is hidden once stays as it is when redacted again. */
export function redact(source: string, context: RedactionContext): Redaction {
  const normal = normalText(source)
  const replacements: Replacement[] = []
  let text = ''
  for (const { from, to, shown } of settle(normal.text, rulesOf(context))) {
    text += shown?.text ?? sourceOf(normal, from, to)
    if (!shown) continue
    const [start, end] = [normal.at[from] ?? 0, normal.at[to] ?? source.length]
    replacements.push({ start, end, kind: shown.kind, original: source.slice(start, end), shown: shown.text })
  }
  return { text, replacements }
}

function rulesOf(context: RedactionContext): readonly Rule[] {
  const { people, hidden = [], homes = [], protect = [], byHand = [], keepsPlaces = false } = context
  const marks = nameMarks([...people, ...hidden], hidden)
  const secret = (texts: readonly string[], kind: RedactionKind, replace: (match: string) => string): Rule[] =>
    literal(texts, JUNK).map((pattern) => ({ kind, pattern, replace }))
  return [
    ...secret(byHand, 'by-hand', () => HIDDEN_BY_HAND),
    ...literal(protect, '').map(keep),
    ...literal([...marks.values(), ELSEWHERE], '').map(keep),
    keep(ALREADY_MASKED),
    ...secret(homes, 'address', (home) => `${countyOf(home) ?? ''}${ELSEWHERE}`),
    ...secret(context.idNumbers ?? [], 'id-number', maskIdNumber),
    ...secret(context.phones ?? [], 'phone', maskPhone),
    ...nameRules(marks, new Set(hidden.map(bare))),
    ...NUMBER_RULES,
    keep(CITATIONS),
    ...(keepsPlaces ? [] : ADDRESS_RULES),
  ]
}

function nameRules(marks: ReadonlyMap<string, string>, hidden: ReadonlySet<string>): readonly Rule[] {
  const byLetters = new Map([...marks].map(([name, mark]) => [bare(name), mark]))
  const replace = (match: string) => byLetters.get(bare(match)) ?? '某某'
  const isHidden = (name: string) => hidden.has(bare(name))
  // Longest first over both kinds, so that 王明 does not eat into 王明远.
  const names = [...marks.keys()].toSorted((a, b) => b.length - a.length)
  return names.flatMap((name) =>
    literal([name], JUNK).map((pattern) => ({ kind: isHidden(name) ? 'hidden-person' : 'name', pattern, replace })),
  )
}

/** One pattern for all, the longest first. */
function literal(strings: readonly string[], between: string): readonly RegExp[] {
  const read = strings.map((text) => normalText(text).text.trim())
  const given = [...new Set(read)].filter((text) => [...bare(text)].length > 1)
  if (given.length === 0) return []
  const sorted = given.toSorted((a, b) => b.length - a.length)
  const one = (text: string) => [...(between === '' ? text : bare(text))].map(escapeCharacter).join(between)
  return [new RegExp(sorted.map(one).join('|'), 'gu')]
}

function escapeCharacter(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character
}

function bare(text: string): string {
  return text.replaceAll(/[\s·•・_.\-－—]/gu, '')
}
