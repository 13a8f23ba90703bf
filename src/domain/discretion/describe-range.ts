import { type Interval, isFixed } from './interval.ts'
import { chineseNumeral } from './numeral.ts'
import type { Amount, Clause, Condition, Measure, PenaltyRange, ValueTier } from './penalty-range.ts'

type Write = (value: number) => string

/** The range in plain Chinese, one sentence per condition; parsing it again gives the same range. */
export function describeRange({ clauses }: PenaltyRange): string {
  let text = ''
  for (const [index, clause] of clauses.entries())
    text += separator(clauses[index - 1], clause) + describeClause(clauses[index - 1], clause)
  return text
}

// After ；a clause keeps the subject of the sentence before; a full stop drops it.
function separator(before: Clause | undefined, clause: Clause): string {
  if (before === undefined) return ''
  if (before.provision !== clause.provision) return '|'
  if (isSameCondition(before.condition, clause.condition) && clause.join !== 'first')
    return clause.join === 'or' ? '' : '，'
  return before.condition.subject !== undefined && clause.condition.subject === undefined ? '。' : '；'
}

function isSameCondition(a: Condition, b: Condition): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function describeClause(before: Clause | undefined, clause: Clause): string {
  const isSame = ['，', ''].includes(separator(before, clause)) && before !== undefined
  return (
    (isSame ? '' : describeCondition(clause.condition)) + operator(clause, isSame) + describeMeasure(clause.measure)
  )
}

function describeCondition({ subject, tiers, circumstances }: Condition): string {
  let text = ''
  for (const circumstance of circumstances ?? []) text += `${circumstance}的，`
  if (tiers !== undefined) text += `${tiers.map(describeTier).join('或者')}的，`
  return subject === undefined ? text : `${text}对${subject}`
}

/** 货值金额不足一万元, 没有违法所得. */
export function describeTier({ of, fen }: ValueTier): string {
  return fen.max?.value === 0 ? `没有${of}` : `${of}${describeInterval(fen, yuan)}`
}

const GIVEN: ReadonlySet<Measure['kind']> = new Set(['warning', 'criticism'])

function operator({ join, mode, measure }: Clause, isContinued: boolean): string {
  if (measure.kind === 'cap' || measure.kind === 'deemed-base') return ''
  const may = mode === 'may' ? '可以' : ''
  if (join === 'or-and') return `${may}单处或者并处`
  return `${join === 'or' ? '或者' : ''}${may}${verbOf(join, measure, isContinued)}`
}

function verbOf(join: Clause['join'], measure: Measure, isContinued: boolean): string {
  const isVerbal = measure.kind === 'fine' || measure.kind === 'detention'
  if (join === 'and' && (isVerbal || !isContinued)) return '并处'
  if (isVerbal) return '处'
  return GIVEN.has(measure.kind) || hasTerm(measure) ? '给予' : ''
}

function hasTerm(measure: Measure): boolean {
  return 'term' in measure && measure.term !== undefined
}

function describeMeasure(measure: Measure): string {
  switch (measure.kind) {
    case 'fine':
      return measure.amount === undefined ? '罚款' : `${describeAmount(measure.amount)}罚款`
    case 'cap':
      return `最高不超过${yuan(measure.maxFen)}`
    case 'deemed-base':
      return `按${yuan(measure.fen)}计算`
    case 'detention':
      return `${describeInterval(measure.days, (days) => `${chineseNumeral(days)}日`)}拘留`
    case 'payment':
      return measure.text
    default:
      return `${measure.term ?? ''}${measure.text}`
  }
}

/** 五万元以上十万元以下, 货值金额十倍以上二十倍以下. */
export function describeAmount(amount: Amount): string {
  if (amount.form === 'money') return `${amount.per ?? ''}${describeInterval(amount.fen, yuan)}`
  const cap = amount.capFen === undefined ? '' : `但最高不超过${yuan(amount.capFen)}的`
  return `${amount.per ?? ''}${amount.of}${describeInterval(amount.basisPoints, share)}${cap}`
}

/** Bounds that include their number are 以上 and 以下; those that do not are 超过 and 不足. */
export function describeInterval(interval: Interval, write: Write): string {
  const { min, max } = interval
  if (min !== undefined && isFixed(interval)) return write(min.value)
  const lower = min === undefined ? '' : min.inclusive ? `${write(min.value)}以上` : `超过${write(min.value)}`
  if (max === undefined) return lower
  return (
    lower +
    (max.inclusive ? upper(lower !== '' && min?.inclusive === false, write(max.value)) : `不足${write(max.value)}`)
  )
}

function upper(isAfterExcluded: boolean, value: string): string {
  return isAfterExcluded ? `不超过${value}` : `${value}以下`
}

/** Fen as statutes write it: 五万元, 二百五十元; odd amounts in digits. */
export function yuan(fen: number): string {
  return fen % 100 === 0 && Number.isInteger(fen) && fen >= 0 ? `${chineseNumeral(fen / 100)}元` : `${fen / 100}元`
}

/** Basis points as 三倍, 百分之五 or 万分之五. */
export function share(basisPoints: number): string {
  if (basisPoints % 10_000 === 0) return `${chineseNumeral(basisPoints / 10_000)}倍`
  if (basisPoints > 10_000) return `${basisPoints / 10_000}倍`
  if (basisPoints % 100 !== 0 && basisPoints % 10 === 0) return `千分之${chineseNumeral(basisPoints / 10)}`
  return basisPoints % 100 === 0 ? `百分之${chineseNumeral(basisPoints / 100)}` : `万分之${chineseNumeral(basisPoints)}`
}
