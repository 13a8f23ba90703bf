import { expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { needsRoot, type Root, rootsFor } from './open-year-case.ts'
import type { YearOffice } from './year-office.ts'

const office: YearOffice = {
  agencyId: 'a',
  field: 'market',
  regionName: '青石区',
  actors: new Map(),
  pairs: [],
  withRole: () => [],
}
const rootOf = (procedure: string, outcome: string): Root => ({
  id: `${procedure}-${outcome}`,
  procedure,
  outcome,
  office,
  party: 'p',
  handlers: ['a', 'b'],
  stage: undefined,
})
const roots = [
  rootOf('penalty-ordinary', 'penalty'),
  rootOf('penalty-ordinary', 'referred'),
  rootOf('penalty-summary', 'penalty'),
  rootOf('licence', 'granted'),
  rootOf('admin-review', 'upheld'),
]
const from = (code: string) => {
  const procedure = [...PROCEDURES.values()].findLast((one) => one.code === code)
  if (!procedure) throw new Error(`no procedure ${code}`)
  expect(needsRoot(procedure)).toBe(true)
  return rootsFor(procedure, office, { roots, licences: [] }, plainDate('2026-06-01')).map(({ id }) => id)
}

test('a review is about what somebody was decided against, and on-the-spot fines come to the court only after it', () => {
  expect(from('admin-review')).toEqual(['penalty-ordinary-penalty', 'penalty-summary-penalty'])
  expect(from('litigation')).toEqual(['penalty-ordinary-penalty', 'admin-review-upheld'])
})
