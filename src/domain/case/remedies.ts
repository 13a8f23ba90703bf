import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { type CaseState, rootRun } from './state.ts'

/** A review or a lawsuit of a party against the decision, from the day on which it was brought to the day on which it ended. */
export type Pause = { readonly kind: string; readonly fromOn: PlainDate; readonly untilOn?: PlainDate }

/** The reviews and lawsuits of a party, as they are recorded in the case. */
export function pausesOf(state: CaseState, party: string): readonly Pause[] {
  const rows = rootRun(state).facts.party[party]?.remedies
  if (!Array.isArray(rows)) return []
  return (rows as readonly Readonly<Record<string, unknown>>[]).flatMap(({ kind, fromOn, untilOn }) => {
    const [from, until] = [parsePlainDate(String(fromOn ?? '')), parsePlainDate(String(untilOn ?? ''))]
    return from === undefined
      ? []
      : [{ kind: String(kind ?? ''), fromOn: from, ...(until === undefined ? {} : { untilOn: until }) }]
  })
}
