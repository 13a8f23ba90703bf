import { z } from 'zod'
import { PURPOSES } from '#domain/access-request/access-request.ts'
import type { ApprovalOffer, Offer } from '#domain/case/offers.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { PartyPerformance } from '#domain/execution/performance-sheet.ts'
import { typedText } from './typed-text.ts'

/** In small letters, as the record keeps them: the same id is never two. */
const Id = z.uuid().toLowerCase()
const RawValues = z.record(z.string().max(60), z.unknown())

/** Facts as typed in: of the case, by party and by violation; each value is checked against its declaration. */
export const FactsInput = z.strictObject({
  case: RawValues.default({}),
  party: z.record(z.string().max(60), RawValues).default({}),
  violation: z.record(z.string().max(60), RawValues).default({}),
})
export type FactsInput = z.infer<typeof FactsInput>

export const ViolationInput = z.strictObject({
  party: Id,
  cause: typedText('案由', { max: 200 }).min(2, '“案由”至少 2 个字，例如“经营超过保质期的食品”'),
  catalogueId: Id.optional(),
  basisViolated: typedText('违反的条款', { max: 500 }).default(''),
  basisPenalty: typedText('处罚的依据', { max: 500 }).default(''),
})

/** What a case has come from. */
export const OriginInput = z.strictObject({ kind: z.enum(['case', 'clue']), id: Id })
export type OriginInput = z.infer<typeof OriginInput>

export const OpenCaseInput = z.strictObject({
  procedure: z.string().min(1).max(60),
  name: typedText('案件名称', { max: 200 }).min(5, '案件名称至少 5 个字，例如“某某公司经营超过保质期食品案”'),
  parties: z.array(Id).max(50),
  violations: z.array(ViolationInput).max(50).default([]),
  handlers: z.array(Id).min(1, '请至少指定一名承办人员').max(10),
  facts: FactsInput,
  origin: OriginInput.optional(),
  /** An item of the agency's catalogue, in the version that stands today; it brings its name and its basis. */
  item: Id.optional(),
})
export type OpenCaseInput = z.infer<typeof OpenCaseInput>

export const EvidenceInput = z.strictObject({
  kind: typedText('证据种类', { max: 20 }).min(1, '请写明证据种类，例如“书证”'),
  title: typedText('证据名称', { max: 200 }).min(1, '请写明证据名称'),
  source: typedText('证据来源', { max: 300 }).default(''),
  proves: typedText('证明目的', { max: 300 }).optional(),
  /** A finished upload of this case; evidence without a file is a thing that is described. */
  upload: Id.optional(),
  /** A mark on a recording of this case, or a clip or covered version of one; both when the clip is of the mark. */
  mark: Id.optional(),
  derivative: Id.optional(),
})
export type EvidenceInput = z.infer<typeof EvidenceInput>

/** Of a scene that nothing is bound to: it was recorded and the recording follows, or why it was not. */
const SceneWordInput = z.union(
  [z.strictObject({ follows: z.literal(true) }), z.strictObject({ reason: typedText('没有记录的原因', { max: 500 }) })],
  '每个音像记录环节请写明“已经录制”或者没有记录的原因，二者选一',
)

/** Another case that is moved by the same step, as it was when it was last seen. */
export const OtherCaseInput = z.strictObject({ id: Id, version: z.number().int().positive() })
export type OtherCaseInput = z.infer<typeof OtherCaseInput>

/** Finished uploads of this case that go with what is proposed or said. */
const Attached = z.array(Id).max(20, '一次最多附 20 个文件').optional()

export const ActionInput = z.strictObject({
  run: z.string().min(1).max(60),
  facts: FactsInput.default({ case: {}, party: {}, violation: {} }),
  evidence: z.array(EvidenceInput).max(100).default([]),
  scenes: z.record(z.string().max(60), SceneWordInput).default({}),
  other: OtherCaseInput.optional(),
  attachments: Attached,
})
export type ActionInput = z.infer<typeof ActionInput>

const run = z.string().min(1).max(60)
const words = (title: string) => typedText(title, { max: 2000, isLong: true }).min(1, `请写明${title}`)
export const ApprovalInput = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('agree'),
    run,
    opinion: typedText('审批意见', { max: 2000, isLong: true }).default('同意'),
    other: OtherCaseInput.optional(),
    attachments: Attached,
  }),
  z.strictObject({ do: z.literal('return'), run, reason: words('退回理由'), attachments: Attached }),
  z.strictObject({ do: z.literal('move'), run, to: Id, reason: words('转交理由') }),
  z.strictObject({ do: z.literal('withdraw'), run }),
  z.strictObject({ do: z.literal('remind'), run }),
  z.strictObject({
    do: z.literal('consult'),
    run,
    people: z.array(Id).min(1, '请选一位会签人').max(20, '一次最多送 20 人会签'),
    question: typedText('请会签的事项', { max: 500, isLong: true }).default(''),
  }),
  z.strictObject({
    do: z.literal('countersign'),
    run,
    agrees: z.boolean(),
    opinion: typedText('会签意见', { max: 2000, isLong: true }).default(''),
    attachments: Attached,
  }),
  z.strictObject({ do: z.literal('release'), run, of: Id, reason: words('收回会签的理由') }),
])
export type ApprovalInput = z.infer<typeof ApprovalInput>

const State = z.record(z.string(), z.unknown()) as unknown as z.ZodType<CaseState>
const OfferSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Offer>
const ApprovalSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodType<ApprovalOffer>

