import { describeAmount, describeInterval, describeRange } from './describe-range.ts'
import { amountFen, baseFor, fineCandidates } from './fine-bounds.ts'
import { type Fine, type Held, holdsTo, yuanDigits } from './holds-to.ts'
import { type Interval, isWithin } from './interval.ts'
import type { Amount, Clause, PenaltyRange } from './penalty-range.ts'
import type { Tier } from './tier.ts'

export type FineLine = { readonly label: string; readonly text: string }
export type FineExplanation = {
  readonly lines: readonly FineLine[]
  readonly held: Held
  readonly isInTier: boolean | undefined
}

/** Shows line by line how a fine follows from the range, the value and the tier; amounts in fen. */
export function explainFine(range: PenaltyRange, fine: Fine, tier?: Tier): FineExplanation {
  const held = holdsTo(range, fine)
  const tierFen = tier === undefined ? undefined : boundsOf(tier.range, fine)
  const isInTier = tierFen === undefined ? undefined : isWithin(fine.fineFen, tierFen)
  const doubt = isInTier === false ? '；但不在所选档次以内，应当说明理由' : ''
  const lines: FineLine[] = [
    { label: '法定幅度', text: describeRange(range) },
    ...appliedLines(held, range, fine),
    ...(tier === undefined ? [] : [{ label: '裁量档次', text: `${tier.title}（${describeAmount(tier.range)}）` }]),
    ...(tierFen === undefined ? [] : [{ label: '本档罚款', text: boundsText(tierFen) }]),
    { label: '拟处罚款', text: yuanDigits(fine.fineFen) },
    { label: '结论', text: held.sentence + doubt },
  ]
  return { lines, held, isInTier }
}

function appliedLines(held: Held, range: PenaltyRange, fine: Fine): readonly FineLine[] {
  const sure = held.verdict === 'within' ? held.candidate : undefined
  const chosen = sure ?? fineCandidates(range, fine).find(({ isCertain }) => isCertain)
  if (chosen === undefined) return []
  const text = describeRange({ clauses: [{ ...chosen.clause, join: 'first' }] })
  const bounds = chosen.fen === undefined ? [] : [{ label: '可处罚款', text: boundsText(chosen.fen) }]
  return [{ label: '适用部分', text }, ...baseLines(chosen.clause, fine), ...bounds]
}

function baseLines({ measure }: Clause, fine: Fine): readonly FineLine[] {
  if (measure.kind !== 'fine' || measure.amount?.form !== 'multiple') return []
  const { amount } = measure
  const base = baseFor(amount.of, fine)
  if (base === undefined) return []
  const { min, max } = amount.basisPoints
  const sums = [...new Set([min?.value, max?.value])].filter((points) => points !== undefined)
  return [
    { label: amount.of, text: yuanDigits(base) },
    ...sums.map((points) => ({
      label: '计算',
      text: `${yuanDigits(base)} × ${points / 10_000} ＝ ${yuanDigits((base * points) / 10_000)}`,
    })),
  ]
}

function boundsOf(amount: Amount, fine: Fine): Interval | undefined {
  if (amount.form === 'money') return amountFen(amount, 0, fine.count ?? 1)
  const base = baseFor(amount.of, fine)
  return base === undefined ? undefined : amountFen(amount, base, fine.count ?? 1)
}

function boundsText(fen: Interval): string {
  return describeInterval(fen, yuanDigits)
}
