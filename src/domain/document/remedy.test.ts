import { expect, test } from 'vitest'
import { remedyOf } from './remedy.ts'

const department = { kind: 'department', government: '南屏市青石区人民政府' } as const
const base = { standing: department, court: '南屏市青石区人民法院', act: '本行政处罚决定' } as const

test('against an ordinary penalty the party chooses: review within 60 days or a lawsuit within six months', () => {
  const remedy = remedyOf({ ...base, route: 'choice' })
  expect(remedy.text).toContain('六十日内向南屏市青石区人民政府申请行政复议')
  expect(remedy.text).toContain('六个月内依法向南屏市青石区人民法院提起行政诉讼')
  expect(remedy.isReviewFirst).toBe(false)
})

test('against a penalty imposed on the spot review comes first, and the lawsuit within 15 days after it', () => {
  const remedy = remedyOf({ ...base, route: 'on-the-spot' })
  expect(remedy.text).toContain('先向南屏市青石区人民政府申请行政复议')
  expect(remedy.text).toContain('十五日内')
  expect(remedy.text).not.toContain('六个月')
  expect(remedy.bases).toContain('行政复议法第二十三条第一款第一项')
})

test('an agency under vertical leadership is reviewed by the department above it', () => {
  const standing = { kind: 'vertical', higherDepartment: '国家税务总局南屏市税务局' } as const
  expect(remedyOf({ ...base, standing, route: 'choice' }).reviewBodies).toEqual(['国家税务总局南屏市税务局'])
})

test('against a department of justice the party may choose between two reviewing bodies', () => {
  const standing = { kind: 'justice', government: '南屏市青石区人民政府', higherDepartment: '南屏市司法局' } as const
  const remedy = remedyOf({ ...base, standing, route: 'choice' })
  expect(remedy.text).toContain('南屏市青石区人民政府或者南屏市司法局')
})

test('a government is reviewed by the government above it', () => {
  const standing = { kind: 'government', higherGovernment: '南屏市人民政府' } as const
  expect(remedyOf({ ...base, standing, route: 'choice' }).reviewBodies).toEqual(['南屏市人民政府'])
})
