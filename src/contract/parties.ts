import { z } from 'zod'
import { PARTY_LINE_KINDS } from '#domain/party/party-line.ts'
import { MERGE_STEPS } from '#domain/party/party-merge.ts'
import { typedText } from './typed-text.ts'

export const PARTY_KINDS = ['organisation', 'self-employed', 'person'] as const
export const ID_KINDS = ['resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit', 'other'] as const

const optionalText = (max: number) => z.string().trim().max(max).default('')

/** A party as entered; what the kind demands is checked by the command. */
export const PartyInput = z.strictObject({
  kind: z.enum(PARTY_KINDS),
  name: z.string().trim().min(1).max(200),
  code: z.string().trim().min(1).max(40).nullable().default(null),
  idKind: z.enum(ID_KINDS).nullable().default(null),
  idNumber: z.string().trim().min(1).max(40).nullable().default(null),
  address: optionalText(300),
  phone: optionalText(40),
  legalRepresentative: optionalText(100),
})
export type PartyInput = z.infer<typeof PartyInput>

export const PartySearch = z.strictObject({
  q: z.string().trim().min(1).max(100),
})
export type PartySearch = z.infer<typeof PartySearch>

/** In lists the identity number is masked. */
export const PartyRow = z.object({
  id: z.string(),
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  code: z.string().nullable(),
  maskedIdNumber: z.string().nullable(),
  address: z.string(),
})
export type PartyRow = z.infer<typeof PartyRow>
/** `isCapped`: there are more; ask more precisely. */
export const PartiesAnswer = z.object({ parties: z.array(PartyRow), isCapped: z.boolean() })
export type PartiesAnswer = z.infer<typeof PartiesAnswer>

export const Party = z.object({
  id: z.string(),
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  code: z.string().nullable(),
  idKind: z.enum(ID_KINDS).nullable(),
  idNumber: z.string().nullable(),
  address: z.string(),
  phone: z.string(),
  legalRepresentative: z.string(),
  version: z.number().int(),
})
export type Party = z.infer<typeof Party>

export const PartyCase = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  procedureCode: z.string(),
  stage: z.string(),
  outcome: z.string().nullable(),
  openedOn: z.string(),
  endedOn: z.string().nullable(),
})
export type PartyCase = z.infer<typeof PartyCase>

/** A merge of two entries of the register, with everyone who took a step. */
export const PartyMerge = z.object({
  id: z.string(),
  state: z.enum(MERGE_STEPS),
  duplicate: z.object({ id: z.string(), name: z.string() }),
  kept: z.object({ id: z.string(), name: z.string() }),
  agency: z.string(),
  isOwn: z.boolean(),
  steps: z.array(
    z.object({ step: z.enum(MERGE_STEPS), by: z.string(), byId: z.string(), at: z.string(), reason: z.string() }),
  ),
})
export type PartyMerge = z.infer<typeof PartyMerge>

const REASON = typedText('理由', { max: 500, isLong: true }).min(2, '请写明理由')

export const ProposeMergeInput = z.strictObject({
  into: z.uuid('请选择并入哪一个当事人').toLowerCase(),
  reason: REASON,
})
export type ProposeMergeInput = z.infer<typeof ProposeMergeInput>
export const DecideMergeInput = z.strictObject({
  step: z.enum(['confirmed', 'refused', 'undone'], '请选择确认、不同意或者撤销'),
  reason: REASON,
})
export type DecideMergeInput = z.infer<typeof DecideMergeInput>
export const PartyMerged = z.object({ id: z.string(), state: z.enum(MERGE_STEPS) })
export type PartyMerged = z.infer<typeof PartyMerged>

/** One party with the cases of the viewer's agency; of others how many, to an agency that has an open case of its own. */
export const PartyFile = z.object({
  party: Party,
  cases: z.array(PartyCase),
  otherAgencyCases: z.number().int(),
  /** The entry that stands for this one since they were merged. */
  mergedInto: z.object({ id: z.string(), name: z.string() }).nullable(),
  merges: z.array(PartyMerge),
  version: z.number().int(),
})
export type PartyFile = z.infer<typeof PartyFile>

export const PartyLinesQuery = z.strictObject({
  kind: z.enum(PARTY_LINE_KINDS, '没有这一类').optional(),
  after: z.string().max(120).optional(),
})
export type PartyLinesQuery = z.output<typeof PartyLinesQuery>

/** One thing that happened with a party; `caseId` leads to a case of the own agency. */
export const PartyLine = z.object({
  kind: z.enum(PARTY_LINE_KINDS),
  id: z.string(),
  on: z.string(),
  title: z.string(),
  note: z.string(),
  caseId: z.string().nullable(),
  agency: z.string(),
  isOwn: z.boolean(),
})
export type PartyLine = z.infer<typeof PartyLine>
const n = z.number().int()
export const PartyLinesAnswer = z.object({
  lines: z.array(PartyLine),
  counts: z.object({ case: n, document: n, recording: n, thing: n, licence: n, disclosure: n }),
  next: z.string().nullable(),
})
export type PartyLinesAnswer = z.infer<typeof PartyLinesAnswer>
