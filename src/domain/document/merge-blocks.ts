import type { PlainDate } from '../calendar/plain-date.ts'

type Attendee = { readonly name: string; readonly position?: string; readonly role?: string }

/** A record made on the spot (N block): inquiry, scene, hearing. Times are printed as given, to the minute. */
export type RecordBlock = {
  readonly startedAt: string
  readonly endedAt?: string
  readonly place: string
  readonly weather?: string
  /** 第几次询问. */
  readonly round?: number
  readonly recorder?: string
  /** Person questioned, or in charge on the scene. */
  readonly subject?: {
    readonly name: string
    readonly sex?: string
    readonly age?: string
    readonly idNumber?: string
    readonly phone?: string
    readonly address?: string
    readonly employer?: string
    readonly relation?: string
  }
  readonly witness?: { readonly name: string; readonly idNumber?: string; readonly phone?: string }
  readonly attendees: readonly Attendee[]
  /** 表明身份、出示证件和告知权利义务 as said. */
  readonly opening?: string
  readonly turns: readonly { readonly speaker: string; readonly text: string }[]
  readonly paragraphs: readonly string[]
  readonly refusal?: string
}

/** A letter that is told in paragraphs, with what it states as rows between them. */
export type LetterBlock = {
  readonly opening: readonly string[]
  readonly rows: readonly { readonly label: string; readonly text: string }[]
  readonly closing: readonly string[]
  /** To whom it goes, where that is no party of the case: a bank. */
  readonly addressee?: string
  /** What the party is called in it. */
  readonly role?: string
  /** What the agency is called in it, where it answers before somebody else. */
  readonly ownRole?: string
}

export type HearingBlock = {
  readonly heldAt: string
  readonly place: string
  readonly isPublic: boolean
  readonly closedReason?: string
  readonly host: Attendee
  readonly hearers: readonly Attendee[]
  readonly clerk: Attendee
}

export type ReviewBlock = {
  /** What is reviewed and when its case was registered, where it is no penalty. */
  readonly subject?: string
  readonly registeredOn?: PlainDate
  readonly submittedOn?: PlainDate
  readonly unit?: string
  readonly submitter?: string
  /** Situations that call for the review, each with its basis. */
  readonly situations: readonly string[]
  readonly materials: readonly string[]
  readonly points: readonly {
    readonly no: number
    readonly title: string
    readonly verdict: string
    readonly reason: string
  }[]
  readonly verdict?: string
  readonly opinion?: string
  readonly reviewer?: { readonly name: string; readonly qualification?: string }
  readonly unitHead?: string
  readonly reviewedOn?: PlainDate
  /** Digest of the draft that the opinion is bound to. */
  readonly draftDigest?: string
}

export type PanelBlock = {
  readonly startedAt: string
  readonly endedAt?: string
  readonly place: string
  readonly host: Attendee
  readonly reporter: Attendee
  readonly recorder: Attendee
  readonly members: readonly Attendee[]
  readonly observers: readonly Attendee[]
  readonly reason?: string
  readonly report?: string
  readonly opinions: readonly { readonly name: string; readonly position?: string; readonly opinion: string }[]
  readonly conclusion?: string
}

export type DeliveryBlock = {
  readonly method: string
  readonly place: string
  readonly deliveredAt?: string
  readonly documents: readonly { readonly title: string; readonly number?: string; readonly copies?: number }[]
  readonly deliverers: readonly Attendee[]
  readonly recipient?: string
  readonly relation?: string
  readonly refusal?: string
  readonly witnesses: readonly Attendee[]
  readonly remark?: string
}

export type PaymentBlock = {
  /** 缴款识别码. */
  readonly code?: string
  readonly decisionNumber?: string
  readonly amountFen: number
  readonly items: readonly { readonly title: string; readonly amountFen: number }[]
  /** Known once the decision is delivered; until then the rule is printed. */
  readonly dueOn?: PlainDate
  readonly dueRule: string
  readonly channels: readonly string[]
}

export type LicenceBlock = {
  readonly item: string
  readonly appliedOn?: PlainDate
  readonly receivedOn?: PlainDate
  readonly dueOn?: PlainDate
  /** How long the decision takes from acceptance: 二十个工作日. */
  readonly decisionTerm?: string
  readonly materials: readonly { readonly title: string; readonly form?: string; readonly copies?: number }[]
  readonly missing: readonly { readonly title: string; readonly requirement: string }[]
  readonly reason?: string
  readonly bases: readonly string[]
  readonly certificate?: {
    readonly title?: string
    readonly number?: string
    readonly scope?: string
    readonly from?: PlainDate
    readonly until?: PlainDate
  }
}

/** What was done to an object or by a person in a period, as lines already in words. */
export type TrailBlock = {
  readonly subject: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly askedBy: string
  readonly askedAt: string
  readonly count: number
  /** SHA-256 over the canonical JSON of the lines. */
  readonly rowsSha256: string
  readonly rows: readonly {
    readonly no: number
    readonly at: string
    readonly who: string
    readonly what: string
    readonly object: string
    readonly address: string
  }[]
}

/** One line of a list of things (L block), as it is printed. */
export type ThingLine = {
  readonly no: number
  readonly name: string
  readonly spec: string
  readonly unit: string
  readonly quantity: string
  readonly value: string
  readonly condition: string
  /** What is decided about it, or how it is sealed and kept. */
  readonly note: string
}

/** Things with what is said of them: in a letter before and after the list, in a record as rows, with the hands that gave and took. */
/** A letter of execution; `to` where it goes to a body that is no party. */
export type ExecutionBlock = {
  readonly to?: string
  readonly opening: readonly string[]
  readonly rows: readonly { readonly label: string; readonly text: string }[]
  readonly closing: readonly string[]
  /** Who signs beside the seal. */
  readonly signers?: readonly string[]
}

export type CustodyBlock = {
  readonly opening: readonly string[]
  readonly closing: readonly string[]
  readonly rows: readonly { readonly label: string; readonly text: string }[]
  readonly things: readonly ThingLine[]
  /** What the last column holds, where it is not a remark. */
  readonly noteTitle?: string
  readonly giver?: string
  readonly receiver?: string
  /** The colleague who confirmed, where somebody from outside received or nobody did. */
  readonly second?: string
  readonly witness?: string
}

/** What is stamped on one numbered page of a bound volume; with a sheet the page is made for it. */
export type StampedPage = {
  readonly no: number
  readonly sheet?: { readonly title: string; readonly lines: readonly string[]; readonly isEmpty: boolean }
}

/** A thing in custody from its listing to where it went; texts as they are printed. */
export type ThingLifeBlock = {
  readonly no: number
  readonly name: string
  readonly seal: string
  readonly measure: string
  readonly rest: string
  readonly life: readonly {
    readonly on: string
    readonly what: string
    readonly amount: string
    readonly hands: string
    readonly paper: string
  }[]
}
