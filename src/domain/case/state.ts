import type { PlainDate } from '../calendar/plain-date.ts'
import type { Thing } from '../custody/thing.ts'
import type { PenaltyRange } from '../discretion/penalty-range.ts'
import type { FactValue } from '../form/check-fact.ts'
import type { CaseItem } from '../item/item.ts'
import type { Role } from '../procedure/definition.ts'
import type { Medium } from '../recording/medium.ts'
import type { RecordingDuty } from '../recording/scene.ts'
import type { SceneCode } from '../recording/scenes.ts'
import type { Refused, Signed } from '../signing/signature.ts'
import type { ClockState } from './clock-state.ts'
import type { Countersigning } from './countersigning.ts'
import type { Evidence } from './evidence.ts'

export type { FactRow, FactValue } from '../form/check-fact.ts'
export type { ClockState, Deduction } from './clock-state.ts'
export type { Evidence, Exhibit } from './evidence.ts'
export type FactValues = Readonly<Record<string, FactValue>>

/** Facts of a run: of the case, of each party and of each violation. */
export type Facts = {
  readonly case: FactValues
  readonly party: Readonly<Record<string, FactValues>>
  readonly violation: Readonly<Record<string, FactValues>>
}
export const NO_FACTS: Facts = { case: {}, party: {}, violation: {} }

/** A party as it stood when the case was opened; the register may change later. */
export type Party = {
  readonly id: string
  readonly kind: 'organisation' | 'self-employed' | 'person'
  readonly name: string
  readonly code?: string
  readonly idNumber?: string
  readonly bornOn?: PlainDate
  readonly address: string
  readonly phone: string
  readonly legalRepresentative: string
}

/** One unlawful act of one party, with the clause of the catalogue that was picked for it. */
export type Violation = {
  readonly id: string
  readonly party: string
  readonly cause: string
  readonly catalogueId?: string
  readonly basisViolated: string
  readonly basisPenalty: string
  readonly rangeText: string
  readonly range?: PenaltyRange
}

export type IssuedDocument = {
  readonly id: string
  readonly code: string
  readonly party?: string
  /** Given by the register of numbers in the same transaction. */
  readonly number?: string
  readonly series?: { readonly word: string; readonly year: number; readonly serial: number }
  readonly issuedOn: PlainDate
  /** Digest of the draft that the document carries. */
  readonly draft?: string
}

export type VoidAsked = {
  readonly reason: string
  readonly role: Role
  readonly by: string | null
  readonly on: PlainDate
}

export type Delivery = {
  readonly document: string
  readonly party: string
  readonly method: string
  readonly effectiveOn: PlainDate
  readonly seq: number
}

/** Money that a party has paid to the account of the treasury; booked once and never changed. What was a mistake is taken back by another entry. */
export type Payment = {
  readonly id: string
  readonly party: string
  readonly amountFen: number
  readonly paidOn: PlainDate
  /** Receipt number, or the bank's number of the transfer. */
  readonly reference?: string
  /** From whom it is known. */
  readonly from: 'officer' | 'bank'
  /** The entry that this one takes back, with the same day and the amount below zero; and why. */
  readonly reverses?: string
  readonly reason?: string
  readonly seq: number
}

/** What was said of a scene when its act was done, under the list that held on that day. */
export type SceneWord = {
  readonly scene: SceneCode
  readonly duty: RecordingDuty
  readonly media: readonly Medium[]
  readonly basis: string
  readonly beganAt?: string
  readonly actedAt: string
  /** When the recording has to be in the store; it is owed unless there is a reason why there is none. */
  readonly dueAt: string
  readonly reason?: string
  readonly exception?: SceneException
}

/** Why what must be recorded has no recording: it is lost, or could not be made. */
export const EXCEPTION_GROUNDS = ['lost', 'impossible'] as const
export type ExceptionGround = (typeof EXCEPTION_GROUNDS)[number]

/** Explained in writing by one who took part, and let stand or not by the head of the agency. */
export type SceneException = {
  readonly ground: ExceptionGround
  readonly reason: string
  readonly by: string | null
  readonly on: PlainDate
  readonly decided?: {
    readonly granted: boolean
    readonly opinion: string
    readonly by: string | null
    readonly on: PlainDate
  }
}

/** A recording that somebody has bound to a scene of a run. */
export type BoundRecording = {
  readonly recording: string
  readonly run: string
  readonly scene: SceneCode
  readonly medium: Medium
  readonly capturedAt: string
  readonly sha256: string
  readonly seq: number
}

/** A file that somebody has put to a proposal or to an opinion; the file itself is in the store under its digest. */
export type Attachment = {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly sm3: string
  readonly size: number
  readonly mediaType: string
}

export type Agreement = { readonly role: Role; readonly by: string; readonly opinion: string; readonly on: PlainDate }

export type Proposal = {
  readonly id: string
  readonly action: string
  readonly by: string
  readonly on: PlainDate
  readonly facts: Facts
  readonly evidence: readonly Evidence[]
  readonly scenes?: readonly SceneWord[]
  /** The case into which this one would go over. */
  readonly other?: OtherCase
  readonly approval: readonly Role[]
  readonly agreed: readonly Agreement[]
  /** Handed over to this person for the next agreement. */
  readonly movedTo?: string
  /** Who was asked to be heard first, in that order; absent while nobody was. */
  readonly countersigning?: readonly Countersigning[]
}

