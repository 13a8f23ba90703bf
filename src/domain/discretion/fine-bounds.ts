import { type Interval, isWithin, scaled } from './interval.ts'
import type { Amount, Clause, PenaltyRange } from './penalty-range.ts'

export type FineSubject = 'organisation' | 'person' | 'responsible'

/** What is known about one fine; money in fen. Left out means not known, an empty list of circumstances means none. */
export type FineFacts = {
  readonly subject?: FineSubject
  /** 货值金额, 违法所得 or whatever the range is a multiple of, when there is only one such value. */
  readonly baseFen?: number
  /** The values by the name that the range gives them. */
  readonly bases?: Readonly<Record<string, number>>
  readonly circumstances?: readonly string[]
  /** How many things, persons or days a fine “每人”, “每辆”, “每日” is multiplied by. */
  readonly count?: number
}

export type Candidate = {
  readonly clause: Clause
  /** Undefined while a base or a count is missing. */
  readonly fen: Interval | undefined
  readonly missing: 'base' | 'count' | undefined
  /** True when tier and circumstances are known to be given. */
  readonly isCertain: boolean
}

type FineClause = Clause & { readonly measure: { readonly kind: 'fine'; readonly amount?: Amount } }
type Answer = 'yes' | 'no' | 'unknown'

const ORGANISATION = /(?:单位|企业|公司|机构|法人|组织|雇主)$/
const PERSON = /(?:个人|公民|自然人|人员|负责人|责任人|[^组]员|船长|首要分子|居民)$/
const RESPONSIBLE = /直接|主管|负责人|责任人|法定代表人/

/** The fine clauses of the range that may apply, with their bounds in fen. */
export function fineCandidates(range: PenaltyRange, facts: FineFacts): readonly Candidate[] {
  const clauses = range.clauses.filter(isFine).filter((clause) => fitsSubject(clause.condition.subject, facts.subject))
  const answered = clauses
    .map((clause) => ({ clause, tier: tierAnswer(clause, facts), circumstance: circumstanceAnswer(clause, facts) }))
    .filter(({ tier, circumstance }) => tier !== 'no' && circumstance !== 'no')
  const certain = answered
    .filter(({ tier, circumstance }) => tier === 'yes' && circumstance === 'yes')
    .map(({ clause }) => clause)
  return answered
    .filter(({ clause }) => !certain.some((other) => supersedes(other, clause)))
    .map(({ clause }) => candidateOf(range, clause, facts, certain.includes(clause)))
}

function isFine(clause: Clause): clause is FineClause {
  return clause.measure.kind === 'fine'
}

/** True when a clause aimed at these words concerns such a person; words that leave it open concern both. */
export function fitsSubject(words: string | undefined, subject: FineSubject | undefined): boolean {
  if (subject === undefined) return true
  if (words === undefined) return subject !== 'responsible'
  if (subject === 'responsible') return RESPONSIBLE.test(words)
  return subject === 'organisation' ? !PERSON.test(words) : !ORGANISATION.test(words)
}

function tierAnswer({ condition: { tiers } }: Clause, facts: FineFacts): Answer {
  if (tiers === undefined) return 'yes'
  const answers = tiers.map(({ of, fen }): Answer => {
    const base = baseFor(of, facts)
    if (base === undefined) return 'unknown'
    return isWithin(base, fen) ? 'yes' : 'no'
  })
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

function circumstanceAnswer({ condition: { circumstances } }: Clause, facts: FineFacts): Answer {
  if (circumstances === undefined) return 'yes'
  if (facts.circumstances === undefined) return 'unknown'
  return circumstances.every((item) => facts.circumstances?.includes(item)) ? 'yes' : 'no'
}

// The special clause stands in for the general one of the same provision and person.
function supersedes(special: Clause, general: Clause): boolean {
  if (special.provision !== general.provision || special.condition.subject !== general.condition.subject) return false
  const [a, b] = [special.condition, general.condition]
  const isMoreSpecial = (a.circumstances?.length ?? 0) > (b.circumstances?.length ?? 0)
  const isTiered =
    a.tiers !== undefined && b.tiers === undefined && (a.circumstances?.length ?? 0) >= (b.circumstances?.length ?? 0)
  return isMoreSpecial || isTiered
}

/** The known value with this name: 货值金额 answers for 违法生产经营的食品货值金额. */
export function baseFor(of: string, facts: FineFacts): number | undefined {
  for (const [name, fen] of Object.entries(facts.bases ?? {})) {
    if (of.endsWith(name) || name.endsWith(of)) return fen
  }
  return facts.baseFen
}

function candidateOf(range: PenaltyRange, clause: FineClause, facts: FineFacts, isCertain: boolean): Candidate {
  const { amount } = clause.measure
  if (amount === undefined) return { clause, fen: undefined, missing: undefined, isCertain }
  const base = amount.form === 'multiple' ? deemedBase(range, clause, amount.of, facts) : undefined
  if (amount.form === 'multiple' && base === undefined) return { clause, fen: undefined, missing: 'base', isCertain }
  if (amount.per !== undefined && facts.count === undefined)
    return { clause, fen: undefined, missing: 'count', isCertain }
  return {
    clause,
    fen: capped(amountFen(amount, base ?? 0, facts.count ?? 1), capOf(range, clause)),
    missing: undefined,
    isCertain,
  }
}

// 货值金额不足十万元的，按十万元计算.
function deemedBase(range: PenaltyRange, clause: Clause, of: string, facts: FineFacts): number | undefined {
  const base = baseFor(of, facts)
  if (base === undefined) return undefined
  for (const { provision, measure, condition } of range.clauses) {
    const applies = condition.tiers?.some((tier) => isWithin(base, tier.fen)) ?? false
    if (provision === clause.provision && measure.kind === 'deemed-base' && applies) return measure.fen
  }
  return base
}

/** An amount as an interval of fen; a lower bound is rounded up and an upper bound down, so that no fen leaves the law. */
export function amountFen(amount: Amount, baseFen: number, count: number): Interval {
  const times = amount.per === undefined ? 1 : count
  if (amount.form === 'money') return scaled(amount.fen, (fen) => fen * times)
  const { min, max } = scaled(amount.basisPoints, (points) => (baseFen * points * times) / 10_000)
  return capped(
    {
      ...(min === undefined ? {} : { min: { ...min, value: Math.ceil(min.value) } }),
      ...(max === undefined ? {} : { max: { ...max, value: Math.floor(max.value) } }),
    },
    amount.capFen,
  )
}

function capOf(range: PenaltyRange, clause: Clause): number | undefined {
  const cap = range.clauses.find(({ provision, measure }) => provision === clause.provision && measure.kind === 'cap')
  return cap?.measure.kind === 'cap' ? cap.measure.maxFen : undefined
}

function capped(fen: Interval, cap: number | undefined): Interval {
  if (cap === undefined || (fen.max !== undefined && fen.max.value <= cap)) return fen
  const max = { value: cap, inclusive: true }
  return fen.min !== undefined && fen.min.value > cap ? { min: max, max } : { ...fen, max }
}
