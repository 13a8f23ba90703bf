import { plainMeasure } from './measure-kind.ts'
import { parseCap, parseDeemedBase, parseFineOrTerm } from './parse-amount.ts'
import { addCircumstance, looksLikeCircumstance } from './parse-condition.ts'
import { addClause, type ParseState } from './parse-state.ts'
import type { Measure, MeasureKind } from './penalty-range.ts'
import { AGENCY_ENDING, PARTY_ENDING, PAYMENT_WORDS } from './range-lexicon.ts'
import { isAmount, type Token } from './range-token.ts'
import { type Cursor, findFrom, isAtEnd, peek, position, take, textOf, Unreadable } from './token-cursor.ts'

/** actions := (joiner? preamble? operator? subject? (kind | amount | remark))* up to the end of the segment. */
export function readActions(cursor: Cursor, state: ParseState): void {
  state.mode = 'must'
  state.join = undefined
  while (!isAtEnd(cursor)) {
    const before = cursor.at
    readAction(cursor, state)
    if (cursor.at === before) {
      throw new Unreadable('not-understood', position(cursor), '读不懂这里的文字')
    }
  }
}

function readAction(cursor: Cursor, state: ParseState): void {
  const isListed = readJoiners(cursor, state)
  if (isAtEnd(cursor)) return
  if (!isListed) state.mode = 'must'
  const special = parseCap(cursor, state) ?? parseDeemedBase(cursor, state)
  if (special !== undefined) addClause(state, special)
  else readMeasure(cursor, state)
}

function readMeasure(cursor: Cursor, state: ParseState): void {
  let prefix = readLead(cursor, state)
  readOperators(cursor, state)
  // 并由原发证机关吊销……: the conjunction may stand before the words as well.
  if (peek(cursor)?.type === 'preposition') {
    prefix += readLead(cursor, state)
    readOperators(cursor, state)
  }
  if (readSubject(cursor, state)) readOperators(cursor, state)
  const next = peek(cursor)
  if (next === undefined) return
  if (next.type === 'kind') readKind(cursor, state, next.kind, prefix)
  else if (!parseFineOrTerm(cursor, state)) readRemark(cursor, state)
}

// True when the action is one of a list, which shares the 可以 of the first: “可以给予警告、没收违法所得或者处……”.
function readJoiners(cursor: Cursor, state: ParseState): boolean {
  let isListed = false
  for (let token = peek(cursor); token !== undefined; token = peek(cursor)) {
    if (token.type === 'or') state.join = 'or'
    else if (token.type !== 'list' && token.type !== 'and' && token.type !== 'note') break
    isListed ||= token.type !== 'note'
    cursor.at += 1
  }
  const next = peek(cursor)
  return isListed || (next?.type === 'operator' && next.join === 'or')
}

function readOperators(cursor: Cursor, state: ParseState): void {
  for (let token = take(cursor, 'operator'); token !== undefined; token = take(cursor, 'operator')) {
    if (token.mode === 'may') state.mode = 'may'
    state.join = token.join ?? state.join
  }
}

// Words before a verb: who acts (由…), by what measure (每使用一人), whom it hits (个人), or when (逾期不改正).
// Words before a penalty word that are none of these belong to it: “十年内不受理……”.
function readLead(cursor: Cursor, state: ParseState): string {
  const first = peek(cursor)
  const verb = findFrom(cursor, (token) => token.type === 'operator' || token.type === 'kind')
  const amount = findFrom(cursor, isAmount)
  if (verb <= cursor.at || (amount >= 0 && amount < verb) || isTo(first)) return ''
  const words = textOf(cursor, cursor.at, verb)
  const isBeforeKind = cursor.tokens[verb]?.type === 'kind'
  cursor.at = verb
  return applyLead(words, isBeforeKind, state)
}

function isTo(token: Token | undefined): boolean {
  return token?.type === 'preposition' && token.text === '对'
}

function applyLead(words: string, isBeforeKind: boolean, state: ParseState): string {
  const target = /^由.*对([^对]+)$/.exec(words)?.[1]
  if (target !== undefined) state.condition.subject = target
  else if (words.includes('每')) state.per = perOf(words)
  else if (/^(?:由|根据|视|按|依|直至|以)/.test(words) || AGENCY_ENDING.test(words)) return ''
  else if (PARTY_ENDING.test(words)) state.condition.subject = words
  else if (isBeforeKind && !looksLikeCircumstance(words)) return words
  else addCircumstance(state.condition, words)
  return ''
}

// 由……按照每使用一名童工每月 → 每使用一名童工每月
function perOf(words: string): string {
  return /^(?:由|按|依)/.test(words) ? words.slice(words.indexOf('每')) : words
}

