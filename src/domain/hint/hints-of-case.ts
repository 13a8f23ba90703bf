import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { type CaseState, type FactValues, type Party, rootRun, type Violation } from '../case/state.ts'
import { parameterValueOf } from '../parameter/registry.ts'
import type { ParameterValues } from '../parameter/resolution.ts'
import { ageHint } from './age.ts'
import type { EarlierAct } from './earlier-acts.ts'
import type { Hint } from './hint.ts'
import { type LeniencyItem, leniencyHints } from './leniency.ts'
import { type LawVersion, lighterLawHint } from './lighter-law.ts'
import { limitationHint } from './limitation.ts'
import { firstOffenceHint, repeatedHint } from './repeated.ts'

/** What is looked up for a case, beside what stands in it. */
export type LookedUp = {
  readonly today: PlainDate
  readonly limitationYears: number
  readonly longLimitationYears: number
  readonly firstOffenceYears: number
  readonly isAgeFromNextDay: boolean
  /** By violation. */
  readonly versions: Readonly<Record<string, readonly LawVersion[]>>
  readonly leniency: Readonly<Record<string, readonly LeniencyItem[]>>
  readonly earlier: readonly EarlierAct[]
}

export type HintGroup = { readonly violation: string; readonly title: string; readonly hints: readonly Hint[] }

/** The terms that hints judge by, as they stand for this agency. */
export function termsOfHints(parameters: ParameterValues, today: PlainDate) {
  return {
    today,
    limitationYears: parameterValueOf(parameters, 'limitation.years', today),
    longLimitationYears: parameterValueOf(parameters, 'limitation.long-years', today),
    firstOffenceYears: parameterValueOf(parameters, 'leniency.first-offence-years', today),
    isAgeFromNextDay: parameterValueOf(parameters, 'penalty.age-from-next-day', today),
  }
}

/** What the officer should know of each act, with what is being typed in already in its place. */
export function hintsOfCase(state: CaseState, found: LookedUp, typed: FactValues = {}): readonly HintGroup[] {
  const { facts } = rootRun(state)
  const know = (name: string) => typed[name] ?? facts.case[name]
  const foundOn = dateIn(know('found-on'))
  const years = know('endangers-life-or-finance') === true ? found.longLimitationYears : found.limitationYears
  return state.violations.map((violation) => {
    const party = state.parties.find(({ id }) => id === violation.party)
    const { id, cause } = violation
    const endedOn = dateIn(typed[`act-ended-on@${id}`] ?? facts.violation[id]?.['act-ended-on'])
    const dates = { ...(endedOn && { endedOn }), ...(foundOn && { foundOn }) }
    const title = state.parties.length > 1 ? `${party?.name ?? ''}：${cause}` : cause
    return { violation: id, title, hints: hintsOf({ violation, party, found, years, ...dates }) }
  })
}

type Asked = {
  readonly violation: Violation
  readonly party: Party | undefined
  readonly found: LookedUp
  readonly years: number
  readonly endedOn?: PlainDate
  readonly foundOn?: PlainDate
}

function hintsOf({ violation, party, found, years, endedOn, foundOn }: Asked): readonly Hint[] {
  const { today } = found
  const { id, cause } = violation
  const act = { ...violation, ...(endedOn && { endedOn }) }
  const on = endedOn ?? foundOn
  const dates = { cause, ...(endedOn && { endedOn }), ...(foundOn && { foundOn }) }
  return [
    party && ageHint(party, on, found.isAgeFromNextDay),
    limitationHint({ ...dates, years }),
    lighterLawHint({ cause, today, ...(on && { actOn: on }) }, found.versions[id] ?? []),
    repeatedHint(act, found.earlier),
    ...leniencyHints(cause, found.leniency[id] ?? []),
    firstOffenceHint(act, found.earlier, { years: found.firstOffenceYears, today }),
  ].filter((hint) => hint !== undefined)
}

function dateIn(value: unknown): PlainDate | undefined {
  return typeof value === 'string' ? parsePlainDate(value) : undefined
}
