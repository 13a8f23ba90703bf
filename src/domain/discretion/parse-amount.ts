import type { Interval } from './interval.ts'
import { plainMeasure } from './measure-kind.ts'
import { findInterval, parseInterval, startsInterval, type UnitInterval } from './parse-interval.ts'
import { addClause, type ParseState } from './parse-state.ts'
import type { Amount, Measure } from './penalty-range.ts'
import { PARTY_ENDING, PAYMENT_WORDS } from './range-lexicon.ts'
import { isAmount } from './range-token.ts'
import { type Cursor, isAtEnd, peek, position, take, textOf, Unreadable } from './token-cursor.ts'

const CAP_LEAD = /^但?(?:罚款)?(?:总额|数额|金额|总计|合计|累计)*$/
const STANDARD_LEAD = /^(?:按照|按|依照|以)(?=.)/
// 的标准计算处以罚款 is six tokens; looking no further keeps long texts linear.
const LONGEST_STANDARD = 10
const STANDARD = /^的?(?:罚款)?(?:的?标准)?(?:计算)?(?:处以|处|给予|予以)?(?:行政)?(?:处罚|罚款)?$/

/** amount := lead? interval cap? (的)? (罚款 | 拘留 | penalty word | 的标准…); true when it was one. */
export function parseFineOrTerm(cursor: Cursor, state: ParseState): boolean {
  if (take(cursor, 'fine') !== undefined) return parseAfterNoun(cursor, state)
  const next = peek(cursor)
  const start = startsInterval(cursor) ? cursor.at : findInterval(cursor, (quantity) => isAmount(quantity))
  if (start < 0 || (next !== undefined && crossesOperator(cursor, start))) return false
  const leadStart = cursor.at
  const lead = textOf(cursor, leadStart, start)
  cursor.at = start
  const measured = parseInterval(cursor)
  if (isAmountUnit(measured)) readAmount(cursor, state, lead, measured, leadStart)
  else readTerm(cursor, state, measured, start)
  return true
}

function crossesOperator(cursor: Cursor, end: number): boolean {
  return cursor.tokens.slice(cursor.at, end).some((token) => token.type === 'operator')
}

function isAmountUnit({ unit }: UnitInterval): boolean {
  return unit === 'fen' || unit === 'bp'
}

/** 罚款五百元; 处以罚款 alone after a standard says nothing new, else it is a fine without an amount. */
function parseAfterNoun(cursor: Cursor, state: ParseState): boolean {
  if (startsInterval(cursor)) {
    const measured = parseInterval(cursor)
    addClause(state, { kind: 'fine', amount: amountOf(cursor, state, '', measured) })
    return true
  }
  const lead = peek(cursor)
  const amount = findInterval(cursor, isAmount)
  if (amount > cursor.at && lead?.type === 'text') return parseFineOrTerm(cursor, state)
  if (state.standard === undefined) addClause(state, { kind: 'fine' })
  state.standard = undefined
  return true
}

function readAmount(cursor: Cursor, state: ParseState, words: string, measured: UnitInterval, start: number): void {
  const tail = textOf(cursor, cursor.at, segmentPartEnd(cursor))
  const isPayment = PAYMENT_WORDS.test(words + tail) && !tail.includes('罚款') && !/收入的?$|费的?$/.test(words)
  const isStandard = STANDARD_LEAD.test(words)
  const lead = words.replace(
    isPayment || measured.unit === 'fen' || /标准|计算/.test(tail) ? STANDARD_LEAD : /^按照?/,
    '',
  )
  if (isPayment) {
    readPayment(cursor, state, lead, measured, start)
    return
  }
  const amount = amountOf(cursor, state, lead, measured)
  const end = cursor.at
  const isNamed = readNoun(cursor)
  addClause(state, { kind: 'fine', amount })
  if (isStandard || !isNamed)
    state.standard = { clause: state.clauses.length - 1, text: textOf(cursor, start, Math.max(end, cursor.at)) }
}

function segmentPartEnd(cursor: Cursor): number {
  let end = cursor.at
  while (end < cursor.tokens.length && cursor.tokens[end]?.type !== 'operator') end += 1
  return end
}

// 的罚款, 的标准处以罚款, or nothing at all (tables leave the noun out); anything else is not understood.
function readNoun(cursor: Cursor): boolean {
  const isShort = cursor.tokens.length - cursor.at <= LONGEST_STANDARD
  const text = isShort ? textOf(cursor, cursor.at, cursor.tokens.length) : ''
  if (isShort && STANDARD.test(text)) {
    cursor.at = cursor.tokens.length
    return text.includes('罚款')
  }
  take(cursor, 'de')
  if (take(cursor, 'fine') !== undefined) return true
  const next = peek(cursor)
  if (isAtEnd(cursor) || next?.type === 'operator' || next?.type === 'or' || next?.type === 'list') return false
  throw new Unreadable('not-understood', position(cursor), '数额后面应当是“罚款”')
}

function readPayment(cursor: Cursor, state: ParseState, lead: string, measured: UnitInterval, start: number): void {
  const end = segmentPartEnd(cursor)
  const text = textOf(cursor, start, end)
  cursor.at = end
  const amount: Amount =
    measured.unit === 'fen'
      ? { form: 'money', fen: measured.interval }
      : { form: 'multiple', of: lead.replace(/的$/, ''), basisPoints: measured.interval }
  addClause(state, { kind: 'payment', amount, text })
}

