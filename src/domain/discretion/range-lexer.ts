import { NUMERAL_CHARACTERS, parseNumeral } from './numeral.ts'
import type { MeasureKind } from './penalty-range.ts'
import { BOUND_PREFIXES, BOUND_SUFFIXES, joinOf, KIND_WORDS, OPERATOR, PLAIN_WORDS } from './range-lexicon.ts'
import type { DurationUnit, Quantity, Token } from './range-token.ts'

const NUMERAL = new RegExp(`(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}])+`, 'y')
const FRACTION = /(百分之|千分之|万分之)/y
const UNIT = /(?:人民币)?(元整|元|圆)|(倍)|([%％])|(‰)|(个月|月)|(日|天)|(年)|(小时)/y
const BEFORE_RANGE = /(?:及?以上|及?以下|以内|至|到|[-~－—～–])/y
const NOTE = /（[^（）]{0,200}）|\([^()]{0,200}\)/y
const LIST = /[和及]|以及/y
const DASH = /[-~－—～–]{1,2}|至(?!多|少|今)|到(?!期|达|位|处)/y
const SINGLE: Readonly<Record<string, 'stop' | 'comma' | 'bar' | 'list' | 'de'>> = {
  '；': 'stop',
  ';': 'stop',
  '。': 'stop',
  '：': 'stop',
  ':': 'stop',
  '\n': 'stop',
  '，': 'comma',
  ',': 'comma',
  '|': 'bar',
  '｜': 'bar',
  '、': 'list',
  的: 'de',
}

const FRACTIONS: Readonly<Record<string, number>> = { 百分之: 100, 千分之: 10, 万分之: 1 }
const WORDS = [...Object.keys(BOUND_PREFIXES), ...Object.keys(BOUND_SUFFIXES), ...Object.keys(KIND_WORDS)]
const WORD = new RegExp(
  `(?:${WORDS.sort((a, b) => b.length - a.length).join('|')}|或者|或|罚款|行政拘留|拘留|按照|按|依照|以|对|由)`,
  'y',
)

type Reader = (text: string, at: number) => Token | undefined

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** Full-width digits and signs become half-width; every character keeps its place, so positions stay true. */
export function normalizeRangeText(text: string): string {
  return text
    .replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\t\r\u00a0\u3000\u200b\ufeff]/g, ' ')
}

/** Splits the text of a 处罚幅度 into tokens; what is no known word is text. Never fails. */
export function tokenizeRange(source: string): readonly Token[] {
  const text = normalizeRangeText(source)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = readToken(text, at)
    if (token === undefined) {
      appendText(tokens, text, at)
      at += 1
    } else {
      if (token.type !== 'text' || token.text.trim() !== '') tokens.push(token)
      at = token.end
    }
  }
  return tokens
}

function appendText(tokens: Token[], text: string, at: number): void {
  const last = tokens.at(-1)
  if (text[at] === ' ') return
  if (last?.type === 'text' && last.end === at) {
    tokens[tokens.length - 1] = { ...last, end: at + 1, text: last.text + text[at] }
  } else tokens.push({ type: 'text', start: at, end: at + 1, text: text[at] ?? '' })
}

const readers: readonly Reader[] = [
  readNote,
  readFraction,
  readEquivalent,
  readNumber,
  readPlain,
  readOperator,
  readMark,
  readWord,
]

function readToken(text: string, at: number): Token | undefined {
  for (const read of readers) {
    const token = read(text, at)
    if (token !== undefined) return token
  }
  return undefined
}

function readNote(text: string, at: number): Token | undefined {
  const found = matchAt(NOTE, text, at)
  return found && { type: 'note', start: at, end: at + found[0].length, text: found[0] }
}

function readFraction(text: string, at: number): Token | undefined {
  const fraction = matchAt(FRACTION, text, at)
  if (fraction === undefined) return undefined
  const numeral = matchAt(NUMERAL, text, at + fraction[0].length)
  const value = numeral && parseNumeral(numeral[0])
  if (numeral === undefined || value === undefined) return undefined
  const end = at + fraction[0].length + numeral[0].length
  return quantity({ start: at, end }, 'bp', value, FRACTIONS[fraction[0]] ?? 1, numeral[0])
}

