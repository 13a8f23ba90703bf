import type { ClockView } from '#contract/cases.ts'

/** The running clock that ends first; one that stands still or is met says nothing loud. */
export function loudestClock(clocks: readonly ClockView[]): ClockView | undefined {
  const running = clocks.filter(({ state }) => state !== 'met' && state !== 'suspended')
  return running.toSorted((a, b) => a.daysLeft - b.daysLeft)[0]
}

/** The last day of a clock: terms that limit power do not roll past holidays, and then both days are the same. */
export function lastDay(clock: ClockView): string {
  return clock.rolledDue
}
