import './facts.css'
import { findPayment } from '#domain/case/standing-payments.ts'
import type { CaseState, Evidence, FactRow, Facts, FactValues } from '#domain/case/state.ts'
import type { Thing } from '#domain/custody/thing.ts'
import { formatFact } from '#domain/form/format-fact.ts'
import { bookingText } from '#domain/payment/booking-text.ts'
import type { AnyProcedure, Fact } from '#domain/procedure/definition.ts'
import { procedureAt } from '../../lib/case/procedure-of.ts'

type Props = {
  readonly state: CaseState
  readonly run: string
  readonly facts: Facts
  readonly people: Readonly<Record<string, string>>
  readonly evidence: readonly Evidence[]
}

/** Facts as they are read: of the case, then of each party and violation, named and in their printed form. */
export function FactTable({ state, run, facts, people, evidence }: Props) {
  const procedure = procedureAt(state, run)
  if (!procedure) return <p className="notice late">本页面比这件案件旧，请刷新后再看。</p>
  const subjects = [
    { key: 'case', title: '', values: facts.case },
    ...state.parties.map(({ id, name }) => ({ key: id, title: name, values: facts.party[id] ?? {} })),
    ...state.violations.map(({ id, cause }) => ({ key: id, title: cause, values: facts.violation[id] ?? {} })),
  ]
  const nameOf = (id: string) => people[id] ?? evidenceName(evidence, id)
  return subjects
    .map((subject) => ({ ...subject, lines: linesOf(procedure, subject.values, nameOf, state) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ key, title, lines }) => (
      <section key={key} className="facts">
        {title && <h3>{title}</h3>}
        <dl>
          {lines.map(({ name, label, value }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))
}

function linesOf(procedure: AnyProcedure, values: FactValues, nameOf: (id: string) => string, state: CaseState) {
  return Object.entries<Fact>(procedure.facts).flatMap(([name, fact]) => {
    const value = values[name]
    if (value === undefined) return []
    const shown = Array.isArray(value) ? named(value, nameOf, state.things ?? []) : value
    return [{ name, label: fact.title, value: entryText(state, fact, value) ?? formatFact(fact, shown) }]
  })
}

/** An entry of the account, by what it says and not by its id. */
function entryText(state: CaseState, { kind }: Fact, value: unknown): string | undefined {
  const entry = kind === 'payment' ? findPayment(state, value) : undefined
  return entry && bookingText(state, entry)
}

/** Ids become names; a list is of ids or of rows, never of both. */
function named(
  list: readonly (string | FactRow)[],
  nameOf: (id: string) => string,
  things: readonly Thing[],
): readonly string[] | readonly FactRow[] {
  const rows = list.filter((item) => typeof item !== 'string')
  return rows.length > 0 ? rows.map((row) => namedPortion(row, things)) : list.map((item) => nameOf(String(item)))
}

/** A portion with the name and unit of the thing that it is of. */
function namedPortion(row: FactRow, things: readonly Thing[]): FactRow {
  const thing = things.find(({ id }) => id === row.thing)
  return thing ? { ...row, name: thing.name, spec: thing.spec, unit: thing.unit } : row
}

function evidenceName(evidence: readonly Evidence[], id: string): string {
  const at = evidence.findIndex((item) => item.id === id)
  return at < 0 ? id : `证据 ${at + 1}（${evidence[at]?.title}）`
}
