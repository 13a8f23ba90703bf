import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PartyInput } from '#contract/parties.ts'
import { ROLES } from '#domain/access/permissions.ts'
import { FUNDINGS } from '#domain/agency/agency-record.ts'

const FOLDER = join(import.meta.dirname, '../../../../db/demo')

const DemoPerson = z.strictObject({
  name: z.string(),
  unit: z.string(),
  roles: z.array(z.enum(ROLES)),
  login: z.string().optional(),
  employment: z.enum(['staff', 'contract', 'temporary']).default('staff'),
  hasLawLicence: z.boolean().default(false),
  firstReviewedOn: z.iso.date().nullable().default(null),
  isPrincipal: z.boolean().default(false),
  certificates: z
    .array(
      z.strictObject({
        kind: z.enum(['enforcement', 'supervision', 'host', 'review']),
        number: z.string(),
        validFromOn: z.iso.date(),
        validUntilOn: z.iso.date(),
      }),
    )
    .default([]),
})
export type DemoPerson = z.infer<typeof DemoPerson>

const DemoAgency = z.strictObject({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  word: z.string(),
  field: z.string(),
  kind: z.enum(['enforcement', 'police', 'procuratorate', 'supervisory']).default('enforcement'),
  uscc: z.string(),
  address: z.string(),
  phone: z.string(),
  postcode: z.string(),
  /** Whom it answers to; where its acts are reviewed follows from it. */
  standing: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('department') }),
      z.strictObject({ kind: z.literal('justice'), higherDepartment: z.string() }),
    ])
    .default({ kind: 'department' }),
  record: z
    .strictObject({
      duty: z.string(),
      legalRepresentative: z.string(),
      funding: z.enum(FUNDINGS),
      headcount: z.number().int(),
      ground: z.string(),
      complaintPhone: z.string(),
    })
    .optional(),
  duties: z.partialRecord(z.enum(ROLES), z.string()).default({}),
  entrustments: z
    .array(
      z.strictObject({
        organisation: z.string(),
        uscc: z.string(),
        representative: z.string(),
        address: z.string(),
        phone: z.string(),
        basis: z.string(),
        items: z.array(z.string()),
        powers: z.string(),
        contractNumber: z.string(),
        signedOn: z.iso.date(),
        fromOn: z.iso.date(),
        untilOn: z.iso.date(),
      }),
    )
    .default([]),
  payee: z.strictObject({ name: z.string(), bank: z.string(), account: z.string() }),
  units: z.array(z.strictObject({ name: z.string(), kind: z.string() })),
  people: z.array(DemoPerson),
})
export type DemoAgency = z.infer<typeof DemoAgency>

const DemoRegion = z.strictObject({
  regions: z.array(
    z.strictObject({ code: z.string(), name: z.string(), parentCode: z.string().nullable().default(null) }),
  ),
  agencies: z.array(DemoAgency),
})

const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))

/** The invented region 南屏市青石区: nobody and nothing in it exists. */
export const readDemoRegion = (): z.infer<typeof DemoRegion> => DemoRegion.parse(read('region.json'))

export const readDemoParties = (): PartyInput[] =>
  z.strictObject({ parties: z.array(PartyInput) }).parse(read('parties.json')).parties
