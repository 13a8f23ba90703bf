import { addDays, daysBetween, laterOf, type PlainDate } from '../calendar/plain-date.ts'
import type { Counting } from './contested-clocks.ts'
import { stillOwes } from './obligations.ts'
import type { CaseState } from './state.ts'
import { lastFineDay, type Surcharge, surchargeOf } from './surcharge.ts'

type Subject = { readonly env: Counting; readonly state: CaseState }

/** The surcharge of a party as a term: it runs by itself, from the day after the last one until it has grown to its cap. */
export type SurchargeClock = {
  /** The first day that is counted; it lies ahead while the term to pay runs. */
  readonly sinceOn: PlainDate
  /** What a day adds, in fen, while nothing more is paid. */
  readonly perDayFen: number
  readonly state: 'ahead' | 'running' | 'paused' | 'capped' | 'stopped'
  /** The day on which it reaches the cap, if nothing more is paid; none while it stands still, or where that is far away. */
  readonly capOn: PlainDate | null
  readonly capFen: number
}

/** How far the growth is looked ahead to find the day of the cap. */
const AHEAD_DAYS = 1000
const FAR_DAYS = 3650
const WHOLE = 10_000

/** The clock of the surcharge (行政处罚法第七十二条第一款第一项); nothing where everything was paid in time, or no fine is due. */
export function surchargeClockOf(subject: Subject, party: string): SurchargeClock | undefined {
  const last = lastFineDay(subject, party)
  if (last === undefined) return undefined
  const { today } = subject.env
  const tomorrow = addDays(laterOf(today, last), 1)
  const ahead = asOf(subject, party, tomorrow)
  const sinceOn = ahead.lines.map(({ fromOn }) => fromOn).toSorted()[0]
  if (sinceOn === undefined) return undefined
  const now = asOf(subject, party, today)
  const perDayFen = addedOn(ahead, tomorrow)
  return {
    sinceOn,
    perDayFen,
    state: sinceOn > today ? 'ahead' : stateOf(now, perDayFen, grownTomorrow(subject, party)),
    capOn: capOnOf(subject, party) ?? null,
    capFen: now.capFen,
  }
}

/** The first day on which the surcharge is as high as the fine, if nothing more is paid. */
export function capOnOf(subject: Subject, party: string): PlainDate | undefined {
  const last = lastFineDay(subject, party)
  if (last === undefined) return undefined
  const from = laterOf(subject.env.today, last)
  const { capFen, grownFen } = asOf(subject, party, from)
  const grows = asOf(subject, party, addDays(from, AHEAD_DAYS)).grownFen - grownFen
  const left = capFen - grownFen
  const days = left <= 0 ? 0 : Math.ceil((left * AHEAD_DAYS) / grows) + 1
  if (capFen === 0 || !(days <= FAR_DAYS)) return undefined
  return firstDay(addDays(from, days), (day) => asOf(subject, party, day).grownFen >= capFen)
}

/** Parties whose surcharge will have reached its cap on a day, while they still owe. */
export function cappedDebts(env: Counting, state: CaseState): readonly { party: string; capOn: PlainDate }[] {
  if (state.endedOn) return []
  return state.parties.flatMap(({ id }) => {
    const capOn = stillOwes({ env, state }, id) ? capOnOf({ env, state }, id) : undefined
    return capOn ? [{ party: id, capOn }] : []
  })
}

/** The first day on which something holds that goes on to hold until `end`. */
function firstDay(end: PlainDate, holds: (day: PlainDate) => boolean): PlainDate {
  let [before, found] = [addDays(end, -2 * FAR_DAYS), end]
  while (daysBetween(before, found) > 1) {
    const middle = addDays(before, Math.floor(daysBetween(before, found) / 2))
    if (holds(middle)) found = middle
    else before = middle
  }
  return found
}

function asOf({ env, state }: Subject, party: string, today: PlainDate): Surcharge {
  return surchargeOf({ env: { ...env, today }, state }, party)
}

/** What is late on that day, at the rate of a day; whether the day is paused is another question. */
function addedOn({ lines, rate }: Surcharge, day: PlainDate): number {
  const open = lines.filter(({ untilOn }) => untilOn === day)
  return open.reduce((sum, { baseFen }) => sum + Math.floor((baseFen * rate) / WHOLE), 0)
}

function grownTomorrow(subject: Subject, party: string): number {
  const { today } = subject.env
  return asOf(subject, party, addDays(today, 1)).grownFen - asOf(subject, party, today).grownFen
}

function stateOf({ grownFen, capFen }: Surcharge, perDayFen: number, grows: number): SurchargeClock['state'] {
  if (grownFen >= capFen) return 'capped'
  if (perDayFen === 0) return 'stopped'
  return grows === 0 ? 'paused' : 'running'
}
