import { createHash } from 'node:crypto'
import type { Role } from '#domain/access/permissions.ts'
import type { DemoAgency, DemoPerson } from './demo-region.ts'

const SINCE = '2020-01-01'

/** A UUID version 8 from a name, so that seeding twice meets the same rows. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`demo:${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

export type Rows = Readonly<Record<string, unknown>>[]

export const agencyRow = (agency: DemoAgency, regionCode: string): Rows[number] => ({
  id: demoId(agency.code),
  code: agency.code,
  name: agency.name,
  short_name: agency.shortName,
  word: agency.word,
  field: agency.field,
  region_code: regionCode,
  uscc: agency.uscc,
  nature: 'statutory',
  kind: agency.kind,
  qualified_from_on: SINCE,
  address: agency.address,
  phone: agency.phone,
  postcode: agency.postcode,
  standing: agency.standing.kind,
  higher_department: 'higherDepartment' in agency.standing ? agency.standing.higherDepartment : '',
  payee: agency.payee,
})

/** What is registered of an agency, as its file says it. */
export const recordRows = ({ code, record, address, phone }: DemoAgency): Rows =>
  record === undefined
    ? []
    : [
        {
          agency_id: demoId(code),
          version: 1,
          from_on: SINCE,
          duty: record.duty,
          legal_representative: record.legalRepresentative,
          funding: record.funding,
          headcount: record.headcount,
          address,
          phone,
          ground: record.ground,
          complaint_phone: record.complaintPhone,
          set_at: `${SINCE}T00:00:00Z`,
        },
      ]

/** What the posts of an agency have to do. */
export const dutyRows = ({ code, duties }: DemoAgency): Rows =>
  Object.entries(duties).map(([role, text]) => ({
    agency_id: demoId(code),
    role,
    version: 1,
    from_on: SINCE,
    duties: text,
    set_at: `${SINCE}T00:00:00Z`,
  }))

type DemoEntrustment = DemoAgency['entrustments'][number]
const entrustmentId = ({ contractNumber }: DemoEntrustment) => demoId(`entrustment/${contractNumber}`)

export const entrustmentRows = (agency: DemoAgency): Rows =>
  agency.entrustments.map((one) => ({ id: entrustmentId(one), agency_id: demoId(agency.code) }))

/** The first text of each entrustment. */
export const entrustmentTextRows = ({ entrustments }: DemoAgency): Rows =>
  entrustments.map((one) => {
    const { contractNumber, signedOn, fromOn, untilOn, ...rest } = one
    return {
      entrustment_id: entrustmentId(one),
      version: 1,
      ...rest,
      contract_number: contractNumber,
      signed_on: signedOn,
      from_on: fromOn,
      until_on: untilOn,
      ground: '',
      set_at: `${signedOn}T00:00:00Z`,
    }
  })

const unitId = (agency: DemoAgency, unit: string) => demoId(`${agency.code}/${unit}`)
const personId = (agency: DemoAgency, person: DemoPerson) => demoId(`${agency.code}/person/${person.name}`)

export const unitRows = (agency: DemoAgency): Rows =>
  agency.units.map(({ name, kind }) => ({ id: unitId(agency, name), agency_id: demoId(agency.code), name, kind }))

export const personRows = (agency: DemoAgency): Rows =>
  agency.people.map((person) => ({
    id: personId(agency, person),
    agency_id: demoId(agency.code),
    name: person.name,
    employment: person.employment,
    has_law_licence: person.hasLawLicence,
    first_reviewed_on: person.firstReviewedOn,
  }))

export const postRows = (agency: DemoAgency): Rows =>
  agency.people.flatMap((person) =>
    person.roles.map((role) => ({
      person_id: personId(agency, person),
      unit_id: unitId(agency, person.unit),
      role,
      from_on: SINCE,
      is_principal: person.isPrincipal,
    })),
  )

export const certificateRows = (agency: DemoAgency): Rows =>
  agency.people.flatMap((person) =>
    person.certificates.map((certificate) => ({
      id: demoId(`certificate/${certificate.number}`),
      person_id: personId(agency, person),
      number: certificate.number,
      kind: certificate.kind,
      valid_from_on: certificate.validFromOn,
      valid_until_on: certificate.validUntilOn,
    })),
  )

export const accountRows = (agency: DemoAgency, passwordHash: string): Rows =>
  agency.people.flatMap((person) =>
    person.login === undefined
      ? []
      : [
          {
            id: demoId(`account/${person.login}`),
            person_id: personId(agency, person),
            login: person.login,
            password_hash: passwordHash,
            is_demo: true,
          },
        ],
  )

const ROLE_TITLES: Readonly<Record<Role, string>> = {
  handler: '承办人',
  'unit-head': '承办机构负责人',
  reviewer: '法制审核人员',
  'agency-head': '机关负责人',
  panel: '分管负责人',
  host: '听证主持人',
  clerk: '窗口人员',
  archivist: '档案管理员',
  storekeeper: '涉案物品保管员',
  supervisor: '执法监督人员',
  liaison: '两法衔接联络员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
}

export const roleTitle = (role: Role): string => ROLE_TITLES[role]
