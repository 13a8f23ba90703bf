import { checkFact, isEmpty } from '../form/check-fact.ts'
import type { AnyProcedure, Fact } from '../procedure/definition.ts'
import type { RawFacts } from './command.ts'
import type { Refusal } from './refusal.ts'
import type { CaseState, Facts, FactValue } from './state.ts'

type Read = { readonly facts: Facts; readonly refusals: readonly Refusal[] }
type RawValues = Readonly<Record<string, unknown>>
type Target = { readonly per: Fact['per']; readonly id?: string; readonly label: string }

const NOTHING: RawValues = {}

/** Believes of the input only what the action asks for, each value checked; known values may be left out. */
export function readFacts(
  procedure: AnyProcedure,
  asks: readonly string[],
  raw: RawFacts,
  known: Facts,
  state: Pick<CaseState, 'parties' | 'violations'>,
): Read {
  const refusals: Refusal[] = [...strangers(raw, state)]
  const read = (target: Target, values: RawValues, before: Readonly<Record<string, FactValue>>) =>
    readValues(procedure, asks, target, values, before, refusals)
  const each = (per: 'party' | 'violation', items: readonly { id: string; label: string }[]) => {
    const entries = items.map(({ id, label }) => [
      id,
      read({ per, id, label }, raw[per]?.[id] ?? NOTHING, known[per][id] ?? {}),
    ])
    return Object.fromEntries(entries.filter(([, values]) => Object.keys(values as object).length > 0))
  }
  const facts: Facts = {
    case: read({ per: 'case', label: '' }, raw.case ?? NOTHING, known.case),
    party: each(
      'party',
      state.parties.map(({ id, name }) => ({ id, label: name })),
    ),
    violation: each(
      'violation',
      state.violations.map(({ id, cause }) => ({ id, label: cause })),
    ),
  }
  return { facts, refusals }
}

/** Values for parties or violations that this case does not have. */
function strangers(raw: RawFacts, state: Pick<CaseState, 'parties' | 'violations'>): readonly Refusal[] {
  const among = (named: object, items: readonly { readonly id: string }[]) =>
    Object.keys(named).filter((id) => !items.some((item) => item.id === id))
  return [...among(raw.party ?? {}, state.parties), ...among(raw.violation ?? {}, state.violations)].map((id) =>
    inputRefusal(id, '这一步不涉及这个当事人或者违法行为，请刷新页面后重填'),
  )
}

function readValues(
  procedure: AnyProcedure,
  asks: readonly string[],
  target: Target,
  values: RawValues,
  known: Readonly<Record<string, FactValue>>,
  refusals: Refusal[],
): Record<string, FactValue> {
  const read: Record<string, FactValue> = {}
  const asked = asks.filter((name) => procedure.facts[name]?.per === target.per)
  for (const name of Object.keys(values))
    if (!asked.includes(name))
      refusals.push(inputRefusal(fieldOf(name, target), `这一步不填“${procedure.facts[name]?.title ?? name}”`))
  for (const name of asked)
    readValue(procedure.facts[name] as Fact, name, target, values[name], known[name], refusals, read)
  return read
}

function readValue(
  fact: Fact,
  name: string,
  target: Target,
  raw: unknown,
  known: FactValue | undefined,
  refusals: Refusal[],
  read: Record<string, FactValue>,
): void {
  if (isBlank(fact, raw)) {
    if (isTakenBack(fact, raw, known)) read[name] = null
    if (isMissing(fact, raw, known))
      refusals.push(inputRefusal(fieldOf(name, target), `${labelled(target)}请填写“${fact.title}”`))
    return
  }
  const checked = checkFact(fact, raw)
  if (checked.ok) read[name] = checked.value
  else refusals.push(inputRefusal(fieldOf(name, target), `${labelled(target)}${checked.reason}`))
}

function isBlank({ kind }: Fact, raw: unknown): boolean {
  const isList = ['people', 'evidence-list', 'things', 'portions', 'table', 'paper'].includes(kind)
  return raw === undefined || raw === null || raw === '' || (isList && Array.isArray(raw) && raw.length === 0)
}

/** What is known may be left out, and may not be emptied. */
function isMissing(fact: Fact, raw: unknown, known: FactValue | undefined): boolean {
  return !fact.optional && (known === undefined || raw !== undefined || isOfThisActOnly(fact))
}

/**
 * Emptied on purpose, or said anew without it: what was known before would otherwise be printed and decided for ever. A form that
 * did not show the field says nothing of it.
 */
function isTakenBack(fact: Fact, raw: unknown, known: FactValue | undefined): boolean {
  if (isEmpty(known)) return false
  if (fact.drafted || (fact.eachTime && fact.optional)) return true
  return fact.optional === true && raw !== undefined && !isOfThisActOnly(fact)
}

/** What was moved once is not moved again because nothing was typed in. */
function isOfThisActOnly({ kind, eachTime }: Fact): boolean {
  return eachTime === true || kind === 'things' || kind === 'portions'
}

function labelled({ label }: Target): string {
  return label === '' ? '' : `${label}：`
}

function fieldOf(name: string, { id }: Target): string {
  return id === undefined ? name : `${name}@${id}`
}

function inputRefusal(field: string, sentence: string): Refusal {
  return { gate: 'input', basis: '', sentence, field }
}
