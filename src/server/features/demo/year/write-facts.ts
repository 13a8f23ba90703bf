import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { RawFacts } from '#domain/case/command.ts'
import type { Environment } from '#domain/case/environment.ts'
import type { CaseState, Run } from '#domain/case/state.ts'
import { thingsOf } from '#domain/case/things-of.ts'
import { movable } from '#domain/custody/ledger.ts'
import { quantityText } from '#domain/custody/quantity.ts'
import { fieldsOfPaper, PAPER } from '#domain/form/check-paper.ts'
import type { Action, AnyProcedure, Fact, Role } from '#domain/procedure/definition.ts'
import { KNOWN, type Known } from './known-facts.ts'
import type { Plot } from './plot.ts'
import { WORDING } from './wording.ts'
import type { YearLicence } from './year-licences.ts'

/** What is tried when the first version was refused: what is not known is denied, or all is filled in, or another sum is named. */
export type Mood = { readonly yes: boolean; readonly isFull: boolean; readonly amount: string }

export type Desk = {
  readonly env: Environment
  readonly plot: Plot
  readonly procedure: AnyProcedure
  /** Undefined while the case is being opened. */
  readonly state?: CaseState | undefined
  readonly run?: Run | undefined
  /** The licence about which the case is opened. */
  readonly licence?: YearLicence | undefined
  /** The act that a review or a lawsuit is about, while it is being opened. */
  readonly contested?: string | undefined
  /** Everybody of the agency with this role. */
  ids(role: Role): readonly string[]
}
export type Writing = Desk & {
  readonly fact: Fact
  readonly mood: Mood
  /** Of whom or of which act it is written, where it is not of the case. */
  readonly party?: string | undefined
  readonly violation?: string | undefined
}

type Asking = Pick<Action, 'things'> & { readonly asks: readonly string[] }

/** What somebody who knows the case writes into the form of an action. */
export function writeFacts(desk: Desk, action: Asking, mood: Mood): RawFacts {
  const of = (per: Fact['per'], whose: Pick<Writing, 'party' | 'violation'> = {}) =>
    Object.fromEntries(
      action.asks.flatMap((name) => {
        const fact = desk.procedure.facts[name]
        if (fact?.per !== per) return []
        const value = factValue({ ...desk, fact, mood, ...whose }, name, action)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  const { parties = [], violations = [] } = desk.state ?? {}
  return {
    case: of('case'),
    party: Object.fromEntries(parties.map(({ id }) => [id, of('party', { party: id })])),
    violation: Object.fromEntries(violations.map(({ id }) => [id, of('violation', { violation: id })])),
  }
}

function factValue(writing: Writing, name: string, action: Asking): unknown {
  const { fact, plot, mood } = writing
  const known = plot.story.says?.[name] ?? KNOWN[name]
  if (fact.drafted) return draftedValue(writing, known)
  const value = known && fitting(writing, known(writing))
  if (value !== undefined || (fact.optional && (known || !mood.isFull))) return value
  return worded(writing, name) ?? byKind(writing, action)
}

function worded(writing: Writing, name: string): unknown {
  if (!['text', 'long-text'].includes(writing.fact.kind)) return undefined
  return (WORDING[`${writing.procedure.code}/${name}`] ?? WORDING[name])?.(writing)
}

/** Unless the story says otherwise, what was taken goes back. */
function draftedValue(writing: Writing, known: Known | undefined): unknown {
  return known ? known(writing) : decidedAs(writing, '解除、返还')
}

/** Another procedure may offer other words for the same thing. */
function fitting({ fact }: Writing, value: unknown): unknown {
  const { choices } = fact
  return choices && value !== undefined && !choices.includes(String(value)) ? choices[0] : value
}

const MINUTE_MS = 60_000

function byKind(writing: Writing, action: Asking): unknown {
  const { env, fact, mood, state, plot } = writing
  const drawn: Readonly<Record<Fact['kind'], () => unknown>> = {
    text: () => `${fact.title}：已经核实`.slice(0, fact.maxLength ?? 100),
    'long-text': () => `${fact.title}：经核对卷宗，情况属实。`,
    'yes-no': () => mood.yes,
    count: () => '2',
    date: () => env.today,
    instant: () => instantBefore(env.now, fact.title.includes('开始') ? 50 : 10),
    money: () => mood.amount,
    choice: () => fact.choices?.[0],
    basis: () => plot.basis,
    'evidence-list': () => (state?.evidence ?? []).slice(0, 1).map(({ id }) => id),
    people: () => state?.handlers ?? writing.ids('handler').slice(0, 2),
    things: () => plot.things,
    table: () => tableOf(env.today, fact),
    portions: () => portionsOf(writing, action),
    payment: () => state?.payments?.[0]?.id,
    paper: () => paperOf(fact),
  }
  return drawn[fact.kind]()
}

/** The first that fits, with a word in each field. */
function paperOf({ choices = [] }: Fact): readonly Readonly<Record<string, string>>[] {
  const [code = ''] = choices
  return [{ [PAPER]: code, ...Object.fromEntries(fieldsOfPaper(code).map((label) => [label, `${label}：已经核实`])) }]
}

/** One row, a month ahead. */
function tableOf(today: PlainDate, { columns = [] }: Fact): readonly Readonly<Record<string, string>>[] {
  const cells = { text: '某项', date: addDays(today, 30), money: '5000' }
  return [
    Object.fromEntries(
      columns.map(({ key, kind, choices }) => [key, kind === 'choice' ? (choices?.[0] ?? '') : cells[kind]]),
    ),
  ]
}

function instantBefore(now: string, minutes: number): string {
  return new Date(Date.parse(now) - minutes * MINUTE_MS).toISOString()
}

/** What nothing was decided about yet, all of it with one fate and on the first party. */
export function decidedAs(
  { state, party }: Writing,
  fate: string,
): readonly Readonly<Record<string, string>>[] | undefined {
  if (!state?.things || state.parties[0]?.id !== party) return undefined
  return state.things.flatMap((thing) => {
    const amount = movable(thing, 'decide')
    return amount > 0 ? [{ thing: thing.id, quantity: quantityText(amount), fate }] : []
  })
}

/** Everything that may be moved this way, with the first fate that can be decided. */
function portionsOf({ state, run, fact }: Writing, { things }: Asking): readonly Readonly<Record<string, string>>[] {
  if (!state || !run || !things || things.does === 'list') return []
  const movement = things.does
  const fate = fact.choices?.[0]
  return thingsOf(state, run).flatMap((thing) => {
    const amount = movable(thing, movement)
    if (amount <= 0) return []
    return [{ thing: thing.id, quantity: quantityText(amount), ...(fate === undefined ? {} : { fate }) }]
  })
}
