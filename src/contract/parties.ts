import { z } from 'zod'
import { PARTY_LINE_KINDS } from '#domain/party/party-line.ts'

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

/** One party with the cases of the viewer's agency; of others how many, to an agency that has an open case of its own. */
export const PartyFile = z.object({
  party: Party,
  cases: z.array(PartyCase),
  otherAgencyCases: z.number().int(),
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
