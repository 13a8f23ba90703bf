import type { Term } from '../calendar/deadline.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Movement } from '../custody/movement.ts'
import type { Portion, Thing } from '../custody/thing.ts'
import type { CaseItem } from '../item/item.ts'
import type { Role } from '../procedure/definition.ts'
import type { SceneCode } from '../recording/scenes.ts'
import type { DocumentSignature, SignatureRefusal } from '../signing/signature.ts'
import type { CountersigningEvent } from './countersigning-event.ts'
import type {
  Attachment,
  BoundRecording,
  Evidence,
  ExceptionGround,
  Facts,
  IssuedDocument,
  Origin,
  OtherCase,
  Party,
  Payment,
  SceneWord,
  Taken,
  Violation,
} from './state.ts'
import type { VoidEvent } from './void-event.ts'

/** Few and general: a new procedure adds data and no event type. `run` names the procedure run inside the case. */
export type CaseEventBody =
  | {
      readonly type: 'case-opened'
      readonly caseId: string
      readonly agency: string
      readonly unit: string
      readonly name: string
      readonly procedure: string
      readonly version: string
      readonly stage: string
      readonly parties: readonly Party[]
      readonly violations: readonly Violation[]
      readonly handlers: readonly string[]
      readonly origin?: Origin
      readonly item?: CaseItem
      /** Of the case from which it was split off. */
      readonly formerHandlers?: readonly string[]
      readonly recused?: readonly string[]
    }
  | { readonly type: 'facts-recorded'; readonly run: string; readonly facts: Facts }
  | {
      readonly type: 'action-proposed'
      readonly run: string
      readonly proposal: string
      readonly action: string
      readonly facts: Facts
      readonly evidence?: readonly Evidence[]
      readonly scenes?: readonly SceneWord[]
      readonly other?: OtherCase
      readonly attachments?: readonly Attachment[]
      readonly approval: readonly Role[]
    }
  | {
      readonly type: 'approval-given'
      readonly run: string
      readonly proposal: string
      readonly role: Role
      readonly opinion: string
      readonly attachments?: readonly Attachment[]
    }
  | {
      readonly type: 'approval-returned'
      readonly run: string
      readonly proposal: string
      readonly role: Role
      readonly reason: string
      readonly attachments?: readonly Attachment[]
    }
  | {
      readonly type: 'approval-moved'
      readonly run: string
      readonly proposal: string
      readonly to: string
      readonly reason: string
    }
  | { readonly type: 'approval-reminded'; readonly run: string; readonly proposal: string }
  | { readonly type: 'proposal-withdrawn'; readonly run: string; readonly proposal: string }
  | CountersigningEvent
  | {
      readonly type: 'action-taken'
      readonly run: string
      readonly action: string
      readonly proposal?: string
      readonly stage: string
      readonly outcome?: string
      /** Whom the action concerned, where it was not everybody. */
      readonly parties?: readonly string[]
      /** By party: what each of those has come to whom the action concerned. */
      readonly results?: Readonly<Record<string, string>>
      readonly clears?: readonly string[]
      readonly scenes?: readonly SceneWord[]
      /** Where it was agreed to in the case from which this one was split off. */
      readonly approved?: { readonly by: string; readonly on: PlainDate } & Pick<Taken, 'agreed' | 'countersigning'>
    }
  | {
      readonly type: 'document-issued'
      readonly run: string
      readonly document: IssuedDocument
      /** The number of this document is the number of the case. */
      readonly numbersCase?: boolean
    }
  | VoidEvent
  /** Somebody has signed the very file that they were shown. */
  | ({ readonly type: 'document-signed' } & DocumentSignature)
  | ({ readonly type: 'signature-refused' } & SignatureRefusal)
  | {
      readonly type: 'delivery-made'
      readonly run: string
      readonly document: string
      readonly party: string
      readonly method: string
      readonly effectiveOn: PlainDate
    }
  | ({ readonly type: 'recording-bound' } & Omit<BoundRecording, 'seq'>)
  /** It was bound by mistake; why. The recording and the record of its binding stay. */
  | {
      readonly type: 'recording-unbound'
      readonly recording: string
      readonly run: string
      readonly scene: SceneCode
      readonly boundSeq: number
      readonly reason: string
    }
  /** A recording that was promised does not come; why. */
  | {
      readonly type: 'scene-explained'
      readonly run: string
      readonly scene: SceneCode
      /** Which act of the scene; absent in events from before that: the newest without a reason. */
      readonly act?: number
      readonly reason: string
    }
  /** What must be recorded is lost, or could not be recorded: explained in writing, for the head of the agency to decide. */
  | {
      readonly type: 'exception-asked'
      readonly run: string
      readonly scene: SceneCode
      readonly act: number
      readonly ground: ExceptionGround
      readonly reason: string
    }
  | {
      readonly type: 'exception-decided'
      readonly run: string
      readonly scene: SceneCode
      readonly act: number
      readonly granted: boolean
      readonly opinion: string
    }
  | { readonly type: 'evidence-added'; readonly run: string; readonly evidence: Evidence }
  | {
      readonly type: 'clock-started'
      readonly run: string
      readonly clock: string
      readonly party?: string
      readonly part?: number
      readonly startOn: PlainDate
      readonly term: Term
      readonly rolls: boolean
      readonly rawDue: PlainDate
      readonly rolledDue: PlainDate
      readonly dueAt?: string
      readonly estimated: boolean
    }
  | {
      readonly type: 'clock-suspended'
      readonly run: string
      readonly clock: string
      readonly party?: string
      readonly ground: string
      readonly fromOn: PlainDate
    }
  | ({
      readonly type: 'clock-resumed'
      readonly run: string
      readonly clock: string
      readonly untilOn: PlainDate
    } & NewDue)
  | ({ readonly type: 'clock-extended'; readonly run: string; readonly clock: string; readonly term: Term } & NewDue)
  /** The holidays of a year were published or changed, and the day moves with them. */
  | ({
      readonly type: 'clock-recomputed'
      readonly run: string
      readonly clock: string
      readonly party?: string
      readonly part?: number
    } & NewDue)
  | {
      readonly type: 'clock-met'
      readonly run: string
      readonly clock: string
      readonly party?: string
      readonly part?: number
      /** The day on which it was done, where that is told. */
      readonly doneOn?: PlainDate
    }
  /** What had met it was a mistake: it runs again as it was, with the same last day. */
  | {
      readonly type: 'clock-reopened'
      readonly run: string
      readonly clock: string
      readonly party?: string
      readonly part?: number
    }
  /** Money of a party has come in, as an officer or the bank's file says; or a booking is taken back. */
  | ({ readonly type: 'payment-booked' } & Omit<Payment, 'seq'>)
  | {
      readonly type: 'child-opened'
      readonly run: string
      readonly parent: string
      readonly action: string
      readonly procedure: string
      readonly version: string
      readonly stage: string
      readonly document?: string
      readonly party?: string
      readonly parties?: readonly string[]
      readonly draft?: string
    }
  | { readonly type: 'child-ended'; readonly run: string; readonly outcome: string }
  | {
      readonly type: 'things-listed'
      readonly run: string
      readonly things: readonly Omit<Thing, 'run' | 'listedOn' | 'document' | 'life'>[]
      readonly document?: string
    }
  | {
      readonly type: 'things-moved'
      readonly run: string
      readonly movement: Movement
      readonly portions: readonly Portion[]
      /** Where they were put: the place in the store. */
      readonly shelf?: string
      readonly document?: string
      readonly given: string | null
      readonly received?: string
    }
  | { readonly type: 'handlers-changed'; readonly handlers: readonly string[]; readonly reason: string }
  /** What another body has answered, in its own words and by its own person. */
  | {
      readonly type: 'reply-received'
      readonly run: string
      readonly office: string
      readonly kind: string
      readonly text: string
    }
  /** This case goes over into another one; what has begun inside it goes on here. */
  | { readonly type: 'case-merged'; readonly into: OtherCase }
  /** Another case is taken in, with its parties and acts and with those who handled it or stood aside in it. */
  | {
      readonly type: 'case-joined'
      readonly from: OtherCase
      readonly parties: readonly Party[]
      readonly violations: readonly Violation[]
      readonly handlers: readonly string[]
      readonly recused: readonly string[]
    }
  /** Acts go on in a new case, and the parties who have no other act here. */
  | {
      readonly type: 'case-split'
      readonly run: string
      readonly into: OtherCase
      readonly parties: readonly string[]
      readonly violations: readonly string[]
    }
  | { readonly type: 'note-made'; readonly text: string }
  | { readonly type: 'case-ended'; readonly outcome: string }
  | {
      readonly type: 'dossier-sealed'
      readonly dossier: string
      /** 1 for the dossier itself, then one for each supplement. */
      readonly part: number
      readonly archiveNumber: string
      readonly retention: string
      /** SHA-256 of the inventory, which names every file with its digests. */
      readonly inventory: string
    }

type NewDue = { readonly rawDue: PlainDate; readonly rolledDue: PlainDate; readonly estimated: boolean }

/** What happened, when, by whom; `on` is the office's calendar date of `at`. */
export type CaseEvent = CaseEventBody & {
  readonly seq: number
  readonly at: string
  readonly on: PlainDate
  readonly by: string | null
}
export type EventOf<T extends CaseEventBody['type']> = Extract<CaseEvent, { type: T }>
