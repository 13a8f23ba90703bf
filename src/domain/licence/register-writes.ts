import { addYears, type PlainDate } from '../calendar/plain-date.ts'
import type { CaseEvent } from '../case/event.ts'
import { type CaseState, MAIN_RUN, rootRun } from '../case/state.ts'
import { actionsOf } from '../procedure/actions-of.ts'
import type { Action } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import type { Bar, LicenceChange } from './licence.ts'

/** What one command changes in the register of licences. */
export type RegisterWrite = {
  readonly does: LicenceChange
  readonly number: string
  readonly item: string
  readonly conditions: string
  readonly validUntil: PlainDate | null
  readonly supervisor: string
  readonly on: PlainDate
}

type Taken = { readonly action: Action; readonly on: PlainDate }

/** The acts of the case's own procedure among these events, with what the definition says of them. */
function takenIn(procedures: Procedures, state: CaseState, events: readonly CaseEvent[]): readonly Taken[] {
  const run = rootRun(state)
  const known = actionsOf(getProcedure(procedures, run.procedure, run.version))
  return events.flatMap((event) => {
    if (event.type !== 'action-taken' || event.run !== MAIN_RUN) return []
    const action = known.find(({ name }) => name === event.action)?.action
    return action ? [{ action, on: event.on }] : []
  })
}

/** Rows of the register that follow from what was just done. */
export function registerWrites(
  procedures: Procedures,
  state: CaseState,
  events: readonly CaseEvent[],
): readonly RegisterWrite[] {
  const facts = rootRun(state).facts.case
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
  return takenIn(procedures, state, events).flatMap(({ action, on }) =>
    action.licence
      ? [
          {
            does: action.licence,
            number: text('licence-number'),
            item: text('item'),
            conditions: text('conditions'),
            validUntil: text('valid-until') === '' ? null : (text('valid-until') as PlainDate),
            supervisor: text('supervisor'),
            on,
          },
        ]
      : [],
  )
}

/** Bars that follow: only where the item touches public safety, one for each party. */
export function barsOf(procedures: Procedures, state: CaseState, events: readonly CaseEvent[]): readonly Bar[] {
  const facts = rootRun(state).facts.case
  if (facts['is-safety-item'] !== true) return []
  return takenIn(procedures, state, events).flatMap(({ action, on }) => {
    const { bars } = action
    if (!bars) return []
    const untilOn = addYears(on, bars.years)
    return state.parties.map(({ id }) => ({ party: id, item: String(facts.item), untilOn, basis: bars.basis }))
  })
}
