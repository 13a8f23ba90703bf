import { exactly, type Interval, isOrdered } from './interval.ts'
import type { Quantity, Token } from './range-token.ts'
import { type Cursor, findFrom, peek, take, Unreadable } from './token-cursor.ts'

export type UnitInterval = { readonly unit: Exclude<Quantity['unit'], undefined>; readonly interval: Interval }
type End = { readonly quantity: Quantity; readonly side: 'min' | 'max' | 'both'; readonly inclusive: boolean }

/** True where an interval can begin: a number, or a word like 不超过 before one. */
export function startsInterval(cursor: Cursor): boolean {
  const token = peek(cursor)
  return isQuantity(token) || (isBefore(token) && isQuantity(peek(cursor, 1)))
}

/** interval := end (dash end | 、? end)?   end := before quantity | quantity after? ; bare numbers take the unit of the other end. */
export function parseInterval(cursor: Cursor): UnitInterval {
  const start = peek(cursor)
  const first = parseEnd(cursor)
  const isSpan = first.side === 'both' && take(cursor, 'dash') !== undefined
  const second = isSpan || continues(cursor, first) ? parseEnd(cursor) : undefined
  cursor.used.add(first.quantity.start)
  if (second !== undefined) cursor.used.add(second.quantity.start)
  const unit = commonUnit(first.quantity, second?.quantity)
  const interval = second === undefined ? single(first) : joined(first, second, isSpan)
  if (!isOrdered(interval)) {
    throw unreadable(start, 'min-above-max', '下限大于上限，请核对数额和单位')
  }
  return { unit, interval }
}

function commonUnit(first: Quantity, second: Quantity | undefined): UnitInterval['unit'] {
  const unit = first.unit ?? second?.unit
  if (unit === undefined) throw unreadable(first, 'bad-amount', '数字后面没有写单位（元、倍、日）')
  if (second?.unit !== undefined && second.unit !== unit) {
    throw unreadable(second, 'bad-amount', '上下限的单位不一致')
  }
  return unit
}

/** Index of the first token from the cursor on where an interval of money, multiples or durations begins. */
export function findInterval(cursor: Cursor, fits: (quantity: Quantity) => boolean): number {
  const index = findFrom(cursor, (token) => isQuantity(token) && fits(token))
  return index > cursor.at && isBefore(cursor.tokens[index - 1]) ? index - 1 : index
}

function isQuantity(token: Token | undefined): token is Quantity {
  return token?.type === 'quantity'
}

function isBefore(token: Token | undefined): token is Extract<Token, { type: 'bound' }> {
  return token?.type === 'bound' && token.place === 'before'
}

function parseEnd(cursor: Cursor): End {
  const before = isBefore(peek(cursor)) ? take(cursor, 'bound') : undefined
  const quantity = take(cursor, 'quantity')
  if (quantity === undefined) {
    throw unreadable(peek(cursor) ?? cursor.tokens.at(-1), 'bad-amount', '这里应当写数额')
  }
  if (before !== undefined) return { quantity, side: before.side, inclusive: noted(cursor, before.inclusive) }
  const after = peek(cursor)
  if (after?.type !== 'bound' || after.place !== 'after')
    return { quantity, side: 'both', inclusive: noted(cursor, true) }
  cursor.at += 1
  return { quantity, side: after.side, inclusive: noted(cursor, after.inclusive) }
}

// （含本数）、（不含三万元） after a bound settles whether the number belongs to it.
function noted(cursor: Cursor, inclusive: boolean): boolean {
  const note = peek(cursor)
  if (note?.type !== 'note') return inclusive
  if (/^.(?:不含|不包括)/.test(note.text)) cursor.at += 1
  else if (/^.(?:含|包括)/.test(note.text)) cursor.at += 1
  else return inclusive
  return !/^.不/.test(note.text)
}

function continues(cursor: Cursor, first: End): boolean {
  if (first.side !== 'min') return false
  const skip = peek(cursor)?.type === 'list' ? 1 : 0
  const next = peek(cursor, skip)
  const isMax = isBefore(next)
    ? next.side === 'max' && isQuantity(peek(cursor, skip + 1))
    : isQuantity(next) && isMaxSuffix(peek(cursor, skip + 1)) && isSameKind(first.quantity, next)
  if (isMax) cursor.at += skip
  return isMax
}

function isMaxSuffix(token: Token | undefined): boolean {
  return token?.type === 'bound' && token.place === 'after' && token.side === 'max'
}

function isSameKind(a: Quantity, b: Quantity): boolean {
  return a.unit === undefined || b.unit === undefined || a.unit === b.unit
}

function single({ quantity, side, inclusive }: End): Interval {
  const bound = { value: quantity.value, inclusive }
  if (side === 'both') return exactly(quantity.value)
  return side === 'min' ? { min: bound } : { max: bound }
}

function joined(first: End, second: End, isSpan: boolean): Interval {
  return {
    min: { value: resolved(first.quantity, second.quantity, isSpan), inclusive: first.inclusive },
    max: { value: resolved(second.quantity, first.quantity, false), inclusive: second.inclusive },
  }
}

// “1-5万元” means 1万 to 5万; “五百至一万元” does not mean 五百万. Only a short bare number takes the 万 of its partner.
function resolved(quantity: Quantity, partner: Quantity, isSpan: boolean): number {
  if (quantity.unit !== undefined) return quantity.value
  const written = quantity.value * partner.factor
  const lifted = written * partner.scale
  return isSpan && quantity.isPlain && lifted <= partner.value ? lifted : written
}

function unreadable(token: Token | undefined, code: 'bad-amount' | 'min-above-max', sentence: string): Unreadable {
  return new Unreadable(code, token?.start ?? 0, sentence)
}
