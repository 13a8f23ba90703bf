import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { fenInCell } from '../form/check-table.ts'
import type { ClockState } from './clock-state.ts'
import type { FactValue } from './state.ts'

/** One row of a plan of payments: until when how much; what is to be done beside money is in `what`. */
export type PlanRow = { readonly dueOn: PlainDate; readonly amountFen: number }

/** The rows of a plan in the order of their days; empty for what is no plan. */
export function planOf(value: FactValue | undefined): readonly PlanRow[] {
  if (!Array.isArray(value)) return []
  const rows = (value as readonly unknown[]).flatMap((row) => {
    if (typeof row !== 'object' || row === null) return []
    const { dueOn, amount } = row as Readonly<Record<string, unknown>>
    const day = parsePlainDate(String(dueOn ?? ''))
    return day === undefined ? [] : [{ dueOn: day, amountFen: fenInCell(amount) }]
  })
  return rows.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

/** What had been paid before the plan was made, in fen: the plan is for the rest of what is due. */
export function paidBeforePlanFen(dueFen: number, rows: readonly PlanRow[]): number {
  return Math.max(0, dueFen - rows.reduce((sum, { amountFen }) => sum + amountFen, 0))
}

/** Whether the terms of a party, as they were last started, are those of this plan. */
export function isPlanRunning(clocks: readonly ClockState[], party: string, rows: readonly PlanRow[]): boolean {
  const own = clocks.filter((clock) => clock.party === party)
  const startOn = own
    .map((clock) => clock.startOn)
    .toSorted()
    .at(-1)
  const days = own.filter((clock) => clock.startOn === startOn).map(({ rawDue }) => rawDue)
  return days.length === rows.length && rows.every(({ dueOn }, index) => dueOn === days[index])
}
