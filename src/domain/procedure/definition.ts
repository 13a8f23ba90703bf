import type { Term } from '../calendar/deadline.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Counting } from '../case/contested-clocks.ts'
import type { CaseState, Run } from '../case/state.ts'
import type { CaseView } from '../case/view.ts'
import type { Movement } from '../custody/movement.ts'
import type { RemedyRoute } from '../document/remedy.ts'
import type { FactShape } from '../form/check-fact.ts'
import type { Column } from '../form/check-table.ts'
import type { LicenceChange } from '../licence/licence.ts'
import type { ParameterCode, TermCode } from '../parameter/registry.ts'
import type { Afterwards } from './afterwards.ts'
import type { AnsweringBody } from './answering-body.ts'
import type { Altered, Contest } from './contest.ts'
import type { Joining, Splitting } from './merging.ts'
import type { Opening } from './opening.ts'
import type { SceneDemand } from './scene-demand.ts'

export type { Opening, Source } from './opening.ts'

/** An article of law, as it is printed beside every rule; a document of the State Council, with its number; or a rule of the house, which says so. */
export type Basis =
  | `《${string}》第${string}条${string}`
  | `《${string}》（${string}号）${string}`
  | `内部管理：${string}`

/** Who may act in a case; a person holds roles by post, and 'handler' only in cases that name them. */
export type Role = 'handler' | 'unit-head' | 'reviewer' | 'agency-head' | 'panel' | 'host' | 'clerk' | 'storekeeper'

export type DocumentCode = string
export type Disclosure = 'public' | 'redacted' | 'officials' | 'handlers'
export type FactKind = FactShape['kind']

/** Declared once; form, check, print, disclosure and statistics read it. */
export type Fact = {
  readonly title: string
  readonly kind: FactKind
  readonly per: 'case' | 'party' | 'violation'
  readonly disclosure: Disclosure
  readonly optional?: true
  readonly help?: string
  /** The heading under which a form shows it, where a long form has parts. */
  readonly under?: string
  readonly choices?: readonly string[]
  /** Of a text that names an entry of a register, which a gate judges, or an act of the origin: the form offers what stands there. */
  readonly register?: 'monitors' | 'acts'
  readonly maxLength?: number
  /** Asked only where the case has several parties. */
  readonly amongSeveral?: true
  /** Portions of a party that are written down now and move with a later action, which does not ask again; each time they are written, they are written anew. */
  readonly drafted?: true
  /** Of one act only: it is said anew each time, and what was said for an act before neither fills it in nor stands for it. */
  readonly eachTime?: true
  /** Of a table, in the order in which they are filled in. */
  readonly columns?: readonly Column[]
}

/**
 * What may lengthen a term, and under which parameter the agency's field allows it. How long another body has lengthened its own is a fact
 * of the act that writes it down.
 */
export type Extension = {
  readonly allowed?: ParameterCode
  readonly by: Exclude<ClockTerm, { readonly until: string } | { readonly plan: string }>
  /** Once more, where a rule of the field allows that apart; its length may be a fact of the act. */
  readonly again?: { readonly allowed: ParameterCode; readonly by: ClockTerm }
}

/**
 * How long a clock runs: a number of the law itself, one that differs by place, so many units as a fact says, until the day that a
 * fact names, or by a plan: a table of the party with a column `dueOn`, each of whose rows runs as a term of its own. Where the fact
 * is not known the clock does not run.
 */
export type ClockTerm =
  | Term
  | { readonly parameter: TermCode }
  | { readonly fact: string; readonly unit: Term['unit'] }
  | { readonly until: string }
  | { readonly plan: string }

/** What a rule of a definition may look at: the case, and the run whose clock it is. */
export type Subject = { readonly state: CaseState; readonly run: Run }

/** Grounds that the rules of a field name; and procedures inside whose time does not count where a parameter says so, while the case waits at this stage. */
export type Deductible = {
  readonly parameter: ParameterCode
  readonly besides?: readonly { readonly ground: string; readonly parameter: ParameterCode; readonly at: string }[]
}

