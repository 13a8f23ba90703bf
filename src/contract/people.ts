import { z } from 'zod'
import { ROLES } from '#domain/access/permissions.ts'

export const PeopleQuery = z.strictObject({
  role: z.enum(ROLES).optional(),
  unitId: z.uuid().optional(),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

export const PersonCertificate = z.object({
  kind: z.enum(['enforcement', 'supervision', 'host', 'review']),
  number: z.string(),
  validFromOn: z.string(),
  validUntilOn: z.string(),
  state: z.enum(['valid', 'suspended', 'revoked']),
})

/** A colleague with today's posts; `notOfficerBecause` is null for those who may act as officers today. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  employment: z.enum(['staff', 'contract', 'temporary']),
  hasLawLicence: z.boolean(),
  posts: z.array(z.object({ role: z.enum(ROLES), unitId: z.string(), unitName: z.string(), isPrincipal: z.boolean() })),
  certificates: z.array(PersonCertificate),
  isOfficerToday: z.boolean(),
  notOfficerBecause: z.string().nullable(),
})
export type Person = z.infer<typeof Person>
export const PeopleAnswer = z.object({ people: z.array(Person) })

export const Agency = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  field: z.string(),
  regionCode: z.string(),
  isOwn: z.boolean(),
})
export const AgenciesAnswer = z.object({ agencies: z.array(Agency) })
export type AgenciesAnswer = z.infer<typeof AgenciesAnswer>

export const Unit = z.object({ id: z.string(), name: z.string(), kind: z.string() })
export const UnitsAnswer = z.object({ units: z.array(Unit) })
export type UnitsAnswer = z.infer<typeof UnitsAnswer>
