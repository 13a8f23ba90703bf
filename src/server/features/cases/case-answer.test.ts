import { expect, test } from 'vitest'
import * as dispute from '../../../../tests/support/dispute-steps.ts'
import { LawOffice, PEOPLE } from '../../../../tests/support/law-office.ts'
import { reach } from '../../../../tests/support/penalty-steps.ts'
import { caseAnswer } from './case-answer.ts'

/** The clock for the application to the court as the case page is told of it. */
function courtClock(isContested: boolean) {
  const office = reach(new LawOffice(), 'performance').on('2027-03-02')
  if (isContested) office.disputes = [dispute.openReview(new LawOffice({ on: '2026-06-20' })).case]
  const { env, case: state, events } = office
  const links = { origin: null, followers: [], mergedInto: null, joined: [], others: [] }
  const record = { state, events, names: {}, ready: new Set<string>(), grant: undefined, links }
  return caseAnswer(env, record, PEOPLE.lin).clocks.find(({ clock }) => clock === 'court-application')
}

test('the case page shows no overdue application to the court while a review is pending, and says why', () => {
  expect(courtClock(false)).toMatchObject({ state: 'overdue', daysLeft: -1, note: '' })
  expect(courtClock(true)).toMatchObject({ state: 'suspended', note: expect.stringContaining('行政复议') })
})
