import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import type { Subject } from '../procedure/definition.ts'

/** The day that a date of the case or of this party names, such as the receipt of a letter, for a clock that counts from it or is met by it. */
export const toldDay =
  (fact: string, party = '') =>
  ({ run }: Subject): PlainDate | undefined => {
    const told = run.facts.party[party]?.[fact] ?? run.facts.case[fact]
    return typeof told === 'string' ? parsePlainDate(told) : undefined
  }