export type Taken = {
  readonly action: string
  /** The day of the proposal, where one was agreed to. */
  readonly proposedOn?: PlainDate
  readonly seq: number
  readonly on: PlainDate
  readonly by: string | null
  readonly agreed: readonly Agreement[]
  readonly countersigning?: readonly Countersigning[]
  readonly scenes?: readonly SceneWord[]
}

/** What another body has answered to this run. */
export type Reply = {
  readonly kind: string
  readonly office: string
  readonly by: string
  readonly at: string
  readonly text: string
}

/** A running procedure; runs[0] of a case is its own, the others are children. */
export type Run = {
  readonly id: string
  readonly procedure: string
  readonly version: string
  readonly parent?: string
  readonly openedBy?: string
  readonly openedSeq: number
  readonly document?: string
  readonly party?: string
  /** Who takes part, where it is not everybody. */
  readonly parties?: readonly string[]
  readonly draft?: string
  readonly stage: string
  readonly result?: string
  /** By party, where each has its own; absent in cases from before that. */
  readonly results?: Readonly<Record<string, string>>
  readonly outcome?: string
  readonly endedOn?: PlainDate
  readonly endedSeq?: number
  readonly facts: Facts
  readonly clocks: readonly ClockState[]
  readonly proposals: readonly Proposal[]
  readonly taken: readonly Taken[]
  /** Absent while nobody outside has answered. */
  readonly replies?: readonly Reply[]
}

/** A proposal that came back; shown until it is proposed again. */
export type Returned = { readonly run: string; readonly action: string; readonly to: string; readonly reason: string }

/** What a case has come from; the title is that of the day on which it was opened. `isSplit`: it was one case with it before. */
export type Origin = {
  readonly kind: 'case' | 'clue'
  readonly id: string
  readonly title: string
  readonly isSplit?: true
}

/** Another case, as it was called on that day. */
export type OtherCase = { readonly id: string; readonly title: string }

export type CaseState = {
  readonly id: string
  /** Absent for a case that began by itself, so that older ones stay as they were folded. */
  readonly origin?: Origin
  /** The item of the catalogue from which it was begun, in the version of that day; absent where there was none. */
  readonly item?: CaseItem
  readonly agency: string
  readonly unit: string
  readonly name: string
  readonly number?: string
  readonly openedOn: PlainDate
  readonly endedOn?: PlainDate
  readonly seq: number
  readonly parties: readonly Party[]
  readonly violations: readonly Violation[]
  readonly handlers: readonly string[]
  /** Who handled it before; they neither review nor hear it later. */
  readonly formerHandlers: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly documents: readonly (IssuedDocument & {
    readonly run: string
    readonly seq: number
    readonly voided?: string
    /** It is to be void, and waits for whoever agreed to it. */
    readonly voidAsked?: VoidAsked
  })[]
  readonly deliveries: readonly Delivery[]
  /** Things that were taken into custody, in the order of their lists; absent while nothing was. */
  readonly things?: readonly Thing[]
  readonly returned: readonly Returned[]
  /** What was paid, in the order in which it was booked; absent while nothing was. */
  readonly payments?: readonly Payment[]
  /** Files of proposals and opinions, in the order in which they came; absent while there are none. */
  readonly attachments?: readonly (Attachment & { readonly proposal: string; readonly seq: number })[]
  /** The case into which this one has gone over. */
  readonly mergedInto?: OtherCase & { readonly on: PlainDate }
  /** Cases that were taken in, and those that were split off; absent while there are none. */
  readonly joined?: readonly (OtherCase & { readonly on: PlainDate })[]
  readonly splitOff?: readonly (OtherCase & { readonly on: PlainDate })[]
  /** Who stood aside in a case that has become part of this one, and so stands aside here. */
  readonly recused?: readonly string[]
  /** Absent while nothing is bound, so that cases from before there were recordings stay as they were folded. */
  readonly recordings?: readonly BoundRecording[]
  /** Who has signed which paper, and who has refused; absent while nobody was asked. */
  readonly signatures?: readonly Signed[]
  readonly unsigned?: readonly Refused[]
  /** Once the dossier is sealed nothing is added to the case; later papers become supplements. */
  readonly sealed?: { readonly archiveNumber: string; readonly on: PlainDate; readonly parts: number }
  readonly runs: readonly Run[]
}

/** The run with this id; throws, since a caller only asks for runs that it was offered. */
export function getRun(state: CaseState, id: string): Run {
  const run = findRun(state, id)
  if (!run) throw new Error(`no run ${id} in case ${state.id}`)
  return run
}

export function findRun(state: CaseState, id: string): Run | undefined {
  return state.runs.find((run) => run.id === id)
}

/** The case's own procedure. */
export function rootRun(state: CaseState): Run {
  return getRun(state, MAIN_RUN)
}
export const MAIN_RUN = 'main'
