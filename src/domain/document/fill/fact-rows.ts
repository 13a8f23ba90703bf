import { isInstant } from '../../calendar/due-at.ts'
import { parsePlainDate } from '../../calendar/plain-date.ts'
import { findPayment } from '../../case/standing-payments.ts'
import type { FactRow, FactValue, FactValues } from '../../case/state.ts'
import { formatFact } from '../../form/format-fact.ts'
import { bookingText } from '../../payment/booking-text.ts'
import type { Fact } from '../../procedure/definition.ts'
import type { DocumentData } from '../merge-data.ts'
import { type Filling, nameOf } from './filling.ts'
import { listed } from './wording.ts'

type Row = DocumentData['rows'][number]
type Place = { readonly per: Fact['per']; readonly owner: string; readonly values: FactValues }

/** Labelled rows for the named facts that have a value, in the order of the names. */
export function rowsOf(filling: Filling, names: readonly string[]): readonly Row[] {
  return names.flatMap((name) => placesOf(filling).flatMap((place) => rowOf(filling, name, place) ?? []))
}

function placesOf({ run, state, party }: Filling): readonly Place[] {
  const parties = party ? [party] : state.parties
  const violations = state.violations.filter((item) => parties.some((one) => one.id === item.party))
  const owner = (all: readonly unknown[], name: string) => (all.length > 1 ? name : '')
  return [
    { per: 'case', owner: '', values: run.facts.case },
    ...parties.map(({ id, name }) => place('party', owner(parties, name), run.facts.party[id])),
    ...violations.map(({ id, cause }) => place('violation', owner(violations, cause), run.facts.violation[id])),
  ]
}

function place(per: Fact['per'], owner: string, values: FactValues = {}): Place {
  return { per, owner, values }
}

function rowOf(filling: Filling, name: string, { per, owner, values }: Place): Row | undefined {
  const fact = filling.procedure.facts[name]
  const text = fact?.per === per ? printed(filling, fact, values[name]) : ''
  if (!fact || text === '') return undefined
  return { label: owner === '' ? fact.title : `${fact.title}（${owner}）`, text }
}

/** A value as printed; '' where there is none or it is not of its kind, as in a preview half typed in. */
function printed(filling: Filling, fact: Fact | undefined, value: FactValue | undefined): string {
  if (!fact || value === undefined || !isPrintable(fact, value)) return ''
  if (fact.kind === 'payment') return entryText(filling, value)
  if (!Array.isArray(value)) return formatFact(fact, value)
  if (fact.kind === 'table') return formatFact(fact, value)
  if (fact.kind === 'things' || fact.kind === 'portions') return formatFact(fact, named(filling.state, value))
  return listed(value.map((item) => itemName(filling, fact, String(item))))
}

function entryText({ state }: Filling, id: FactValue): string {
  const entry = findPayment(state, id)
  return entry ? bookingText(state, entry) : ''
}

/** Portions with the name and unit of the thing that they are of. */
function named({ things = [] }: Filling['state'], rows: readonly unknown[]): FactValue {
  const known = rows.filter((row): row is FactRow => typeof row === 'object' && row !== null)
  return known.map((row) => {
    const thing = things.find(({ id }) => id === row.thing)
    return thing ? { ...row, name: thing.name, spec: thing.spec, unit: thing.unit } : row
  })
}

function itemName(filling: Filling, fact: Fact, id: string): string {
  if (fact.kind === 'people') return nameOf(filling, id)
  return fact.kind === 'evidence-list' ? (filling.state.evidence.find((item) => item.id === id)?.title ?? '') : id
}

function isPrintable(fact: Fact, value: FactValue): boolean {
  if (typeof value === 'number') return fact.kind !== 'money' || (Number.isSafeInteger(value) && value >= 0)
  if (typeof value !== 'string') return true
  if (fact.kind === 'date') return parsePlainDate(value) !== undefined
  return fact.kind !== 'instant' || isInstant(value)
}
