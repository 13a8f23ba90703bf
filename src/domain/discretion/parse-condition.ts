import { exactly } from './interval.ts'
import { findInterval, parseInterval } from './parse-interval.ts'
import type { Condition, ValueTier } from './penalty-range.ts'
import { PARTY_BEGINNING } from './range-lexicon.ts'
import { isAmount, type Token } from './range-token.ts'
import { type Cursor, isAtEnd, textOf } from './token-cursor.ts'

/** What is known about the clause that comes next; lives as long as its sentence. */
export type ConditionState = {
  subject: string | undefined
  tiers: readonly ValueTier[] | undefined
  circumstance: string | undefined
  /** 货值金额无法计算的: stands beside a circumstance like 情节严重的 and is replaced by the next of its kind. */
  valueNote: string | undefined
  /** True once a clause followed the condition, so that the next one replaces it. */
  acted: boolean
}

export function freshCondition(): ConditionState {
  return { subject: undefined, tiers: undefined, circumstance: undefined, valueNote: undefined, acted: false }
}

export function conditionOf(state: ConditionState): Condition {
  const circumstances = [state.circumstance, state.valueNote].filter((text) => text !== undefined)
  return {
    ...(state.subject === undefined ? {} : { subject: state.subject }),
    ...(state.tiers === undefined ? {} : { tiers: state.tiers }),
    ...(circumstances.length === 0 ? {} : { circumstances }),
  }
}

/** How many tokens of the segment are its condition: all when it ends in 的 or 时, else up to a 的 before the first verb. */
export function conditionLength(segment: readonly Token[]): number {
  if (segment.at(-1)?.type === 'de') return segment.length
  const verb = segment.findIndex((token) => token.type === 'operator')
  const before = verb > 0 ? segment[verb - 1] : undefined
  const startsOther = segment[0]?.type === 'preposition' || segment[0]?.type === 'operator'
  return before?.type === 'de' && !startsOther ? verb : 0
}

/** Reads a condition into the state: value tiers where it compares a value with an amount, else a circumstance. */
export function readCondition(cursor: Cursor, length: number, state: ConditionState): void {
  const end = cursor.at + length
  const segment: Cursor = { ...cursor, tokens: cursor.tokens.slice(cursor.at, end), at: 0 }
  const tiers = parseTiers(segment, state)
  cursor.at = end
  if (tiers !== undefined) {
    state.tiers = tiers
    state.valueNote = undefined
  } else addCircumstance(state, textOf(segment, 0, length).replace(/^对(?=.*的$)|(?<!目)的$/g, ''))
  for (const token of segment.tokens) if (isAmount(token)) cursor.used.add(token.start)
  state.acted = false
}

export function addCircumstance(state: ConditionState, text: string): void {
  const isAboutValue = /无法(?:计算|查证|核实|确定|查清)|难以(?:计算|确定|查清)|明显偏低|不能确定/.test(text)
  if (isAboutValue) {
    state.valueNote = text
    state.tiers = undefined
    return
  }
  const party = PARTY_BEGINNING.exec(text)?.[0]
  if (party !== undefined) state.subject = party
  const isContinued = state.circumstance !== undefined && !state.acted
  state.circumstance = isContinued ? `${state.circumstance}，${text}` : text
  if (!isContinued) {
    state.tiers = undefined
    state.valueNote = undefined
  }
}

function parseTiers(segment: Cursor, state: ConditionState): readonly ValueTier[] | undefined {
  const tiers: ValueTier[] = []
  let of = state.tiers?.[0]?.of
  while (!isAtEnd(segment)) {
    const tier = parseTier(segment, of)
    if (tier === undefined) return undefined
    tiers.push(tier)
    of = tier.of
  }
  return tiers.length > 0 ? tiers : undefined
}

const NOTHING = /^(?:但|其中)?(?:没有|无(?!法|证|照|故|正当)|未取得|未获得)/
const VALUE_NAME = /(?:所得|金额|额|收入|价款|费用|费|利润|货值|价值)$/
const HAS = /^(?:但|其中|并且|且)+|(?:在|为|数额|达到?)$/g

function parseTier(segment: Cursor, inherited: string | undefined): ValueTier | undefined {
  const end = partEnd(segment)
  const amount = findInterval(segment, isAmount)
  const hasAmount = amount >= 0 && amount < end
  const words = textOf(segment, segment.at, hasAmount ? amount : end).replace(/的$/, '')
  if (!hasAmount) return skipTo(segment, end, nothingOf(words))
  const of = words.replace(HAS, '') || inherited
  if (of === undefined) return undefined
  segment.at = amount
  const { unit, interval } = parseInterval(segment)
  const rest = textOf(segment, segment.at, end)
  return unit === 'fen' && /^(?:之间)?的?$/.test(rest) ? skipTo(segment, end, { of, fen: interval }) : undefined
}

function nothingOf(words: string): ValueTier | undefined {
  const of = words.replace(NOTHING, '')
  return of !== words && VALUE_NAME.test(of) ? { of, fen: exactly(0) } : undefined
}

function skipTo(segment: Cursor, end: number, tier: ValueTier | undefined): ValueTier | undefined {
  segment.at = end + (segment.tokens[end]?.type === 'or' ? 1 : 0)
  return tier
}

function partEnd(segment: Cursor): number {
  let end = segment.at
  while (end < segment.tokens.length && segment.tokens[end]?.type !== 'or') end += 1
  return end
}

/** True where a condition without 的 begins a sentence: 逾期不改正，处…… */
export function looksLikeCircumstance(text: string): boolean {
  return /^(?:逾期|拒不|情节|造成|构成|经|再次|仍|首次|多次)|(?:时|后|情形|情况|行为之一)$/.test(text)
}
