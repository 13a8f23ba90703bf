import type { Interval } from './interval.ts'

/** The kinds of 《行政处罚法》第九条, and three that are not penalties but stand beside them in statutes. */
export const MEASURE_KINDS = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  confiscation: '没收',
  'licence-suspension': '暂扣许可证件',
  'qualification-downgrade': '降低资质等级',
  'licence-revocation': '吊销许可证件',
  'activity-restriction': '限制开展生产经营活动',
  'business-stop': '责令停产停业',
  closure: '责令关闭',
  'occupation-restriction': '限制从业',
  detention: '行政拘留',
  correction: '责令改正',
  payment: '责令支付',
  other: '其他',
} as const

export type MeasureKind = keyof typeof MEASURE_KINDS

/** 责令改正 is no penalty (《行政处罚法》第二十八条); payments to third persons and remarks are none either. */
export function isPenalty(kind: MeasureKind): boolean {
  return kind !== 'correction' && kind !== 'payment' && kind !== 'other'
}

/** “货值金额不足一万元的”; 没有违法所得 is the interval that holds only zero. */
export type ValueTier = { readonly of: string; readonly fen: Interval }

export type Condition = {
  /** The person the clause is aimed at, as the text names him: 单位, 个人, 直接负责的主管人员. */
  readonly subject?: string
  /** Any one of them suffices. */
  readonly tiers?: readonly ValueTier[]
  /** All of them are needed; only an official can find that they are given: 情节严重的. */
  readonly circumstances?: readonly string[]
}

export type MoneyAmount = { readonly form: 'money'; readonly fen: Interval; readonly per?: string }

/** A share of a base in basis points (1 倍 = 10,000, 1 % = 100), perhaps capped at an amount in fen. */
export type MultipleAmount = {
  readonly form: 'multiple'
  readonly of: string
  readonly basisPoints: Interval
  readonly capFen?: number
  readonly per?: string
}

export type Amount = MoneyAmount | MultipleAmount

export type Measure =
  | { readonly kind: 'fine'; readonly amount?: Amount }
  /** 最高不得超过三万元: limits the fines of the same provision. */
  | { readonly kind: 'cap'; readonly maxFen: number }
  /** 货值金额不足十万元的，按十万元计算. */
  | { readonly kind: 'deemed-base'; readonly of: string; readonly fen: number }
  | { readonly kind: 'detention'; readonly days: Interval }
  | { readonly kind: 'payment'; readonly amount: Amount; readonly text: string }
  | {
      readonly kind: Exclude<MeasureKind, 'fine' | 'detention' | 'payment'>
      readonly text: string
      readonly term?: string
    }

/** How a clause stands to the one before: first, in addition, instead, or either alone or in addition. */
export type Join = 'first' | 'and' | 'or' | 'or-and'

export type Clause = {
  /** Texts that quote several provisions separate them; 0 is the first. */
  readonly provision: number
  readonly condition: Condition
  readonly mode: 'must' | 'may'
  readonly join: Join
  readonly measure: Measure
}

export type PenaltyRange = { readonly clauses: readonly Clause[] }

export type RangeProblem = {
  readonly code: 'empty' | 'too-long' | 'no-penalty' | 'min-above-max' | 'no-base' | 'bad-amount' | 'not-understood'
  /** Offset in UTF-16 units of the text as given. */
  readonly position: number
  readonly sentence: string
}

export type RangeResult =
  | { readonly ok: true; readonly range: PenaltyRange }
  | { readonly ok: false; readonly problem: RangeProblem }
