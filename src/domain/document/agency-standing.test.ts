import { describe, expect, test } from 'vitest'
import { answeringOf, type RegisteredAgency } from './agency-standing.ts'

const PROVINCE = { code: '990000', name: '东屏省' }
const CITY = { code: '990100', name: '南屏市' }
const DISTRICT = { code: '990102', name: '青石区' }
const COUNTY = { code: '990121', name: '白水县' }
const TOWN = { code: '990121101', name: '河口镇' }

const agency = (kind: RegisteredAgency['standingKind'], more: Partial<RegisteredAgency> = {}) =>
  answeringOf({
    standingKind: kind,
    higherDepartment: '',
    regions: [DISTRICT, CITY, PROVINCE],
    seat: null,
    reviewBody: '',
    court: '',
    ...more,
  })

describe('where the acts of an agency are reviewed follows from what it is', () => {
  test.each([
    ['department', {}, '南屏市青石区人民政府'],
    ['authorised', {}, '南屏市青石区人民政府'],
    ['department', { regions: [COUNTY, CITY, PROVINCE] }, '白水县人民政府'],
    ['department', { regions: [CITY, PROVINCE] }, '南屏市人民政府'],
    ['branch-office', {}, '南屏市青石区人民政府'],
    ['branch-office', { regions: [CITY, PROVINCE] }, '南屏市人民政府'],
    ['branch-office', { regions: [CITY, PROVINCE], seat: [DISTRICT, CITY, PROVINCE] }, '南屏市青石区人民政府'],
    ['dispatched-organ', { regions: [TOWN, COUNTY, CITY, PROVINCE] }, '白水县人民政府'],
    ['dispatched-organ', {}, '南屏市青石区人民政府'],
    ['government', { regions: [TOWN, COUNTY, CITY, PROVINCE] }, '白水县人民政府'],
    ['government', {}, '南屏市人民政府'],
    ['government', { regions: [PROVINCE] }, '东屏省人民政府'],
    ['vertical', { higherDepartment: '国家税务总局南屏市税务局' }, '国家税务总局南屏市税务局'],
    ['justice', { higherDepartment: '南屏市司法局' }, '南屏市青石区人民政府或者南屏市司法局'],
  ] as const)('%s %j: %s', (kind, more, body) => expect(agency(kind, more).reviewBody).toBe(body))

  test('and not from a code of regions that names no government', () => {
    const regions = [
      { code: '110101', name: '东城区' },
      { code: '110100', name: '市辖区' },
      { code: '110000', name: '北京市' },
    ]
    expect(agency('department', { regions })).toMatchObject({
      reviewBody: '北京市东城区人民政府',
      court: '北京市东城区人民法院',
    })
    expect(agency('government', { regions }).reviewBody).toBe('北京市人民政府')
  })

  test('unless it has written another one down', () => {
    const written = { reviewBody: '南屏市人民政府', court: '南屏铁路运输法院' }
    expect(agency('department', written)).toMatchObject(written)
  })
})

describe('the court is that of its seat', () => {
  test.each([
    ['department', {}, '南屏市青石区人民法院'],
    ['department', { regions: [CITY, PROVINCE], seat: [DISTRICT, CITY, PROVINCE] }, '南屏市青石区人民法院'],
    ['department', { regions: [CITY, PROVINCE] }, ''],
    ['government', {}, '南屏市中级人民法院'],
    ['government', { regions: [TOWN, COUNTY, CITY, PROVINCE] }, '白水县人民法院'],
  ] as const)('%s %j: %s', (kind, more, court) => expect(agency(kind, more).court).toBe(court))
})
