import type { FactsInput } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import type { CaseState, FactRow, FactValue } from '#domain/case/state.ts'
import type { AnyProcedure, Fact } from '#domain/procedure/definition.ts'

/** What stands in a field while it is being filled in: text, a yes or no, chosen ids, or rows of a list. */
export type Typed = string | boolean | readonly string[] | readonly FactRow[]
/** Typed values by pointer: `name`, or `name@id` for a fact of a party or violation. */
export type TypedValues = Readonly<Record<string, Typed>>

const NOTHING_BEFORE: ReadonlySet<string> = new Set()

export type Field = { readonly pointer: string; readonly name: string; readonly fact: Fact }
export type Section = { readonly key: string; readonly title: string; readonly fields: readonly Field[] }

/** Those of whom facts may be asked. */
export type Subjects = {
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly violations: readonly { readonly id: string; readonly cause: string; readonly party?: string }[]
}

/** Those whom the offered step is about; the others are not asked of. */
export function concernedBy(
  { parties: ids }: Pick<Offer, 'parties'>,
  state: Pick<CaseState, 'parties' | 'violations'>,
) {
  return {
    parties: state.parties.filter(({ id }) => ids.includes(id)),
    violations: state.violations.filter(({ party }) => ids.includes(party)),
  }
}

/** The fields of a form: those of the case, then of each party, then of each violation. */
export function sectionsOf(
  procedure: AnyProcedure,
  asks: readonly string[],
  { parties, violations }: Subjects,
): readonly Section[] {
  const named = (per: Fact['per']) =>
    asks.flatMap((name) => {
      const fact = procedure.facts[name]
      return fact?.per === per ? [{ name, fact }] : []
    })
  const section = (per: Fact['per'], key: string, title: string, id?: string): Section => ({
    key,
    title,
    fields: named(per).map(({ name, fact }) => ({ pointer: pointerOf(name, id), name, fact })),
  })
  return [
    ...parted(section('case', 'case', '')),
    ...parties.map((party) => section('party', `party-${party.id}`, party.name, party.id)),
    ...violations.map((violation) =>
      section('violation', `violation-${violation.id}`, actTitle(violation, parties), violation.id),
    ),
  ].filter(({ fields }) => fields.length > 0)
}

/** With whose act it is, where there are several parties. */
function actTitle({ cause, party }: Subjects['violations'][number], parties: Subjects['parties']): string {
  const whose = parties.length > 1 ? parties.find(({ id }) => id === party) : undefined
  return whose ? `${cause}（${whose.name}）` : cause
}

/** The parts of a long section, in the order in which their headings first appear; what has none comes before. */
function parted({ key, title, fields }: Section): readonly Section[] {
  const headings = [...new Set(fields.map(({ fact }) => fact.under))].toSorted((a, b) => Number(!!a) - Number(!!b))
  return headings.map((under, index) => ({
    key: index === 0 ? key : `${key}-${index}`,
    title: under ?? title,
    fields: fields.filter(({ fact }) => fact.under === under),
  }))
}

export function pointerOf(name: string, id?: string): string {
  return id === undefined ? name : `${name}@${id}`
}

/** What is already known of a run, as it would have been typed. */
export function typedOfKnown(sections: readonly Section[], known: CaseState['runs'][number]['facts']): TypedValues {
  const lasting = sections.map((section) => ({ ...section, fields: section.fields.filter(({ fact }) => lasts(fact)) }))
  return typedOfProposed(lasting, known)
}

const lasts = (fact: Fact): boolean => (!isOfOneAct(fact) || fact.drafted === true) && !fact.eachTime

/** What was typed in for this very act, also what is said anew for each. */
export function typedOfProposed(sections: readonly Section[], known: CaseState['runs'][number]['facts']): TypedValues {
  const entries = fieldsOf(sections).flatMap(({ pointer, name, fact }) => {
    const id = pointer.slice(name.length + 1)
    const value = fact.per === 'case' ? known.case[name] : known[fact.per][id]?.[name]
    return value === undefined ? [] : [[pointer, typedOf(fact, value)] as const]
  })
  return Object.fromEntries(entries)
}

/** What was listed or moved once is not typed in again for the next time. */
function isOfOneAct({ kind }: Pick<Fact, 'kind'>): boolean {
  return kind === 'things' || kind === 'portions'
}

/** Money is kept in fen and typed in 元. */
export function typedOf(fact: Pick<Fact, 'kind'>, value: FactValue): Typed {
  if (value === null) return ''
  if (typeof value === 'number') return fact.kind === 'money' ? yuanText(value) : String(value)
  return value
}

function yuanText(fen: number): string {
  const cents = fen % 100
  return cents === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(cents).padStart(2, '0')}`
}

/**
 * What is sent: nothing for what is empty, so that a blank field is never a value, but where something stood in it when the form
 * was opened (`filledBefore`): that is emptied on purpose.
 */
export function inputOfTyped(
  sections: readonly Section[],
  typed: TypedValues,
  filledBefore: ReadonlySet<string> = NOTHING_BEFORE,
): FactsInput {
  const input: FactsInput = { case: {}, party: {}, violation: {} }
  for (const { pointer, name, fact } of fieldsOf(sections)) {
    const sent = sentOf(filled(fact, typed[pointer]), filledBefore.has(pointer))
    if (sent === undefined) continue
    const id = pointer.slice(name.length + 1)
    if (fact.per === 'case') input.case[name] = sent
    else input[fact.per][id] = { ...input[fact.per][id], [name]: sent }
  }
  return input
}

function sentOf(value: Typed | undefined, wasFilled: boolean): Typed | undefined {
  if (value === undefined || !isBlank(value)) return value
  if (!wasFilled) return undefined
  return typeof value === 'string' ? '' : value
}

/** Where something stood when the form was opened. */
export function pointersFilled(known: TypedValues): ReadonlySet<string> {
  return new Set(Object.entries(known).flatMap(([pointer, value]) => (isBlank(value) ? [] : [pointer])))
}

/** Rows that were begun and not filled in are no rows. */
function filled(fact: Pick<Fact, 'kind' | 'columns'>, value: Typed | undefined): Typed | undefined {
  const { kind, columns = [] } = fact
  if (!Array.isArray(value)) return value
  if (kind === 'table') return (value as readonly FactRow[]).filter((row) => columns.some(({ key }) => row[key]))
  if (!isOfOneAct({ kind })) return value
  const needed = kind === 'things' ? ['name', 'quantity', 'unit'] : ['quantity']
  const isWritten = (row: FactRow) => needed.some((key) => String(row[key] ?? '').trim() !== '')
  return (value as readonly FactRow[]).filter(isWritten)
}

/** The way back, for a draft; what is not of a shape that can be typed is left out. */
export function typedOfInput(input: FactsInput): TypedValues {
  const typed: Record<string, Typed> = {}
  const take = (values: Readonly<Record<string, unknown>>, id?: string) => {
    for (const [name, value] of Object.entries(values)) if (isTyped(value)) typed[pointerOf(name, id)] = value
  }
  take(input.case)
  for (const [id, values] of [...Object.entries(input.party), ...Object.entries(input.violation)]) take(values, id)
  return typed
}

export function fieldsOf(sections: readonly Section[]): readonly Field[] {
  return sections.flatMap(({ fields }) => fields)
}

export function isBlank(value: Typed): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return typeof value !== 'boolean' && value.length === 0
}

function isTyped(value: unknown): value is Typed {
  if (typeof value === 'string' || typeof value === 'boolean') return true
  return Array.isArray(value) && (value.every((item) => typeof item === 'string') || value.every(isRow))
}

function isRow(value: unknown): value is FactRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
