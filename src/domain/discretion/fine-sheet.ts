import { explainFine } from './explain-fine.ts'
import { fineCandidates } from './fine-bounds.ts'
import { type Held, yuanDigits } from './holds-to.ts'
import { MITIGATIONS, NO_MITIGATION } from './mitigation.ts'
import type { PenaltyRange } from './penalty-range.ts'
import type { Tier } from './tier.ts'

/** One line of the computation of a fine, with the rule on which it rests. */
export type SheetLine = {
  readonly label: string
  readonly text: string
  readonly basis?: string
  /** The result; something that is missing or does not hold. */
  readonly tone?: 'result' | 'care'
}

/** What is known of the fine for one act; amounts in fen, left out where they are not known. */
export type FineAsked = {
  readonly basisPenalty: string
  readonly rangeText: string
  readonly range?: PenaltyRange
  readonly subject: 'organisation' | 'person'
  readonly fineFen?: number
  readonly baseFen?: number
  /** What was notified, where the decision is drafted. */
  readonly notifiedFen?: number
  readonly tiers?: readonly Tier[]
  /** The tier and why it applies, as it was written; a tier of the standard that is named there is shown with its range. */
  readonly tierText?: string
  readonly mitigation?: string
  readonly mitigationReason?: string
}

const DISCRETION = '《行政处罚法》第三十四条'

/** The computation of a fine line by line: range, base, tier, circumstances, what was rounded, the result; nothing while there is nothing to compute. */
export function fineSheet(asked: FineAsked): readonly SheetLine[] {
  const { range, basisPenalty, rangeText } = asked
  if (range === undefined)
    return rangeText === '' ? [] : [{ label: '法定幅度', text: rangeText, basis: basisPenalty }, UNREADABLE]
  const fine = { fineFen: asked.fineFen ?? 0, ...known(asked) }
  const tier = tierNamed(asked)
  const { lines, held } = explainFine(range, fine, tier)
  const computed = lines.filter(({ label }) => !['拟处罚款', '结论'].includes(label))
  return [
    ...computed.map((line) => ({ ...line, basis: line.label.includes('档') ? DISCRETION : basisPenalty })),
    ...roundingLines(range, asked),
    ...circumstanceLines(asked, held),
    ...notifiedLines(asked),
    ...resultLines(asked, held),
  ]
}

const UNREADABLE: SheetLine = {
  label: '说明',
  text: '这个幅度系统读不出数额，请对照依据人工核对',
  tone: 'care',
}

function known({ subject, baseFen }: FineAsked) {
  return { subject, ...(baseFen === undefined ? {} : { baseFen }) }
}

/** The tier whose title stands in what was written. */
function tierNamed({ tiers = [], tierText = '' }: FineAsked): Tier | undefined {
  return tiers.find(({ title }) => tierText.includes(title))
}

/** A lower bound is rounded up to the fen and an upper bound down, so that no fen leaves the law. */
function roundingLines(range: PenaltyRange, asked: FineAsked): readonly SheetLine[] {
  const { baseFen } = asked
  if (baseFen === undefined) return []
  const isCut = fineCandidates(range, known(asked)).some(({ clause: { measure } }) => {
    if (measure.kind !== 'fine' || measure.amount?.form !== 'multiple') return false
    const { min, max } = measure.amount.basisPoints
    return [min, max].some((bound) => bound !== undefined && (baseFen * bound.value) % 10_000 !== 0)
  })
  return isCut ? [{ label: '取整', text: '算出不足一分的，下限进到分，上限舍到分，不越出法定幅度' }] : []
}

function circumstanceLines({ mitigation = '', mitigationReason = '' }: FineAsked, held: Held): readonly SheetLine[] {
  const basis = MITIGATIONS[mitigation]
  if (basis === undefined) {
    const isBelow = held.verdict === 'below'
    const text = '没有选从轻、减轻情形：在幅度以内裁量，不能低于下限'
    return mitigation === NO_MITIGATION || isBelow ? [{ label: '情节', text, basis: '《行政处罚法》第三十二条' }] : []
  }
  const effect = held.verdict === 'below' ? '减轻：可以低于法定下限' : '从轻：在法定幅度以内取较低的数额'
  const isReasoned = mitigationReason.trim().length >= 5
  return [
    { label: '情节', text: `${mitigation}，应当从轻或者减轻；现在的数额是${effect}`, basis },
    ...(isReasoned ? [] : [{ label: '理由', text: '还没有写从轻、减轻的理由和证据', tone: 'care' } as const]),
  ]
}

/** A statement never makes it worse (处罚法第四十五条第二款). */
function notifiedLines({ notifiedFen, fineFen }: FineAsked): readonly SheetLine[] {
  if (notifiedFen === undefined) return []
  const isMore = (fineFen ?? 0) > notifiedFen
  const text = `${yuanDigits(notifiedFen)}；${isMore ? '决定高于告知，须重新告知' : '决定不得高于这个数额'}`
  const line = { label: '告知的罚款', text, basis: '《行政处罚法》第四十四条、第四十五条第二款' }
  return [isMore ? { ...line, tone: 'care' } : line]
}

function resultLines({ fineFen }: FineAsked, held: Held): readonly SheetLine[] {
  if (fineFen === undefined) return [{ label: '罚款', text: '还没有填', tone: 'care' }]
  const basis = held.verdict === 'above' || held.verdict === 'below' ? held.basis : '《行政处罚法》第五条第二款'
  return [
    { label: '罚款', text: yuanDigits(fineFen), tone: 'result' },
    { label: '结论', text: held.sentence, basis, ...(held.verdict === 'within' ? {} : { tone: 'care' as const }) },
  ]
}

export type FineTotal = { readonly party: string; readonly acts: number; readonly fineFen: number }

/** What each party is to pay for all of its acts; those of whom nothing is known yet are left out. */
export function fineTotals(
  fines: readonly { readonly party: string; readonly fineFen: number | undefined }[],
): readonly FineTotal[] {
  const stated = fines.filter((fine) => fine.fineFen !== undefined)
  return [...Map.groupBy(stated, ({ party }) => party)].map(([party, own]) => ({
    party,
    acts: own.length,
    fineFen: own.reduce((sum, { fineFen }) => sum + (fineFen ?? 0), 0),
  }))
}