/** One line of the timeline, already a sentence. */
export const TimelineEntry = z.object({
  seq: z.number().int(),
  at: z.string(),
  by: z.string().nullable(),
  /** Event type, for the mark in front of the line. */
  type: z.string(),
  sentence: z.string(),
  run: z.string(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const ClockView = z.object({
  run: z.string(),
  clock: z.string(),
  title: z.string(),
  party: z.string().nullable(),
  basis: z.string(),
  /** What the law makes of missing it; empty where nothing follows by itself. */
  consequence: z.string(),
  rawDue: z.string(),
  rolledDue: z.string(),
  estimated: z.boolean(),
  /** The last moment of a term in hours. */
  dueAt: z.string().nullable(),
  state: z.enum(['running', 'soon', 'overdue', 'suspended', 'met']),
  /** Calendar days to the last day; negative when overdue. */
  daysLeft: z.number().int(),
  /** Why it stands still or counts from another day than that of its start, where a dispute makes it so. */
  note: z.string(),
  /** Of a term that is over and not the office's own: what became possible, while nobody has done it. */
  lapse: z.string(),
})
export type ClockView = z.infer<typeof ClockView>

export const VoidInput = z.strictObject({ reason: typedText('作废的原因', { max: 500, isLong: true }) })
export type VoidInput = z.infer<typeof VoidInput>
export const VoidAnswerInput = z.strictObject({
  granted: z.boolean(),
  opinion: typedText('审批意见', { max: 500, isLong: true }).default(''),
})
export type VoidAnswerInput = z.infer<typeof VoidAnswerInput>

/** Beside a paper, for those who may have it voided and for whoever is asked. */
const VoidOffer = z.object({
  refusal: z.string().nullable(),
  act: z.string(),
  together: z.array(z.string()),
  approver: z.string().nullable(),
  asked: z.object({ reason: z.string(), by: z.string().nullable(), on: z.string() }).nullable(),
  mayAnswer: z.boolean(),
})

export const CaseDocument = z.object({
  id: z.string(),
  run: z.string(),
  code: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  party: z.string().nullable(),
  issuedOn: z.string(),
  /** Typeset and sealed; before that the file answers 404 with a sentence. */
  isReady: z.boolean(),
  voided: z.string().nullable(),
  voiding: VoidOffer.nullable(),
})
export type CaseDocument = z.infer<typeof CaseDocument>

export const StageMark = z.object({
  stage: z.string(),
  title: z.string(),
  state: z.enum(['done', 'current', 'ahead']),
})
export type StageMark = z.infer<typeof StageMark>

/** A case on the other side of an origin; of another agency's no more than its number. */
export const LinkedCase = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  procedure: z.string(),
  openedOn: z.string(),
  isEnded: z.boolean(),
  isOurs: z.boolean(),
})
export type LinkedCase = z.infer<typeof LinkedCase>

/** The case as its viewer may see it, with exactly what can be done now. `version` is the If-Match of the next command. */
export const CaseAnswer = z.object({
  version: z.number().int(),
  agencyName: z.string(),
  state: State,
  /** Names of everybody who is spoken of. */
  people: z.record(z.string(), z.string()),
  stages: z.array(StageMark),
  clocks: z.array(ClockView),
  documents: z.array(CaseDocument),
  timeline: z.array(TimelineEntry),
  offers: z.array(OfferSchema),
  approvals: z.array(ApprovalSchema),
  /** Working days promised, allowed and taken, for procedures that count them so. */
  /** What each party has to pay, has paid and still owes; none where nothing is to be paid. */
  performance: z.array(z.custom<PartyPerformance>()),
  times: z.object({ promised: z.number().nullable(), statutory: z.number(), actual: z.number().nullable() }).nullable(),
  /** Where it has come from, and what has come from it. */
  origin: LinkedCase.nullable(),
  followers: z.array(LinkedCase),
  /** The case into which it has gone over, and those that were taken into it. */
  mergedInto: LinkedCase.nullable(),
  joined: z.array(LinkedCase),
  /** Cases into which it would go over by what is proposed, as they are now. */
  others: z.array(OtherCaseInput),
  /** The granted request by which it is read, and when by the clock of the office; null for those who need none. */
  grant: z
    .object({ request: z.string(), untilAt: z.string(), purposes: z.array(z.enum(PURPOSES)), seenAt: z.string() })
    .nullable(),
})
export type CaseAnswer = z.infer<typeof CaseAnswer>

/** A case into which this one may go over. */
export const MergeableCase = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  number: z.string().nullable(),
  party: z.string(),
  unitName: z.string(),
  handlers: z.string(),
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  /** A party of this case is one of its own. */
  sharesParty: z.boolean(),
})
export type MergeableCase = z.infer<typeof MergeableCase>
export const MergeableQuery = z.strictObject({ text: z.string().trim().max(100).optional() })
export const MergeableAnswer = z.object({ rows: z.array(MergeableCase) })
export type MergeableAnswer = z.infer<typeof MergeableAnswer>

/** A form that has not been submitted, saved as it was typed. `version` 0 = nothing saved yet. */
export const DraftInput = z.strictObject({ run, input: ActionInput })
export const DraftAnswer = z.object({
  version: z.number().int(),
  input: ActionInput.nullable(),
  savedAt: z.string().nullable(),
  savedBy: z.string().nullable(),
})
export type DraftAnswer = z.infer<typeof DraftAnswer>

/** What the papers of an action would look like with this input; nothing is stored. */
export const PreviewInput = z.strictObject({
  action: z.string().min(1).max(60),
  input: ActionInput,
  document: z.string().max(60).optional(),
  /** Whose copy; the first of those who get it, where nobody is named. */
  party: Id.optional(),
})