export type Clock = {
  readonly title: string
  readonly term: ClockTerm
  /** The day from which it counts, where that is not the day of the act; none where it does not run in this case. */
  readonly from?: (subject: Subject) => PlainDate | undefined
  /** Where another paragraph gives another term to some cases. */
  readonly instead?: readonly {
    readonly onlyIf: (subject: Subject) => boolean
    readonly term: ClockTerm
    readonly extension?: Extension
    readonly basis: Basis
  }[]
  /** Whose time it is; a term of the party, of a reviewing body, a court or the police is shown, but is nobody's task in the office. */
  readonly binds?: 'party' | AnsweringBody
  /** What the office may do once such a term is over. */
  readonly afterwards?: Afterwards
  /** Of a lawsuit without a review before it: does not run where the decision goes to review first (行政复议法第二十三条第一款). */
  readonly onlyByChoice?: true
  /** Runs apart for each party that the action concerns which starts it. */
  readonly per?: 'party'
  /** Whether the last day moves past holidays; terms that limit power never do. */
  readonly rolls: boolean
  /** Counts from this instant that the action records, and not from when it was typed in: hours to the minute, days from its day. */
  readonly fromInstant?: string
  /** Counts from the day on which this document is delivered, for each party apart, and not from the action. */
  readonly fromDelivery?: DocumentCode
  /** Counts from the day on which the last of these terms is over, for each party apart. */
  readonly after?: readonly string[]
  /** Of each party; stands still while a review or lawsuit about the decision is pending, and counts anew from the day on which nobody can bring one any more. */
  readonly contestable?: true
  /** The date on which it was done, as the act that meets it records it, of the party where it runs for each; by that day it is judged, however late it is typed in. */
  readonly metOn?: string
  /** Met when this document is issued, also by a procedure inside this one. */
  readonly metByIssue?: DocumentCode
  /** Met when this document has been delivered to every party. */
  readonly metByDelivery?: DocumentCode
  /** Codes of child procedures, or named grounds, whose time does not count; a parameter may name them by field. */
  readonly deductible?: readonly string[] | Deductible
  readonly extension?: Extension
  readonly missed: 'warning' | 'refuses' | 'ends'
  /** What the law makes of missing it, as it is said beside the clock and in the refusal. */
  readonly consequence?: string
  readonly basis: Basis
}

/** Looks at the case; answers nothing, or why not. Named, shared, pure. */
export type Gate = {
  readonly id: string
  readonly basis: Basis
  /** Judges what has been typed in, so it is not asked before there is input. */
  readonly judgesInput?: true
  /** The field that its sentence speaks of, as `fact`, `fact@party` or `fact@violation`. */
  readonly field?: string | ((view: CaseView) => string | undefined)
  readonly refuse: (view: CaseView) => string | undefined
}

/** Whether something holds of this party. */
export type Condition = (subject: Subject, party: string) => boolean

/** Whether a paper is made out to this party at all, once the action has taken effect; it may ask what the party owes on that day. */
export type AddresseeCondition = (subject: Subject & { readonly env: Counting }, party: string) => boolean

/**
 * Which parties an action is about. Only they are asked, addressed and judged; with nobody it is refused. Where the action has an
 * `outcome`, that is the result of each of them, and `meets` and `to` wait until every party has a result.
 */
export type Concern = {
  readonly id: string
  readonly basis: Basis
  readonly holds: Condition
  /** Said when it holds for nobody. */
  readonly none: string
}

export type Action<
  Stage extends string = string,
  FactName extends string = string,
  ClockName extends string = string,
