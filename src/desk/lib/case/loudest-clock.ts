import type { ClockView } from '#contract/cases.ts'

/** The office's own clock that ends first; one that is the party's, stands still or is met says nothing loud. */
export function loudestClock(
  clocks: readonly ClockView[],
  isOfParty: (clock: ClockView) => boolean,
): ClockView | undefined {
  const running = clocks.filter((clock) => clock.state !== 'met' && clock.state !== 'suspended' && !isOfParty(clock))
  return running.toSorted((a, b) => a.daysLeft - b.daysLeft)[0]
}

/** The clock that a dispute holds still; it is spoken of where no other runs. */
export function haltedClock(clocks: readonly ClockView[]): ClockView | undefined {
  return clocks.find(({ note, state }) => note !== '' && state === 'suspended')
}

/** The last day of a clock: terms that limit power do not roll past holidays, and then both days are the same. */
export function lastDay(clock: ClockView): string {
  return clock.rolledDue
}
