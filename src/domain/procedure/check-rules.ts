import { actionsOf } from './actions-of.ts'
import type { Known } from './check.ts'
import type { Action, AnyProcedure, Role } from './definition.ts'
import { opensOf } from './opens-of.ts'
import { issuesSome } from './papers-of.ts'

const ROLES: readonly string[] = [
  'handler',
  'unit-head',
  'reviewer',
  'agency-head',
  'panel',
  'host',
  'clerk',
  'storekeeper',
] satisfies readonly Role[]

/** A title and an article in Chinese numerals; what follows it is free. */
const LAW = /^《[^《》]+》(第[零〇一二三四五六七八九十百千]+条|（.+〔\d{4}〕\d+号）)/
const HOUSE_RULE = /^内部管理：./

/** Rules without an article, roles and children that do not exist, actions that cannot be told apart. */
export function ruleProblems(definition: AnyProcedure, known: Known): readonly string[] {
  return [
    ...basisProblems(definition),
    ...gateProblems(definition),
    ...roleProblems(definition),
    ...childProblems(definition, known),
    ...titleProblems(definition),
    ...resultProblems(definition),
    ...bankProblems(definition),
    ...reversalProblems(definition),
  ]
}

/** Powers and terms are given by law; who in the house does something may be a rule of the house, and a procedure inside another may be about nothing else. */
function basisProblems(definition: AnyProcedure): readonly string[] {
  const stated: Stated = ['the procedure', definition.basis]
  const byLaw: readonly Stated[] = [
    ...(definition.opening ? [stated] : []),
    ...Object.entries(definition.clocks).map(([name, { basis }]) => [`clock ${name}`, basis] as const),
  ]
  const byEither: readonly Stated[] = [
    ...(definition.opening ? [] : [stated]),
    ...actionsOf(definition).flatMap(({ where, action }) => [
      [where, action.basis] as const,
      ...rulesOf(action).map((gate) => [`gate ${gate.id}`, gate.basis] as const),
    ]),
  ]
  return [...byLaw, ...byEither.filter(([, basis]) => !HOUSE_RULE.test(basis))]
    .filter(([, basis]) => !LAW.test(basis))
    .map(([what, basis]) => `${what} rests on “${basis}”, which is no article of the form 《…》第…条`)
}

type Stated = readonly [what: string, basis: string]

/** One id means one thing: twice in an action it says nothing more, on two articles it is two rules. */
function gateProblems(definition: AnyProcedure): readonly string[] {
  const listed = actionsOf(definition).map(({ where, action }) => ({ where, gates: rulesOf(action) }))
  const basisOf = new Map<string, string>(listed.flatMap(({ gates }) => gates.map(({ id, basis }) => [id, basis])))
  const split = listed.flatMap(({ gates }) => gates.filter(({ id, basis }) => basisOf.get(id) !== basis))
  return [
    ...listed.flatMap(({ where, gates }) =>
      twice(gates.map(({ id }) => id)).map((id) => `${where} lists gate ${id} twice`),
    ),
    ...split.map(({ id }) => `gate ${id} rests on two articles, so it is two gates`),
  ]
}

function roleProblems(definition: AnyProcedure): readonly string[] {
  const named = [
    ...actionsOf(definition).flatMap(({ where, action }) =>
      [...[action.by].flat(), ...(action.approval ?? [])].map((role) => [where, role] as const),
    ),
    ...[definition.opening?.by ?? []].flat().map((role) => ['the opening', role] as const),
  ]
  const nobody = actionsOf(definition).filter(({ action }) => action.approval?.length === 0)
  return [
    ...named
      .filter(([, role]) => !ROLES.includes(role))
      .map(([where, role]) => `${where} names ${role}, which is no role`),
    ...nobody.map(({ where }) => `${where} waits for the approval of nobody`),
  ]
}

function childProblems(definition: AnyProcedure, { procedures }: Known): readonly string[] {
  const opening = actionsOf(definition)
  return [
    ...opening.flatMap(({ where, action }) =>
      opensOf(action)
        .filter((code) => !procedures.has(code))
        .map((code) => `${where} opens ${code}, which is no procedure`),
    ),
    ...opening
      .filter(({ action }) => opensOf(action).includes('delivery') && !issuesSome(action))
      .map(({ where }) => `${where} opens a delivery and issues nothing`),
  ]
}

function titleProblems({ stages }: AnyProcedure): readonly string[] {
  return Object.entries(stages).flatMap(([stage, { actions }]) =>
    twice(Object.values(actions).map((action) => action.title)).map(
      (title) => `stage ${stage} has two actions called “${title}”`,
    ),
  )
}

/** The gates of an action, and whom it is about. */
function rulesOf({ gates = [], concerns }: Action): readonly { readonly id: string; readonly basis: string }[] {
  return concerns ? [...gates, concerns] : gates
}

/** What single parties come to is declared with its weight, and nothing that none of them comes to. */
function resultProblems(definition: AnyProcedure): readonly string[] {
  const { results = {} } = definition
  const given = actionsOf(definition).filter(({ action }) => action.concerns && action.outcome !== undefined)
  const outcomes = given.map(({ action }) => action.outcome)
  return [
    ...given
      .filter(({ action }) => !(String(action.outcome) in results))
      .map(({ where, action }) => `${where} gives the result ${action.outcome}, which has no weight`),
    ...Object.keys(results)
      .filter((result) => !outcomes.includes(result))
      .map((result) => `the result ${result} is given by no action`),
  ]
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) < index)
}

/** What a bank tells of has one place at a stage, and it is one where payments are booked. */
function bankProblems(definition: AnyProcedure): readonly string[] {
  const booking = actionsOf(definition).filter(({ action }) => action.fromBank)
  return [
    ...booking
      .filter(({ action }) => action.adds !== 'payment')
      .map(({ where }) => `${where} takes what the bank tells and books no payment`),
    ...twice(booking.map(({ stage }) => stage)).map(
      (stage) => `stage ${stage} takes what the bank tells at two actions`,
    ),
  ]
}

/** What takes a booking back says which and why, and somebody agrees. */
function reversalProblems(definition: AnyProcedure): readonly string[] {
  const reversing = actionsOf(definition).filter(({ action }) => action.adds === 'reversal')
  return reversing.flatMap(({ where, action: { asks = [], approval } }) => {
    if (!approval) return [`${where} takes a booking back and nobody agrees`]
    const isTold = ['reversed-payment', 'reversal-reason'].every((fact) => asks.includes(fact))
    return isTold ? [] : [`${where} takes a booking back and does not ask which and why`]
  })
}