> = {
  readonly title: string
  /** Any one of these may take it. */
  readonly by: Role | readonly Role[]
  /** Proposed by `by`; takes effect when the last of these has agreed. Return, hand over, withdraw and remind come with it. */
  readonly approval?: readonly Role[]
  readonly concerns?: Concern
  readonly asks?: readonly FactName[]
  readonly gates?: readonly Gate[]
  readonly records?: readonly SceneDemand[]
  readonly issues?: readonly DocumentCode[]
  /**
   * One paper more, which is chosen when the action is taken: the fact, of the kind `paper`, says which of these it is and holds what that
   * kind asks.
   */
  readonly chooses?: { readonly fact: FactName; readonly among: readonly DocumentCode[] }
  /** Of these, papers that only some parties get; one of the whole case is asked about once, and of no party. */
  readonly issuesIf?: Readonly<Record<DocumentCode, AddresseeCondition>>
  /** Procedures of their own inside this case; 'delivery' is opened once for each issued document and party. */
  readonly opens?: string | readonly string[]
  /**
   * What becomes of things: a fact lists what is taken in, or names portions of what is listed, and they are moved. `paper` is the one by which
   * they move, where that is not the last that the action issues.
   */
  readonly things?: { readonly fact?: FactName; readonly does: 'list' | Movement; readonly paper?: DocumentCode }
  /** Facts that a new beginning makes void, such as what was said to an older notice. */
  readonly clears?: readonly FactName[]
  /** What it adds to the case beside facts. */
  readonly adds?: 'evidence' | 'delivery' | 'handlers' | 'payment' | 'reversal'
  /** What the bank tells of a payment is booked here as well. */
  readonly fromBank?: true
  readonly starts?: readonly ClockName[]
  readonly meets?: readonly ClockName[]
  /** Clocks that no longer matter; unlike `meets` it is never too late for that. */
  readonly closes?: readonly ClockName[]
  /** Of these, terms that no longer matter to some parties only. */
  readonly closesIf?: { readonly [Name in ClockName]?: Condition }
  readonly suspends?: readonly ClockName[]
  readonly resumes?: readonly ClockName[]
  readonly extends?: readonly ClockName[]
  /** Clocks that were lengthened before. */
  readonly extendsAgain?: readonly ClockName[]
  /** What was published of the decision of its origin goes, with the reason of this fact; what was changed is published anew by a document of the `disclosure` (处罚法第四十八条第二款). */
  readonly withdraws?: {
    readonly ground: 'changed' | 'revoked' | { readonly fact: FactName }
    readonly reason: FactName
  }
  readonly joins?: Joining<Stage, FactName, ClockName>
  readonly splits?: Splitting<FactName, ClockName>
  /** What becomes of the licence in the register. */
  readonly licence?: LicenceChange
  /** For how long who is told this may not ask for the same item again, where it touches public safety (行政许可法第七十八条、第七十九条). */
  readonly bars?: { readonly years: number; readonly basis: Basis }
  /** What the procedure has come to, once this is taken; the end stage that is reached later reads it. */
  readonly outcome?: string
  readonly to?: Stage
  readonly basis: Basis
}

export type Stage<S extends string = string, F extends string = string, C extends string = string> = {
  readonly title: string
  /** The outcome with which the procedure ends here; true = the outcome that an action before has set. */
  readonly ends?: string | true
  readonly actions: Readonly<Record<string, Action<S, F, C>>>
}

export type Procedure<S extends string = string, F extends string = string, C extends string = string> = {
  readonly code: string
  readonly version: string
  readonly validFrom: PlainDate
  readonly title: string
  readonly basis: Basis
  /** Present when a case can be opened under it; a procedure without it only runs inside others. */
  readonly opening?: Opening<NoInfer<F>, NoInfer<C>>
  /** Clocks that start when a run inside another case begins. */
  readonly starts?: readonly NoInfer<C>[]
  readonly start: NoInfer<S>
  /** While it is open, the procedure that opened it stands still: no action of it may be taken. */
  readonly halts?: true
  /** Time that clocks of the procedure that opened it may leave out: under which name, or which fact says it; and at which stages, if not at all. */
  readonly deducted?: { readonly as: string | { readonly fact: NoInfer<F> }; readonly at?: readonly NoInfer<S>[] }
  /** The document whose number becomes the number of the case. */
  readonly numberedBy?: DocumentCode
  /** Facts that make up what is decided; a review binds their digest and lapses when they change. */
  readonly draft?: readonly NoInfer<F>[]
  /** Results that single parties may have, with their titles, the weightiest first: what weighs most of those given is the outcome of the case. */
  readonly results?: Readonly<Record<string, string>>
  /** On which ground its decisions go to review before any lawsuit; otherwise the party may choose (行政复议法第二十三条第一款). */
  readonly reviewFirst?: Exclude<RemedyRoute, 'choice'>
  /** A review of, or a lawsuit against, the decision of the case that it comes from: from when until when it is pending. */
  readonly contests?: Contest
  /** What it has made of that decision by now; nothing where it stands (行政强制法第四十条第四项). */
  readonly alters?: (subject: Subject) => Altered | undefined
  /** Document that publishes the result, and the clock within which it is due. */
  readonly disclosure?: { readonly documents: readonly DocumentCode[]; readonly clock: NoInfer<C> }
  readonly facts: Readonly<Record<F, Fact>>
  readonly clocks: Readonly<Record<C, Clock>>
  readonly stages: Readonly<Record<S, Stage<NoInfer<S>, NoInfer<F>, NoInfer<C>>>>
}

/** Types a procedure so that a missing stage, fact or clock is a type error. */
export function procedureOf<const S extends string, const F extends string, const C extends string>(
  procedure: Procedure<S, F, C>,
): Procedure<S, F, C> {
  return procedure
}

/** A procedure as its readers see it, its own names forgotten. */
export type AnyProcedure = Procedure
