import { actionsOf } from './actions-of.ts'
import type { Known } from './check.ts'
import type { Action, AnyProcedure, Clock } from './definition.ts'
import { opensOf } from './opens-of.ts'

const MOVES = ['starts', 'meets', 'closes', 'suspends', 'resumes', 'extends', 'extendsAgain'] as const

/** Clocks that never start, that nothing meets, or that are moved where the law does not move them. */
export function clockProblems(definition: AnyProcedure, known: Known): readonly string[] {
  return [
    ...strangers(definition),
    ...Object.entries(definition.clocks).flatMap(([name, clock]) => [
      ...lifeProblems(definition, name, clock),
      ...unknownParameters(name, clock, known),
      ...untilProblems(definition, name, clock),
      ...factProblemsOf(definition, name, clock),
      ...metProblems(definition, name, clock),
      ...afterwardsProblems(definition, name, clock),
      ...(clock.onlyByChoice && clock.binds !== 'party' ? [`clock ${name} is of a lawsuit and not of the party`] : []),
      ...(clock.contestable && !clock.after ? [`clock ${name} is contestable and waits for no term of remedies`] : []),
    ]),
    ...moveProblems(definition),
    ...closingProblems(definition),
  ]
}

function strangers(definition: AnyProcedure): readonly string[] {
  const { clocks, starts = [], opening, disclosure } = definition
  const named = [
    ...actionsOf(definition).flatMap(({ action, where }) =>
      MOVES.flatMap((move) => (action[move] ?? []).map((clock) => [where, clock] as const)),
    ),
    ...starts.map((clock) => ['the beginning', clock] as const),
    ...(opening?.starts ?? []).map((clock) => ['the opening', clock] as const),
    ...(disclosure ? [['the disclosure', disclosure.clock] as const] : []),
  ]
  return named
    .filter(([, clock]) => !clocks[clock])
    .map(([where, clock]) => `${where} names ${clock}, which is no clock`)
}

function lifeProblems(definition: AnyProcedure, name: string, clock: Clock): readonly string[] {
  const problems: string[] = []
  if (!isStarted(definition, name, clock)) problems.push(`clock ${name} is never started`)
  if (!isMet(definition, name, clock)) problems.push(`clock ${name} is never met and does not bind the party`)
  if ('plan' in clock.term && definition.facts[clock.term.plan]?.kind !== 'table')
    problems.push(`clock ${name} runs by ${clock.term.plan}, which is no table`)
  for (const document of [clock.fromDelivery, clock.metByDelivery])
    if (document !== undefined && !isDelivered(definition, document))
      problems.push(`clock ${name} waits for the delivery of ${document}, which no action issues and delivers`)
  return [...problems, ...hourProblems(definition, name, clock)]
}

/** A term in hours is neither moved, stopped nor lengthened; what counts from an act counts from an instant that is recorded. */
function hourProblems({ facts }: AnyProcedure, name: string, clock: Clock): readonly string[] {
  const { fromInstant, term, rolls, deductible, extension } = clock
  const isHours = 'unit' in term && term.unit === 'hour'
  return [
    ...(isHours && (rolls || deductible || extension)
      ? [`clock ${name} counts hours, which are not moved, stopped or lengthened`]
      : []),
    ...(fromInstant !== undefined && facts[fromInstant]?.kind !== 'instant'
      ? [`clock ${name} counts from ${fromInstant}, which is no instant`]
      : []),
  ]
}

/** A last day that is set by hand stands in a date that every action which starts the clock asks for. */
function untilProblems(definition: AnyProcedure, name: string, { term }: Clock): readonly string[] {
  if (!('until' in term)) return []
  const { until } = term
  const fact = definition.facts[until]
  if (fact?.kind !== 'date' || fact.per !== 'case' || fact.optional)
    return [`clock ${name} counts until ${until}, which is no date that must be given`]
  if (definition.opening?.asks.includes(until)) return []
  return actionsOf(definition)
    .filter(({ action }) => action.starts?.includes(name) && !action.asks?.includes(until))
    .map(({ where }) => `${where} starts ${name} without asking for ${until}`)
}

function isStarted(definition: AnyProcedure, name: string, { fromDelivery, after }: Clock): boolean {
  const { starts = [], opening } = definition
  const begun = [...starts, ...(opening?.starts ?? [])]
  return (
    fromDelivery !== undefined ||
    after?.some((one) => definition.clocks[one] !== undefined) ||
    begun.includes(name) ||
    isNamed(definition, 'starts', name)
  )
}