function readEquivalent(text: string, at: number): Token | undefined {
  return text.startsWith('等值', at) ? quantity({ start: at, end: at + 2 }, 'bp', 1, 10_000, '一') : undefined
}

function quantity(
  span: { start: number; end: number },
  unit: Quantity['unit'],
  value: number,
  factor: number,
  written: string,
): Quantity {
  const scale = /[万萬]$/.test(written) ? 1e4 : 1
  const isPlain = /^\d{1,3}(?:\.\d+)?$|^[一二两三四五六七八九十]$/.test(written)
  return { type: 'quantity', ...span, unit, value: Math.round(value * factor), factor, scale, isPlain }
}

const UNITS: readonly (readonly [Exclude<Quantity['unit'], undefined>, number])[] = [
  ['fen', 100],
  ['bp', 10_000],
  ['bp', 100],
  ['bp', 10],
  ['month', 1],
  ['day', 1],
  ['year', 1],
  ['hour', 1],
]

function readNumber(text: string, at: number): Token | undefined {
  const numeral = matchAt(NUMERAL, text, at)
  if (numeral === undefined) return undefined
  const end = at + numeral[0].length
  const plain: Token = { type: 'text', start: at, end, text: numeral[0] }
  const value = parseNumeral(numeral[0])
  if (value === undefined) return plain
  const unit = matchAt(UNIT, text, end)
  if (unit !== undefined) return withUnit(at, end, value, unit, numeral[0])
  return matchAt(BEFORE_RANGE, text, end) === undefined
    ? plain
    : quantity({ start: at, end }, undefined, value, 1, numeral[0])
}

function withUnit(at: number, end: number, value: number, unit: RegExpExecArray, written: string): Quantity {
  const [name, factor] = UNITS[unit.slice(1).findIndex((group) => group !== undefined)] ?? (['fen', 100] as const)
  return quantity(
    { start: at, end: end + unit[0].length },
    name satisfies Quantity['unit'] | DurationUnit,
    value,
    factor,
    written,
  )
}

function readPlain(text: string, at: number): Token | undefined {
  const found = matchAt(PLAIN_WORDS, text, at)
  return found && { type: 'text', start: at, end: at + found[0].length, text: found[0] }
}

function readOperator(text: string, at: number): Token | undefined {
  const found = matchAt(OPERATOR, text, at)
  if (found === undefined || found[0] === '') return undefined
  const [whole, conjunction, modal, verb] = found
  const split = verb === undefined ? whole : `${whole}`
  const mode = modal === '可以' || modal === '可' || /^(?:并)?可/.test(verb ?? '') ? 'may' : 'must'
  return {
    type: 'operator',
    start: at,
    end: at + split.length,
    mode,
    join: joinOf(conjunction, verb),
    hasVerb: verb !== undefined,
  }
}

function readMark(text: string, at: number): Token | undefined {
  const type = SINGLE[text[at] ?? '']
  if (type !== undefined) return { type, start: at, end: at + 1 }
  const dash = matchAt(DASH, text, at)
  if (dash !== undefined) return { type: 'dash', start: at, end: at + dash[0].length }
  const list = matchAt(LIST, text, at)
  return list && { type: 'and', start: at, end: at + list[0].length }
}

function readWord(text: string, at: number): Token | undefined {
  const found = matchAt(WORD, text, at)?.[0]
  if (found === undefined) return undefined
  const span = { start: at, end: at + found.length }
  const before = BOUND_PREFIXES[found]
  if (before !== undefined) return { type: 'bound', place: 'before', ...before, ...span }
  const after = BOUND_SUFFIXES[found]
  if (after !== undefined) return { type: 'bound', place: 'after', ...after, ...span }
  if (KIND_WORDS[found] !== undefined) return { type: 'kind', kind: KIND_WORDS[found] satisfies MeasureKind, ...span }
  if (found === '罚款') return { type: 'fine', ...span }
  if (found.endsWith('拘留')) return { type: 'detention', ...span }
  return found.startsWith('或') ? { type: 'or', ...span } : { type: 'preposition', text: found, ...span }
}
