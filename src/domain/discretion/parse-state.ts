import { type ConditionState, conditionOf, freshCondition } from './parse-condition.ts'
import type { Clause, Join, Measure } from './penalty-range.ts'

export type ParseState = {
  provision: number
  condition: ConditionState
  clauses: Clause[]
  /** The base of the last multiple, for “情节严重的，处五倍以上十倍以下罚款”. */
  base: string | undefined
  /** A standard that waits for its verb: “按每人一千元的标准计算，处以罚款”. */
  standard: { clause: number; text: string } | undefined
  mode: Clause['mode']
  join: Join | undefined
  per: string | undefined
  /** Index of the first clause of the sentence before. */
  sentenceStart: number
}

export function freshState(): ParseState {
  return {
    provision: 0,
    condition: freshCondition(),
    clauses: [],
    base: undefined,
    standard: undefined,
    mode: 'must',
    join: undefined,
    per: undefined,
    sentenceStart: 0,
  }
}

/** Appends a clause under the present condition and resets what belonged to this clause only. */
export function addClause(state: ParseState, measure: Measure): void {
  const { provision, condition, clauses } = state
  const given = conditionOf(condition)
  const before = clauses.at(-1)
  const isFirst = before?.provision !== provision || !condition.acted || before.condition.subject !== given.subject
  clauses.push({
    provision,
    condition: given,
    mode: state.mode,
    join: state.join ?? (isFirst ? 'first' : 'and'),
    measure,
  })
  condition.acted = true
  state.join = undefined
  state.per = undefined
}
