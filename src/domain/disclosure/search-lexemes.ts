/** Runs of Chinese characters, and runs of other letters and digits; everything else parts them. */
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu
const HAN = /^\p{Script=Han}/u
const LONGEST_TEXT = 8000
const LONGEST_RUN = 60
/** Longer runs of digits and letters are also found by any part of them. */
const GRAM = 4

export type Cut = (text: string) => readonly string[]

export function runsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(RUNS) ?? []
}

/** All lexemes under which a text is found: single characters, pairs, words, codes and parts of codes. */
export function lexemesOf(text: string, cutEveryWord: Cut): ReadonlySet<string> {
  const lexemes = new Set<string>()
  for (const run of runsOf(text.slice(0, LONGEST_TEXT))) {
    const found = HAN.test(run) ? hanLexemes(run, cutEveryWord) : codeLexemes(run)
    for (const lexeme of found) lexemes.add(lexeme)
  }
  return lexemes
}

function hanLexemes(run: string, cutEveryWord: Cut): readonly string[] {
  const characters = [...run]
  return [...characters, ...pairs(characters), ...cutEveryWord(run).filter((word) => word.length > 2)]
}

function codeLexemes(run: string): readonly string[] {
  const characters = [...run].slice(0, LONGEST_RUN)
  return characters.length > GRAM ? [characters.join(''), ...grams(characters)] : [characters.join('')]
}

/** Lexemes that a text must all have to hold what is asked for; empty when nothing in it can be looked for. */
export function wantedLexemes(text: string, cutWords: Cut): readonly string[] {
  return [...new Set(runsOf(text).flatMap((run) => (HAN.test(run) ? wantedHan(run, cutWords) : wantedCode(run))))]
}

/** Words of the dictionary are asked for whole; characters between them with their neighbours. */
function wantedHan(run: string, cutWords: Cut): readonly string[] {
  const characters = [...run]
  if (characters.length <= 2) return [run]
  let at = 0
  return cutWords(run).flatMap((word) => {
    const length = [...word].length
    at += length
    return length > 1 ? [word] : pairs(characters.slice(Math.max(0, at - 2), at + 1))
  })
}

function wantedCode(run: string): readonly string[] {
  const characters = [...run].slice(0, LONGEST_RUN)
  return characters.length > GRAM ? grams(characters) : [characters.join('')]
}

/** Every pair of neighbours. */
export function pairs(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function grams(characters: readonly string[]): readonly string[] {
  const last = characters.length - GRAM
  return Array.from({ length: last + 1 }, (_, at) => `#${characters.slice(at, at + GRAM).join('')}`)
}

/** Lexemes of facets and places in time; no text can hold them, since no run holds an @. */
export const agencyLexeme = (name: string): string => `@a:${name}`
export const yearLexeme = (year: number): string => `@y:${year}`
export const kindLexeme = (kind: string): string => `@k:${kind}`
export const partyLexeme = (code: string): string => `@p:${code}`

/** The text of a tsquery that asks for all of the lexemes. */
export function allOf(lexemes: readonly string[]): string {
  return lexemes.map(quoted).join(' & ')
}

export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