/** subject := 对 words, up to the verb, the penalty word or the amount that follows. */
function readSubject(cursor: Cursor, state: ParseState): boolean {
  if (!isTo(peek(cursor))) return false
  const end = subjectEnd(cursor)
  const words = textOf(cursor, cursor.at + 1, end).replace(/(?:视|根据)情节(?:轻重)?$/, '')
  for (const token of cursor.tokens.slice(cursor.at, end)) if (isAmount(token)) cursor.used.add(token.start)
  cursor.at = end
  if (words === '') return false
  state.condition.subject = words
  return true
}

function subjectEnd(cursor: Cursor): number {
  const verb = findFrom(cursor, (token, index) => token.type === 'operator' || startsMeasure(cursor, index))
  if (verb >= 0) return verb
  const hasFine = findFrom(cursor, (token) => token.type === 'fine') >= 0
  const amount = hasFine ? findFrom(cursor, isAmount) : -1
  return amount >= 0 ? amount : cursor.tokens.length
}

// 对被吊销许可证的单位: a penalty word after 被 belongs to the description of the person.
function startsMeasure(cursor: Cursor, index: number): boolean {
  const token = cursor.tokens[index]
  if (token?.type === 'fine') return cursor.tokens[index - 1]?.type !== 'quantity' && !isFineOfAmount(cursor, index)
  if (token?.type !== 'kind') return false
  const before = cursor.tokens[index - 1]
  return !(before?.type === 'text' && /(?:被|受到|已|曾|因|拒不)$/.test(before.text))
}

function isFineOfAmount(cursor: Cursor, index: number): boolean {
  return cursor.tokens.slice(cursor.at, index).some(isAmount)
}

function readKind(cursor: Cursor, state: ParseState, kind: MeasureKind, prefix: string): void {
  const start = cursor.at
  cursor.at += 1
  const stop = findFrom(cursor, (token, index) => endsObject(cursor, token, index))
  const end = stop < 0 ? cursor.tokens.length : stop
  const text = prefix + textOf(cursor, start, end).replace(/的(?:行政)?处罚$/, '')
  const amount = cursor.tokens.slice(start, end).find(isAmount)
  if (amount !== undefined) throw new Unreadable('not-understood', amount.start, '这个数额不知道属于哪一种处罚')
  cursor.at = end
  const standsBefore = peek(cursor)
  if (standsBefore?.type === 'preposition') return
  addClause(state, plainMeasure(kind, text))
}

function endsObject(cursor: Cursor, token: { type: string }, index: number): boolean {
  if (token.type === 'operator') return true
  const next = cursor.tokens[index + 1]
  if (token.type === 'list' || token.type === 'or' || token.type === 'and') {
    return (
      next?.type === 'kind' ||
      next?.type === 'operator' ||
      next?.type === 'detention' ||
      (token.type !== 'and' && isAmount(next))
    )
  }
  return token.type === 'preposition' && cursor.tokens.slice(index).some(isAmount)
}

/** Words without an amount that state no penalty: 依法承担赔偿责任, 有关费用由其承担. */
function readRemark(cursor: Cursor, state: ParseState): void {
  const amount = findFrom(cursor, isAmount)
  const stop = findFrom(cursor, (token) => token.type === 'operator')
  const end = stop < 0 ? cursor.tokens.length : stop
  if (amount >= 0 && amount < end) {
    throw new Unreadable('not-understood', peekStart(cursor, amount), '这个数额不知道属于哪一种处罚')
  }
  const text = textOf(cursor, cursor.at, end)
  cursor.at = end
  if (completesStandard(state, text) || /^(?:视|根据)情节(?:轻重)?$/.test(text)) return
  addClause(state, { kind: 'other', text })
}

function peekStart(cursor: Cursor, index: number): number {
  return cursor.tokens[index]?.start ?? position(cursor)
}

// “按应付金额50%以上1倍以下的标准计算，向劳动者加付赔偿金”: the standard was one of payment, not of a fine.
function completesStandard(state: ParseState, text: string): boolean {
  const { standard } = state
  state.standard = undefined
  if (standard === undefined || !PAYMENT_WORDS.test(text)) return /^的?(?:行政)?处罚$/.test(text)
  const clause = state.clauses[standard.clause]
  if (clause?.measure.kind !== 'fine' || clause.measure.amount === undefined) return false
  const measure: Measure = { kind: 'payment', amount: clause.measure.amount, text: `${standard.text}，${text}` }
  state.clauses[standard.clause] = { ...clause, measure }
  return true
}
