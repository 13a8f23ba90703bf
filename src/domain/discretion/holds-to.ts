import { describeRange } from './describe-range.ts'
import { type Candidate, type FineFacts, fineCandidates } from './fine-bounds.ts'
import { isAbove, isBelow, isWithin } from './interval.ts'
import type { PenaltyRange } from './penalty-range.ts'

export type Fine = FineFacts & { readonly fineFen: number }

export type Held =
  | { readonly verdict: 'within'; readonly sentence: string; readonly candidate: Candidate | undefined }
  | { readonly verdict: 'above'; readonly sentence: string; readonly basis: string; readonly maxFen: number }
  | { readonly verdict: 'below'; readonly sentence: string; readonly basis: string; readonly minFen: number }
  | {
      readonly verdict: 'cannot-judge'
      readonly sentence: string
      readonly needs: 'base' | 'count' | 'circumstance' | 'tier' | 'amount'
    }

const ABOVE = '《行政处罚法》第四条、第三十八条第一款'
const BELOW = '《行政处罚法》第三十条、第三十二条'

/** Fen as an office writes it: 50,000 元, 2,500.50 元. */
export function yuanDigits(fen: number): string {
  const [whole = '0', cents = '00'] = (Math.abs(fen) / 100).toFixed(2).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${grouped}${cents === '00' ? '' : `.${cents}`} 元`
}

/** Holds a fine to its statutory range: the upper bound is hard; going below it needs a recorded ground (《行政处罚法》第三十条、第三十二条). */
export function holdsTo(range: PenaltyRange, fine: Fine): Held {
  const candidates = fineCandidates(range, fine)
  if (candidates.length === 0) return cannot('amount', '这个幅度里没有适用于该当事人的罚款，请核对当事人和依据')
  if (fine.fineFen === 0 && candidates.some(({ clause }) => clause.mode === 'may' || clause.join.startsWith('or'))) {
    return { verdict: 'within', sentence: '依据规定“可以”处罚款，不处罚款也在幅度以内', candidate: undefined }
  }
  const fits = candidates.filter(({ fen }) => fen !== undefined && isWithin(fine.fineFen, fen))
  const sure = fits.find(({ isCertain }) => isCertain)
  if (sure !== undefined) return { verdict: 'within', sentence: `在法定幅度以内：${clauseText(sure)}`, candidate: sure }
  return refuseOrAsk(candidates, fits[0], fine)
}

function refuseOrAsk(candidates: readonly Candidate[], possible: Candidate | undefined, { fineFen }: Fine): Held {
  if (possible !== undefined) return cannotUntilFound(possible)
  const missing = candidates.find(({ fen }) => fen === undefined)
  if (missing !== undefined) return cannotUntilGiven(missing)
  if (candidates.every(({ fen }) => fen !== undefined && isAbove(fineFen, fen))) return above(candidates, fineFen)
  if (candidates.every(({ fen }) => fen !== undefined && isBelow(fineFen, fen))) return below(candidates, fineFen)
  const certain = candidates.filter(({ isCertain }) => isCertain)
  if (certain.length > 0 && certain.length < candidates.length) return refuseOrAsk(certain, undefined, { fineFen })
  return cannot('circumstance', `${yuanDigits(fineFen)}不在任何一档幅度以内，请先选定适用的情形`)
}

function cannotUntilFound(candidate: Candidate): Held {
  const { circumstances, tiers } = candidate.clause.condition
  if (circumstances === undefined && tiers !== undefined) {
    return cannot('tier', `幅度随${tiers[0]?.of ?? '价值'}不同，请先填写${tiers[0]?.of ?? '价值'}`)
  }
  return cannot('circumstance', `只有认定“${(circumstances ?? []).join('”“')}”时才在幅度以内，请先选定适用的情形`)
}

function cannotUntilGiven({ clause, missing }: Candidate): Held {
  const amount = clause.measure.kind === 'fine' ? clause.measure.amount : undefined
  if (missing === 'count') return cannot('count', `罚款按“${amount?.per ?? '每'}”计算，请先填写数量`)
  if (missing === 'base' && amount?.form === 'multiple')
    return cannot('base', `罚款按${amount.of}的倍数计算，请先填写${amount.of}`)
  return cannot('amount', '依据没有写明罚款数额，请人工核对')
}

function cannot(needs: Extract<Held, { verdict: 'cannot-judge' }>['needs'], sentence: string): Held {
  return { verdict: 'cannot-judge', needs, sentence }
}

function above(candidates: readonly Candidate[], fineFen: number): Held {
  const highest = candidates.reduce((a, b) => ((b.fen?.max?.value ?? 0) > (a.fen?.max?.value ?? 0) ? b : a))
  const maxFen = highest.fen?.max?.value ?? 0
  const sentence = `罚款 ${yuanDigits(fineFen)}超过法定上限 ${yuanDigits(maxFen)}（${clauseText(highest)}），应当不高于 ${yuanDigits(maxFen)}`
  return { verdict: 'above', sentence, basis: ABOVE, maxFen }
}

function below(candidates: readonly Candidate[], fineFen: number): Held {
  const lowest = candidates.reduce((a, b) => ((b.fen?.min?.value ?? 0) < (a.fen?.min?.value ?? 0) ? b : a))
  const minFen = lowest.fen?.min?.value ?? 0
  const sentence = `罚款 ${yuanDigits(fineFen)}低于法定下限 ${yuanDigits(minFen)}（${clauseText(lowest)}），减轻处罚应当写明理由和证据`
  return { verdict: 'below', sentence, basis: BELOW, minFen }
}

function clauseText({ clause }: Candidate): string {
  return describeRange({ clauses: [{ ...clause, join: 'first' }] })
}
