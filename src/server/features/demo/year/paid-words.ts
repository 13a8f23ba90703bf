import { addDays } from '#domain/calendar/plain-date.ts'
import { owedFen } from '#domain/case/obligations.ts'
import { planOf } from '#domain/case/plan.ts'
import { standingPayments } from '#domain/case/standing-payments.ts'
import { dueFen } from '#domain/case/surcharge.ts'
import type { Writing } from './write-facts.ts'

const INSTALMENTS = 3
const EVERY = 30
const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** A plan of three months: the last row takes what does not divide. */
export function rowsOfPlan({ env, state, party }: Writing): readonly Readonly<Record<string, string>>[] | undefined {
  if (!state || party === undefined) return undefined
  const due = dueFen({ env, state }, party)
  const each = Math.floor(due / INSTALMENTS / 100) * 100
  return Array.from({ length: INSTALMENTS }, (_, row) => ({
    dueOn: addDays(env.today, EVERY * (row + 1)),
    amount: yuan(row < INSTALMENTS - 1 ? each : due - each * (INSTALMENTS - 1)),
  }))
}

/** What a party pays on a day: the next row of its plan, with the last row or without a plan all that it owes and the surcharge. */
export function paidNow(writing: Writing): string | undefined {
  return writing.state && writing.party !== undefined ? yuan(nextFen(writing)) : undefined
}

/** Whether nothing is left to do once that is paid. */
export function isPaidOut({ env, state, party, ...writing }: Writing): boolean {
  if (!state || party === undefined) return true
  return owedFen({ env, state }, party) <= nextFen({ env, state, party, ...writing })
}

function nextFen({ env, state, party = '' }: Writing): number {
  if (!state) return 0
  const owed = owedFen({ env, state }, party)
  const paid = standingPayments(state)
    .filter((payment) => payment.party === party)
    .reduce((sum, { amountFen }) => sum + amountFen, 0)
  const rows = planOf(state.runs[0]?.facts.party[party]?.instalments)
  const sums = rows.map((_, at) => rows.slice(0, at + 1).reduce((sum, { amountFen }) => sum + amountFen, 0))
  const next = sums.slice(0, -1).find((sum) => sum > paid)
  return next === undefined ? owed : Math.min(owed, next - paid)
}