/** The job that publishes meets the clock of the disclosure. */
function isMet(definition: AnyProcedure, name: string, { metByDelivery, metByIssue, binds }: Clock): boolean {
  const isElsewhere =
    [metByDelivery, metByIssue, binds].some((one) => one !== undefined) || definition.disclosure?.clock === name
  return isElsewhere || isNamed(definition, 'meets', name)
}

function isNamed(definition: AnyProcedure, move: (typeof MOVES)[number], name: string): boolean {
  return actionsOf(definition).some(({ action }) => action[move]?.includes(name))
}

function isDelivered(definition: AnyProcedure, document: string): boolean {
  return actionsOf(definition).some(
    ({ action }) => opensOf(action).includes('delivery') && action.issues?.includes(document),
  )
}

function unknownParameters(
  name: string,
  { deductible, instead = [], ...clock }: Clock,
  { parameters }: Known,
): readonly string[] {
  const terms = [clock, ...instead].flatMap(({ term, extension }) => [
    'parameter' in term ? term.parameter : undefined,
    extension?.allowed,
    extension?.again?.allowed,
    extension && 'parameter' in extension.by ? extension.by.parameter : undefined,
  ])
  const named = deductible && 'parameter' in deductible ? [deductible, ...(deductible.besides ?? [])] : []
  const codes = [...terms, ...named.map(({ parameter }) => parameter)]
  return codes
    .filter((code) => code !== undefined && !parameters.has(code))
    .map((code) => `clock ${name} names ${code}, which is no parameter`)
}

/** A term that a fact gives needs a number of it. */
function factProblemsOf(
  { facts }: AnyProcedure,
  name: string,
  { term, instead = [], extension }: Clock,
): readonly string[] {
  return [
    term,
    ...instead.map((other) => other.term),
    ...(extension ? [extension.by] : []),
    ...(extension?.again ? [extension.again.by] : []),
  ]
    .flatMap((one) => ('fact' in one ? [one.fact] : []))
    .filter((fact) => facts[fact]?.kind !== 'count')
    .map((fact) => `clock ${name} runs by ${fact}, which is no fact that counts`)
}

/** The day on which it was met is a date that every action which meets the clock asks for. */
function metProblems(definition: AnyProcedure, name: string, { metOn }: Clock): readonly string[] {
  if (metOn === undefined) return []
  const { kind, per } = definition.facts[metOn] ?? {}
  if (kind !== 'date' || per === 'violation')
    return [`clock ${name} is met on ${metOn}, which is no date of the case or a party`]
  return actionsOf(definition)
    .filter(({ action }) => action.meets?.includes(name) && !action.asks?.includes(metOn))
    .map(({ where }) => `${where} meets ${name} without asking for ${metOn}`)
}

/** What is open after a term is an action, and the term is somebody else's. */
function afterwardsProblems(definition: AnyProcedure, name: string, { afterwards, binds }: Clock): readonly string[] {
  if (!afterwards) return []
  const isKnown = actionsOf(definition).some((placed) => placed.name === afterwards.may)
  return [
    ...(isKnown ? [] : [`clock ${name} opens ${afterwards.may} when it is over, which is no action`]),
    ...(binds ? [] : [`clock ${name} says what is open once it is over, and is the office's own`]),
  ]
}

function moveProblems(definition: AnyProcedure): readonly string[] {
  return actionsOf(definition).flatMap(({ action, where }) => [
    ...which(definition, action, 'suspends', (clock) => clock.deductible).map(
      (name) => `${where} suspends ${name}, from which nothing is deducted`,
    ),
    ...which(definition, action, 'resumes', (clock) => clock.deductible).map(
      (name) => `${where} resumes ${name}, from which nothing is deducted`,
    ),
    ...which(
      definition,
      action,
      'extends',
      (clock) => clock.extension ?? clock.instead?.some((other) => other.extension),
    ).map((name) => `${where} extends ${name}, which has no extension`),
    ...which(definition, action, 'extendsAgain', (clock) => clock.extension?.again).map(
      (name) => `${where} extends ${name} again, which has no second extension`,
    ),
  ])
}

/** Who is spared a term must be spared one that the action closes. */
function closingProblems(definition: AnyProcedure): readonly string[] {
  return actionsOf(definition).flatMap(({ action: { closes = [], closesIf = {} }, where }) =>
    Object.keys(closesIf)
      .filter((name) => !closes.includes(name))
      .map((name) => `${where} says whose ${name} it closes without closing it`),
  )
}

function which(
  { clocks }: AnyProcedure,
  action: Action,
  move: 'suspends' | 'resumes' | 'extends' | 'extendsAgain',
  allows: (clock: Clock) => unknown,
): readonly string[] {
  return (action[move] ?? []).filter((name) => clocks[name] && !allows(clocks[name]))
}
