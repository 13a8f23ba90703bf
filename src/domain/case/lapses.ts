import { addDays, type PlainDate, partsOf, plainDate } from '../calendar/plain-date.ts'
import { actionTitleOf, findAction } from '../procedure/actions-of.ts'
import type { Afterwards } from '../procedure/afterwards.ts'
import { owesAnswer } from '../procedure/answering-body.ts'
import type { AnyProcedure, Clock } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { alterationOf } from './alterations.ts'
import { clockAs, isRunning, isSuspended, lastDayOf } from './clock.ts'
import { newest } from './clock-events.ts'
import type { Counting } from './contested-clocks.ts'
import { openRuns } from './open-runs.ts'
import type { CaseState, ClockState, Run } from './state.ts'

/** A term of the party, a reviewing body, a court or the police, and what becomes possible when it is over. */
export type Lapse = {
  readonly run: string
  readonly clock: ClockState
  readonly dueOn: PlainDate
  readonly words: string
  /** What begins by itself on the day after; empty where nothing does. */
  readonly begins: string
}

type Subject = { readonly env: Counting; readonly state: CaseState }
type Foreign = {
  readonly run: Run
  readonly procedure: AnyProcedure
  readonly clock: ClockState
  readonly declared: Clock
  readonly dueOn: PlainDate
}

/** The last day of a term that nobody can know yet, such as that of remedies while one is pending. */
const NEVER = plainDate('9999-12-31')

/** Terms that are not the office's own, ahead and over, the earliest first; without those on which the office has gone on already. */
export function lapsesOf(env: Counting, state: CaseState): readonly Lapse[] {
  const terms = openRuns(state).flatMap((run) => foreignTerms({ env, state }, run))
  return terms
    .filter((term) => isLast(term, terms) && term.dueOn !== NEVER && !isUsed(state, term))
    .map((term) => lapseOf(state, term))
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

/** From the day after its last one a term is over. */
export function lapsedOn({ dueOn }: Lapse): PlainDate {
  return addDays(dueOn, 1)
}

/** Terms whose end has opened this action, which need nobody's attention once it is taken. */
export function termsOpening(procedures: Procedures, state: CaseState, action: string) {
  return state.runs.flatMap((run) => {
    const { clocks } = getProcedure(procedures, run.procedure, run.version)
    return newest(run.clocks)
      .filter(({ clock }) => namesOf(clocks[clock]?.afterwards).includes(action))
      .map((clock) => ({ run: run.id, clock }))
  })
}

function foreignTerms({ env, state }: Subject, run: Run): readonly Foreign[] {
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  return newest(run.clocks).flatMap((clock) => {
    const found = procedure.clocks[clock.clock]
    const declared = found && clockAs(found, { state, run })
    if (!declared || !isRunning(clock) || isSuspended(clock)) return []
    if (!isOpenTo({ env, state }, { run, procedure, clock, declared })) return []
    return [{ run, procedure, clock, declared, dueOn: dueOf({ env, state }, run, clock, declared.afterwards) }]
  })
}

/**
 * Of a party's term only what it opens is of interest; a reviewing body, a court and the police owe an answer. Nothing follows from a decision that was
 * altered while nobody has written down to what.
 */
function isOpenTo({ env, state }: Subject, { run, procedure, clock, declared }: Omit<Foreign, 'dueOn'>): boolean {
  const { binds, afterwards } = declared
  if (!afterwards) return owesAnswer(binds)
  const altered = clock.party === undefined ? undefined : alterationOf({ env }, clock.party)
  if (altered && !altered.decision) return false
  const isOffered = findAction(procedure, run.stage, afterwards.may) !== undefined
  return isOffered && (afterwards.onlyIf?.({ env, state, run }, clock.party ?? '') ?? true)
}

function dueOf({ env, state }: Subject, run: Run, clock: ClockState, afterwards: Afterwards | undefined): PlainDate {
  if (!afterwards?.lastDay) return lastDayOf(clock)
  return afterwards.lastDay({ env, state, run }, clock.party ?? '') ?? NEVER
}

const namesOf = (afterwards: Afterwards | undefined): readonly string[] =>
  afterwards ? [afterwards.may, ...(afterwards.or ?? [])] : []

/** Of terms that lead to the same only together, the one that ends last. */
function isLast(term: Foreign, terms: readonly Foreign[]): boolean {
  const { afterwards } = term.declared
  if (!afterwards?.together) return true
  const same = terms.filter(
    ({ declared }) =>
      declared.afterwards?.together && namesOf(declared.afterwards).some((name) => namesOf(afterwards).includes(name)),
  )
  return same.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)).at(-1) === term
}

/** The office has gone on: such an action was taken since, or is put forward. */
function isUsed({ runs }: CaseState, { declared, dueOn }: Foreign): boolean {
  const names = namesOf(declared.afterwards)
  return runs.some(
    ({ taken, proposals }) =>
      taken.some(({ action, on }) => names.includes(action) && on > dueOn) ||
      proposals.some(({ action }) => names.includes(action)),
  )
}

function lapseOf(state: CaseState, { run, procedure, clock, declared, dueOn }: Foreign): Lapse {
  const { afterwards } = declared
  const over = afterwards?.over ?? `${whoseOf(state, clock, declared)}${nameOf(declared, clock)}期限已满`
  const then = afterwards ? `可以${afterwards.words ?? actionTitleOf(procedure, afterwards.may)}` : '还没有登记结果'
  const { month, day } = partsOf(dueOn)
  const words = `${over}（${month}月${day}日），${then}`
  return { run: run.id, clock, dueOn, words, begins: afterwards?.begins ?? '' }
}

/** One of several parties by its name, where its term counts alone. */
function whoseOf({ parties }: CaseState, { party }: ClockState, { binds, afterwards }: Clock): string {
  if (binds !== 'party') return ''
  const name = parties.length > 1 && !afterwards?.together && parties.find(({ id }) => id === party)?.name
  return `${name || '当事人'}的`
}

function nameOf({ title }: Clock, { part }: ClockState): string {
  return `${title.replace(/期限$/, '')}${part === undefined ? '' : `（第 ${part} 期）`}`
}
