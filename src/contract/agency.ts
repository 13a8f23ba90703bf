import { z } from 'zod'
import { ROLES } from '#domain/access/permissions.ts'
import { FUNDINGS } from '#domain/agency/agency-record.ts'
import { Day } from './calendar-day.ts'
import { typedText } from './typed-text.ts'

const HEADCOUNT = '编制数应当是 1 到 100000 的整数'

export const AgencyRecordInput = z.strictObject({
  fromOn: Day,
  duty: typedText('主要职责', { max: 2000, isLong: true }).min(2, '请写明主要职责，照“三定”规定'),
  legalRepresentative: typedText('法定代表人', { max: 50 }).min(1, '请写明法定代表人'),
  funding: z.enum(FUNDINGS, `经费来源应当是${FUNDINGS.join('、')}之一`),
  headcount: z.number(HEADCOUNT).int(HEADCOUNT).min(1, HEADCOUNT).max(100_000, HEADCOUNT),
  address: typedText('地址', { max: 200 }).min(2, '请写明地址，文书和公示用它'),
  phone: typedText('电话', { max: 40 }).min(3, '请写明对外公开的电话'),
  complaintPhone: typedText('监督投诉电话', { max: 40 }).default(''),
  ground: typedText('依据', { max: 300 }).min(2, '请写明依据，例如任免文件、“三定”规定的文号'),
})
export type AgencyRecordInput = z.infer<typeof AgencyRecordInput>

/** One version of what is registered; `by` is null for what was not typed in by somebody. */
export const AgencyRecord = AgencyRecordInput.extend({
  version: z.number().int(),
  by: z.string().nullable(),
  at: z.string(),
})
export type AgencyRecord = z.infer<typeof AgencyRecord>

export const UnitMember = z.object({
  id: z.string(),
  name: z.string(),
  posts: z.array(z.object({ role: z.enum(ROLES), fromOn: z.string() })),
  isPrincipal: z.boolean(),
  /** The number of a certificate to enforce that is valid today. */
  certificate: z.string().nullable(),
})
export const AgencyUnit = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  people: z.array(UnitMember),
})
export type AgencyUnit = z.infer<typeof AgencyUnit>

export const AgencyAnswer = z.object({
  /** Of the record; 0 while there is none. */
  version: z.number().int(),
  name: z.string(),
  uscc: z.string(),
  word: z.string(),
  regionName: z.string(),
  nature: z.enum(['statutory', 'authorised', 'entrusted']),
  standing: z.string(),
  qualifiedFromOn: z.string(),
  qualifiedUntilOn: z.string().nullable(),
  address: z.string(),
  phone: z.string(),
  postcode: z.string().nullable(),
  reviewBody: z.string(),
  court: z.string(),
  record: AgencyRecord.nullable(),
  /** The newest first, without the one that stands. */
  earlier: z.array(AgencyRecord),
  units: z.array(AgencyUnit),
})
export type AgencyAnswer = z.infer<typeof AgencyAnswer>
