import { type Calendar, isWorkingDay } from '../calendar/calendar.ts'
import { addDays } from '../calendar/plain-date.ts'
import { latest } from '../case/clock-events.ts'
import { type CaseState, type ClockState, rootRun } from '../case/state.ts'

/** Working days that were promised, that the law allows and that it took; null where there is none. */
export type CaseTimes = { readonly promised: number | null; readonly statutory: number; readonly actual: number | null }

/** The time from acceptance to decision, for procedures that count it in working days; deducted days do not count. */
export function timesOf(calendar: Calendar, state: CaseState): CaseTimes | undefined {
  const { clocks } = rootRun(state)
  const [decision] = latest(clocks, 'decision')
  if (decision?.term.unit !== 'working-day') return undefined
  const [promise] = latest(clocks, 'promise')
  const extended = decision.extensions.reduce((sum, { length }) => sum + length, 0)
  return {
    promised: promise?.term.length ?? null,
    statutory: decision.term.length + extended,
    actual: takenDays(calendar, decision),
  }
}

function takenDays(calendar: Calendar, { startOn, metOn, deductions }: ClockState): number | null {
  if (metOn === undefined) return null
  let days = 0
  for (let day = addDays(startOn, 1); day <= metOn; day = addDays(day, 1)) {
    const isDeducted = deductions.some(({ fromOn, untilOn }) => fromOn <= day && day <= (untilOn ?? metOn))
    if (isWorkingDay(calendar, day) && !isDeducted) days += 1
  }
  return days
}
