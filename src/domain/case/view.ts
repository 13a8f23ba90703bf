import { findAction } from '../procedure/actions-of.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { canonicalJson } from '../record-log/canonical-json.ts'
import { isOver } from './clock.ts'
import { actsOf, concernedBy } from './concerned.ts'
import type { Environment, Person } from './environment.ts'
import { mergeFacts } from './evolve.ts'
import {
  type CaseState,
  type ClockState,
  type Evidence,
  type Facts,
  type FactValue,
  type Party,
  type Run,
  rootRun,
  type Taken,
  type Violation,
} from './state.ts'

/** What a gate sees: one run of a case, with what is being typed in already merged into its facts. */
export type CaseView = {
  readonly env: Environment
  readonly state: CaseState
  readonly procedure: AnyProcedure
  readonly run: Run
  /** Whom the action is about, and what they did. */
  readonly parties: readonly Party[]
  readonly violations: readonly Violation[]
  readonly actor: Person
  readonly action: string
  /** What is being typed in, apart from what was known. */
  readonly input: Facts
  readonly addedEvidence: readonly Evidence[]
}

export type ViewInput = {
  readonly env: Environment
  readonly state: CaseState
  readonly run: Run
  readonly actor: Person
  readonly action: string
  readonly facts: Facts
  readonly evidence: CaseView['addedEvidence']
}

/** The case as a gate sees it, with the input already in its place. */
export function viewOf({ env, state, run, actor, action, facts, evidence }: ViewInput): CaseView {
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const merged = { ...run, facts: mergeFacts(run.facts, facts) }
  const runs = state.runs.map((item) => (item.id === run.id ? merged : item))
  const after = { ...state, runs }
  const parties = concernedBy(findAction(procedure, run.stage, action), { state: after, run: merged })
  return {
    env,
    state: after,
    procedure,
    run: merged,
    parties,
    violations: actsOf(state, parties),
    actor,
    action,
    input: facts,
    addedEvidence: evidence,
  }
}

export function factOf(view: CaseView, name: string): FactValue | undefined {
  return view.run.facts.case[name]
}

export function rootFactOf(view: CaseView, name: string): FactValue | undefined {
  return rootRun(view.state).facts.case[name]
}

/** A fact of the case from which this one has come. */
export function originFactOf({ env }: Pick<CaseView, 'env'>, name: string): FactValue | undefined {
  return env.origin && rootRun(env.origin).facts.case[name]
}

export function textOf(view: CaseView, name: string): string {
  const value = factOf(view, name)
  return typeof value === 'string' ? value : ''
}

export function holds(view: CaseView, name: string): boolean {
  return factOf(view, name) === true
}

export function peopleOf(view: CaseView, name: string): readonly string[] {
  const value = factOf(view, name)
  return Array.isArray(value) ? value : []
}

export function partyFactOf(view: CaseView, party: string, name: string): FactValue | undefined {
  return view.run.facts.party[party]?.[name]
}

export function violationFactOf(view: Pick<CaseView, 'run'>, violation: string, name: string): FactValue | undefined {
  return view.run.facts.violation[violation]?.[name]
}

export function fenOf(view: Pick<CaseView, 'run'>, violation: string, name: string): number {
  const value = violationFactOf(view, violation, name)
  return typeof value === 'number' ? value : 0
}

/** The newest child of this run under that procedure. */
export function childOf(view: CaseView, procedure: string): Run | undefined {
  return childrenOf(view, procedure).at(-1)
}

export function childrenOf(view: CaseView, procedure: string): readonly Run[] {
  return view.state.runs.filter((run) => run.parent === view.run.id && run.procedure === procedure)
}

export function takenOf(view: CaseView, action: string): Taken | undefined {
  return view.run.taken.findLast((taken) => taken.action === action)
}

/** The day on which a party has the newest document of this kind; a document that was voided does not count. */
export function deliveredOn(view: CaseView, code: string, party: string): string | undefined {
  const newest = view.state.documents.findLast(
    (doc) => doc.code === code && !doc.voided && (doc.party === undefined || doc.party === party),
  )
  const made = view.state.deliveries.filter((item) => item.document === newest?.id && item.party === party)
  return made.at(-1)?.effectiveOn
}

/** Whether everybody whom the action concerns has it today. */
export function isDelivered(view: CaseView, code: string): boolean {
  return view.parties.every((party) => {
    const on = deliveredOn(view, code, party.id)
    return on !== undefined && on <= view.env.today
  })
}

/** The clock as it was last started, for this party when it counts for each apart. */
export function clockOf(view: CaseView, name: string, party?: string): ClockState | undefined {
  return view.run.clocks.findLast((clock) => clock.clock === name && clock.party === party)
}

export function isClockOver(view: CaseView, name: string, party?: string): boolean {
  const clock = clockOf(view, name, party)
  return clock !== undefined && isOver(clock, view.env)
}

/** Digest of all that would be decided: the facts that the procedure calls its draft, and the violations. */
export function draftDigest(view: CaseView): string {
  return digestOfDraft(view.env, view.state, view.run)
}

export function digestOfDraft(env: Environment, state: CaseState, run: Run): string {
  const names = new Set(getProcedure(env.procedures, run.procedure, run.version).draft ?? [])
  const picked = (values: Readonly<Record<string, FactValue>>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
  const each = (by: Run['facts']['party']) =>
    Object.fromEntries(Object.entries(by).map(([id, values]) => [id, picked(values)]))
  const { facts } = run
  return env.digest(
    canonicalJson({
      case: picked(facts.case),
      party: each(facts.party),
      violation: each(facts.violation),
      violations: state.violations,
      parties: state.parties.map((party) => party.id),
    }),
  )
}
