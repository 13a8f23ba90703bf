import type { Facts, FactValue, FactValues } from '../case/state.ts'
import { formatFact } from '../form/format-fact.ts'
import type { AnyProcedure, Fact } from '../procedure/definition.ts'
import type { Redactor } from './listing-redactor.ts'

export type PublicRow = { readonly title: string; readonly text: string; readonly isRedacted: boolean }

export type FactScope = {
  readonly procedure: AnyProcedure
  readonly facts: Facts
  /** Whose facts are drawn: the party that the decision is about. */
  readonly parties: readonly string[]
  readonly violations: readonly string[]
  /** Facts that are told elsewhere on the same page. */
  readonly without?: readonly string[]
}

/** What is decided stands in sentences of its own and not among the rows. */
const WARNING = '警告'
const CRITICISM = '通报批评'
/** As both were written before they were told apart. */
const EITHER = '警告或者通报批评'
const SANCTIONS: Readonly<Record<string, (text: string) => string>> = {
  warning: () => WARNING,
  criticism: () => CRITICISM,
  fine: (text) => `罚款 ${text}`,
  gains: (text) => `没收违法所得 ${text}`,
  goods: (text) => `没收${text}`,
  'other-sanction': (text) => text,
}
const UNPRINTED: readonly Fact['kind'][] = ['people', 'evidence-list', 'things', 'portions', 'table', 'paper']

/** Facts classed public or redacted, as they are declared and in that order; all others do not exist for the public. */
export function publicFacts(scope: FactScope, redact: Redactor): readonly PublicRow[] {
  return published(scope)
    .filter(([name]) => !(base(name) in SANCTIONS))
    .flatMap(([name, fact]) => valuesOf(scope, name, fact).map((value) => rowOf(fact, value, redact)))
    .filter(
      (row, index, all) => all.findIndex((other) => other.title === row.title && other.text === row.text) === index,
    )
}

/** The sanctions in the order of their severity in the definition, one sentence for each violation. */
export function sanctionsOf(scope: FactScope, redact: Redactor): readonly string[] {
  return published(scope)
    .filter(([name]) => name in SANCTIONS)
    .flatMap(([name, fact]) =>
      decided(scope, name).map((value) => redact(SANCTIONS[name]?.(formatFact(fact, value)) ?? '', '决定', true)),
    )
}

/** Whether nothing but a warning was decided; a public criticism is another kind (处罚法第九条第一项). */
export function isWarningOnly(sanctions: readonly string[]): boolean {
  return sanctions.length > 0 && sanctions.every((text) => text === WARNING)
}

/** Whether nothing weighs more than a warning or a public criticism. */
export function isReproofOnly(sanctions: readonly string[]): boolean {
  return sanctions.length > 0 && sanctions.every((text) => [WARNING, CRITICISM, EITHER].includes(text))
}

/** Fines together, in fen. */
export function fineFenOf(scope: FactScope): number {
  const isPublic = published(scope).some(([name]) => name === 'fine')
  return isPublic ? decided(scope, 'fine').reduce<number>((sum, value) => sum + Number(value), 0) : 0
}

function published({ procedure, without = [] }: FactScope): readonly (readonly [string, Fact])[] {
  const isShown = (fact: Fact) =>
    (fact.disclosure === 'public' || fact.disclosure === 'redacted') && !UNPRINTED.includes(fact.kind)
  return Object.entries(procedure.facts).filter(([name, fact]) => isShown(fact) && !without.includes(name))
}

/** The value as decided (`final-…`) stands before the one of the notice. */
function decided({ facts, violations }: FactScope, name: string): readonly FactValue[] {
  return violations
    .map((id) => facts.violation[id])
    .map((values) => values?.[`final-${name}`] ?? values?.[name])
    .filter((value): value is FactValue => value !== undefined && !isEmpty(value) && value !== 0)
}

function valuesOf({ facts, parties, violations }: FactScope, name: string, fact: Fact): readonly FactValue[] {
  const each: readonly (FactValues | undefined)[] = {
    case: [facts.case],
    party: parties.map((id) => facts.party[id]),
    violation: violations.map((id) => facts.violation[id]),
  }[fact.per]
  return each.map((values) => values?.[name]).filter((value) => value !== undefined && !isEmpty(value)) as FactValue[]
}

function isEmpty(value: FactValue): boolean {
  return value === '' || value === false || value === '无'
}

function rowOf(fact: Fact, value: FactValue, redact: Redactor): PublicRow {
  const text = formatFact(fact, value)
  const shown = redact(text, fact.title, fact.disclosure === 'public')
  return { title: fact.title, text: shown, isRedacted: shown !== text }
}

function base(name: string): string {
  return name.replace(/^final-/, '')
}
