import type { Measure, MeasureKind } from './penalty-range.ts'

/** A penalty without an amount, its kind corrected by what is ordered, suspended or lowered. */
export function plainMeasure(kind: MeasureKind, text: string, term?: string): Measure {
  const given = ordered(kind, text)
  if (given === 'fine' || given === 'detention' || given === 'payment') return { kind: 'other', text }
  return { kind: given, text, ...(term === undefined ? {} : { term }) }
}

const ORDERS: readonly (readonly [RegExp, MeasureKind])[] = [
  [/关闭/, 'closure'],
  [/停产|停业|停工|停止(?:生产|经营|执业|营业|施工|使用|销售)/, 'business-stop'],
  [/限制(?:从业|开展执业)|不得从事|禁止.*从事|禁业/, 'occupation-restriction'],
  [/^暂[停扣]$|许可|执照|证|资格|资质|登记|备案|注册/, 'licence-suspension'],
]

// 责令 alone is 责令改正; what is ordered decides. 暂扣车辆 is a measure of coercion, not of a licence.
function ordered(kind: MeasureKind, text: string): MeasureKind {
  if (kind === 'correction') return ORDERS.slice(0, 3).find(([words]) => words.test(text))?.[1] ?? 'correction'
  if (kind === 'qualification-downgrade') return /资质|等级|资格/.test(text) ? kind : 'other'
  if (kind === 'licence-suspension') return ORDERS[3]?.[0].test(text) ? kind : 'other'
  return kind
}