function amountOf(cursor: Cursor, state: ParseState, lead: string, { unit, interval }: UnitInterval): Amount {
  const words = lead.replace(/^人民币|人民币$/g, '')
  return unit === 'fen' ? moneyOf(cursor, state, words, interval) : multipleOf(cursor, state, words, interval)
}

function moneyOf(cursor: Cursor, state: ParseState, words: string, fen: Interval): Amount {
  const per = words.includes('每') ? words : state.per
  if (words !== '' && !words.includes('每')) {
    if (!PARTY_ENDING.test(words))
      throw new Unreadable('not-understood', position(cursor), `“${words}”后面不应当直接写金额`)
    state.condition.subject = words
  }
  return { form: 'money', fen, ...(per === undefined ? {} : { per }) }
}

function multipleOf(cursor: Cursor, state: ParseState, words: string, basisPoints: Interval): Amount {
  const of = words.replace(/的$/, '') || baseAfter(cursor) || state.base
  if (of === undefined) {
    throw new Unreadable('no-base', position(cursor), '倍数或者百分比前面没有写明以什么为基数，例如“违法所得三倍”')
  }
  state.base = of
  const capFen = readInlineCap(cursor)
  return {
    form: 'multiple',
    of,
    basisPoints,
    ...(capFen === undefined ? {} : { capFen }),
    ...(state.per === undefined ? {} : { per: state.per }),
  }
}

// “处二倍违法所得的罚款” names the base behind the multiple.
function baseAfter(cursor: Cursor): string {
  const text = peek(cursor)
  const isNamed = text?.type === 'text' && peek(cursor, 1)?.type === 'de' && peek(cursor, 2)?.type === 'fine'
  if (isNamed) cursor.at += 1
  return isNamed ? text.text : ''
}

// 规章 write “违法所得三倍以下但最高不超过三万元的罚款”.
function readInlineCap(cursor: Cursor): number | undefined {
  const start = cursor.at
  while (peek(cursor)?.type === 'list' || isWord(cursor, '但') || isWord(cursor, '且')) cursor.at += 1
  const bound = peek(cursor)
  if (bound?.type === 'bound' && bound.place === 'before' && startsInterval(cursor)) {
    const { unit, interval } = parseInterval(cursor)
    if (unit === 'fen' && interval.max !== undefined) return interval.max.value
  }
  cursor.at = start
  return undefined
}

function isWord(cursor: Cursor, word: string): boolean {
  const token = peek(cursor)
  return token?.type === 'text' && token.text === word
}

function readTerm(cursor: Cursor, state: ParseState, { unit, interval }: UnitInterval, start: number): void {
  const term = textOf(cursor, start, cursor.at)
  take(cursor, 'de')
  if (take(cursor, 'detention') !== undefined) {
    if (unit !== 'day') throw new Unreadable('bad-amount', position(cursor), '拘留应当以日计')
    addClause(state, { kind: 'detention', days: interval })
    return
  }
  const end = segmentPartEnd(cursor)
  const kind = peek(cursor)
  const text = textOf(cursor, cursor.at, end).replace(/的(?:行政)?处罚$/, '')
  const amount = cursor.tokens.slice(cursor.at, end).find(isAmount)
  if (amount !== undefined) throw new Unreadable('not-understood', amount.start, '这个数额不知道属于哪一种处罚')
  cursor.at = end
  addClause(
    state,
    kind?.type === 'kind' ? plainMeasure(kind.kind, text, term) : { kind: 'other', text: `${term}${text}` },
  )
}

/** cap := 最高不得超过三万元, alone in its segment or with 但 before it. */
export function parseCap(cursor: Cursor, state: ParseState): Measure | undefined {
  const start = findInterval(cursor, isAmount)
  const bound = start < 0 ? undefined : cursor.tokens[start]
  if (bound?.type !== 'bound' || bound.place !== 'before' || bound.side !== 'max') return undefined
  if (!CAP_LEAD.test(textOf(cursor, cursor.at, start))) return undefined
  const before = state.clauses.at(-1)
  if (before?.provision !== state.provision || before.measure.kind !== 'fine') return undefined
  cursor.at = start
  const { unit, interval } = parseInterval(cursor)
  if (unit !== 'fen' || interval.max === undefined)
    throw new Unreadable('bad-amount', position(cursor), '最高额应当以元计')
  readNoun(cursor)
  return { kind: 'cap', maxFen: interval.max.value }
}

/** 货值金额不足十万元的，按十万元计算. */
export function parseDeemedBase(cursor: Cursor, state: ParseState): Measure | undefined {
  const [first, second, third] = [peek(cursor), peek(cursor, 1), peek(cursor, 2)]
  const of = state.condition.tiers?.[0]?.of
  if (first?.type !== 'preposition' || second?.type !== 'quantity' || second.unit !== 'fen' || of === undefined)
    return undefined
  if (third?.type !== 'text' || !/^(?:计算|计)$/.test(third.text)) return undefined
  cursor.used.add(second.start)
  cursor.at += 3
  return { kind: 'deemed-base', of, fen: second.value }
}
