import type { PlainDate } from '../calendar/plain-date.ts'
import type {
  CustodyBlock,
  DeliveryBlock,
  ExecutionBlock,
  HearingBlock,
  LetterBlock,
  LicenceBlock,
  PanelBlock,
  PaymentBlock,
  RecordBlock,
  ReviewBlock,
  StampedPage,
  ThingLifeBlock,
  TrailBlock,
} from './merge-blocks.ts'
import type { PartyBlock } from './party-block.ts'
import type { AgencyStanding, Remedy } from './remedy.ts'

/**
 * What a template gets: plain JSON. Blocks a kind does not need are left out; a template prints blanks for a block that it
 * needs and does not get, so that the form can also be filled by hand.
 */
export type DocumentData = {
  readonly document: {
    readonly code: string
    readonly title: string
    readonly number?: string
    /** The date that is printed under the seal and fixed in the file; the file's bytes depend on it. */
    readonly issuedOn: PlainDate
    readonly verifyUrl?: string
    /** A preview before issue: 草稿 stands across each page. */
    readonly isDraft?: boolean
    /** A copy for somebody who was granted access: who they are and when, across each page. */
    readonly watermark?: string
  }
  readonly agency: AgencyBlock
  readonly case: {
    readonly number?: string
    readonly name: string
    readonly source?: string
    readonly cause?: string
    readonly foundOn?: PlainDate
    readonly openedOn?: PlainDate
    readonly decidedOn?: PlainDate
    readonly closedOn?: PlainDate
  }
  readonly parties: readonly PartyBlock[]
  /** The addressee, for kinds made per party. */
  readonly party?: PartyBlock
  readonly violations: readonly ViolationBlock[]
  readonly officers: readonly { readonly name: string; readonly certificate: string }[]
  readonly approvals: readonly ApprovalBlock[]
  readonly evidence: readonly EvidenceBlock[]
  /** Lines of the audit, for the paper of a trail. */
  readonly trail?: TrailBlock
  /** Narrative. A template places the ids it knows (see SECTION_IDS) and prints the others after them, in order. */
  readonly sections: readonly {
    readonly id?: SectionId
    readonly title: string
    readonly paragraphs: readonly string[]
  }[]
  /** Facts of the case by their code, already formatted for print. */
  readonly facts: Readonly<Record<string, string>>
  /** Facts to print as labelled rows, in this order; forms show them between the parties and the narrative. */
  readonly rows: readonly { readonly label: string; readonly text: string }[]
  readonly deadlines: readonly { readonly title: string; readonly dueOn: PlainDate; readonly basis?: string }[]
  readonly remedy?: Remedy
  readonly decision?: DecisionBlock
  readonly notice?: NoticeBlock
  readonly letter?: LetterBlock
  readonly record?: RecordBlock
  readonly hearing?: HearingBlock
  readonly review?: ReviewBlock
  readonly panel?: PanelBlock
  readonly delivery?: DeliveryBlock
  readonly payment?: PaymentBlock
  readonly licence?: LicenceBlock
  readonly transfer?: { readonly to: string; readonly crime: string; readonly attachments: readonly string[] }
  readonly custody?: CustodyBlock
  readonly execution?: ExecutionBlock
  readonly dossier?: DossierBlock
  readonly propertyTest?: PropertyTestBlock
  readonly catalogue: readonly CatalogueRow[]
  /** For the sheet of what became of things. */
  readonly thingLives?: readonly ThingLifeBlock[]
  /** Numbers that are laid on the pages of a bound volume. */
  readonly volume?: readonly StampedPage[]
}

/** Sections a template gives a fixed place: course 调查经过, facts 违法事实, statement 陈述申辩听证, discretion 裁量, proposal 处理建议, ground 理由, execution 执行. */
export const SECTION_IDS = [
  'course',
  'facts',
  'statement',
  'discretion',
  'decided',
  'proposal',
  'ground',
  'things',
  'execution',
] as const
export type SectionId = (typeof SECTION_IDS)[number]

export type AgencyBlock = {
  readonly name: string
  /** 机关代字. */
  readonly word: string
  readonly address: string
  readonly phone: string
  readonly postcode?: string
  readonly uscc: string
  /** Computed from its standing, unless it has written another down; so is the court. */
  readonly reviewBody: string
  readonly court: string
  /** Not printed: the bases of a remedy clause follow from it. */
  readonly standing?: AgencyStanding
  /** The unit that handles the case. */
  readonly unit?: string
  readonly payee?: { readonly name: string; readonly bank: string; readonly account: string }
}

export type ViolationBlock = {
  readonly cause: string
  readonly facts: string
  /** Provisions breached (违反), then those the penalty rests on (依据). */
  readonly breached: readonly string[]
  readonly bases: readonly string[]
  readonly tier?: string
  readonly reason?: string
  readonly fineFen?: number
  /** Penalties other than the fine, as they are to be read: 警告; 没收违法所得320元. */
  readonly otherPenalties: readonly string[]
  readonly correction?: string
}

export type ApprovalBlock = {
  readonly role: string
  readonly name?: string
  readonly verdict?: string
  readonly opinion?: string
  readonly onDate?: PlainDate
}

export type EvidenceBlock = {
  readonly no: number
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly proves?: string
  readonly pages?: number
  /** SHA-256, hexadecimal. */
  readonly digest?: string
}

export type DecisionBlock = {
  /** Sentences of the decision, in order; left out, they are drawn from the violations. */
  readonly items?: readonly string[]
  /** 不予处罚的具体理由与条款. */
  readonly ground?: string
  readonly education?: string
  /** What is ordered of who answers for the party (行政处罚法第三十条、第三十一条). */
  readonly guardianOrder?: string
  readonly payOn?: PlainDate
}

export type NoticeBlock = {
  readonly statementTerm: string
  /** Set when the party may demand a hearing (行政处罚法第六十三条): why. */
  readonly hearingGround?: string
  /** Until when a hearing may be demanded: 自收到本告知书之日起五个工作日内. */
  readonly hearingTerm?: string
  readonly contact: { readonly name: string; readonly phone: string; readonly address: string }
}

export type DossierBlock = {
  readonly archiveNumber?: string
  readonly result: string
  /** The case into which this one has gone over. */
  readonly mainCase?: string
  readonly archivedOn?: PlainDate
  readonly retention: string
  readonly volumes?: number
  readonly pages?: number
  readonly keeper?: string
  readonly archivist?: string
  readonly handedOverOn?: PlainDate
  readonly items?: number
  readonly electronicItems?: number
  readonly events?: number
  readonly arrangement?: string
  /** 情况说明, as the keeper wrote it. */
  readonly notes?: string
}

/** 四性检测, check by check. */
export type PropertyTestBlock = {
  readonly verdict: string
  readonly groups: readonly {
    readonly title: string
    readonly checks: readonly {
      readonly id: string
      readonly title: string
      readonly looked: string
      readonly result: string
      readonly finding: string
    }[]
  }[]
}

export type CatalogueRow = {
  readonly no: number
  readonly number?: string
  readonly title: string
  readonly onDate?: PlainDate
  readonly pages?: string
  readonly remark?: string
  /** SHA-256 of what has no paper: a recording. */
  readonly digest?: string
  /** The part of a pack to which it belongs, and what it proves. */
  readonly part?: string
  readonly proves?: string
}
