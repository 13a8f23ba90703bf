import { describeAmount } from './describe-range.ts'
import type { Interval } from './interval.ts'
import type { Amount, PenaltyRange } from './penalty-range.ts'

/** One step of a discretion standard (裁量档次, 《行政处罚法》第三十四条). Tiers of a standard are listed from light to heavy. */
export type Tier = {
  readonly code: string
  readonly title: string
  /** Any of them calls for this tier; none means that it is the ordinary one. */
  readonly factors: readonly string[]
  readonly range: Amount
}

export type TierProposal =
  | {
      readonly tier: Tier
      readonly matched: readonly string[]
      readonly alsoMatched: readonly Tier[]
      readonly sentence: string
    }
  | { readonly tier: undefined; readonly sentence: string }

/** Says why a tier does not lie inside the statutory range, or nothing. */
export function refuseTier(tier: Tier, range: PenaltyRange): string | undefined {
  const fines = range.clauses.flatMap(({ measure }) =>
    measure.kind === 'fine' && measure.amount !== undefined ? [measure.amount] : [],
  )
  if (fines.length === 0) return `“${tier.title}”写了罚款幅度，但依据里没有罚款`
  if (fines.some((amount) => lies(tier.range, amount))) return undefined
  return `“${tier.title}”的幅度（${describeAmount(tier.range)}）不在法定幅度以内：${fines.map(describeAmount).join('；')}`
}

function lies(inner: Amount, outer: Amount): boolean {
  if (inner.form === 'money') return outer.form === 'money' && inner.per === outer.per && liesIn(inner.fen, outer.fen)
  if (outer.form !== 'multiple') return false
  const isSameBase = inner.of.endsWith(outer.of) || outer.of.endsWith(inner.of)
  return isSameBase && liesIn(inner.basisPoints, outer.basisPoints)
}

function liesIn(inner: Interval, outer: Interval): boolean {
  const isLowEnough = outer.max === undefined || (inner.max !== undefined && reaches(outer.max, inner.max, 1))
  const isHighEnough = outer.min === undefined || (inner.min !== undefined && reaches(outer.min, inner.min, -1))
  return isLowEnough && isHighEnough
}

type End = { readonly value: number; readonly inclusive: boolean }

function reaches(outer: End, inner: End, sign: 1 | -1): boolean {
  if (outer.value === inner.value) return outer.inclusive || !inner.inclusive
  return outer.value * sign > inner.value * sign
}

/** Proposes the tier that most of the circumstances call for, the lighter one when two are called for equally. */
export function proposeTier(tiers: readonly Tier[], factors: readonly string[]): TierProposal {
  const scored = tiers.map((tier) => ({ tier, matched: tier.factors.filter((factor) => factors.includes(factor)) }))
  const hits = scored.filter(({ matched }) => matched.length > 0)
  const best = hits.reduce((a, b) => (b.matched.length > (a?.matched.length ?? 0) ? b : a), hits[0])
  if (best !== undefined) {
    const alsoMatched = hits.filter((hit) => hit !== best).map(({ tier }) => tier)
    const doubt =
      alsoMatched.length === 0 ? '' : `；同时有“${alsoMatched.map(({ title }) => title).join('”“')}”的情节，请说明取舍`
    return { tier: best.tier, matched: best.matched, alsoMatched, sentence: `建议适用“${best.tier.title}”${doubt}` }
  }
  const ordinary = tiers.find((tier) => tier.factors.length === 0)
  if (ordinary === undefined) return { tier: undefined, sentence: '没有一档与所选情节相符，请人工选择并说明理由' }
  return { tier: ordinary, matched: [], alsoMatched: [], sentence: `没有特别情节，建议适用“${ordinary.title}”` }
}
