import { expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState, ClockState } from '#domain/case/state.ts'
import { DEFAULT_VALUES } from '#domain/parameter/resolution.ts'
import { shippedCalendar } from '#server/features/catalogue/holidays.ts'
import { LawOffice, valuesWith } from '../../../../tests/support/law-office.ts'
import { openPenalty } from '../../../../tests/support/penalty-steps.ts'
import { dueOfDossier } from './due-of-dossier.ts'

const today = plainDate('2026-06-10')
const due = (state: CaseState, parameters = DEFAULT_VALUES) =>
  dueOfDossier(state, { calendar: shippedCalendar(), parameters } as never, today)

function ended(on: string): CaseState {
  const office = new LawOffice()
  openPenalty(office)
  return { ...office.case, endedOn: plainDate(on) }
}

test('a dossier is due thirty days after the case was closed, and the last day moves past days off', () => {
  expect(due(ended('2026-06-02'))).toBe('2026-07-02')
  // The fourth of July is a Saturday.
  expect(due(ended('2026-06-04'))).toBe('2026-07-06')
})

test('the term is the parameter of the place, and a clock that the closure started comes first', () => {
  const shorter = valuesWith({ 'archive.term': 10 })
  expect(due(ended('2026-06-02'), shorter)).toBe('2026-06-12')
  const state = ended('2026-06-02')
  const clock = { clock: 'archive', rawDue: '2026-06-20', rolledDue: '2026-06-22', rolls: true } as never as ClockState
  const [main, ...runs] = state.runs
  if (!main) throw new Error('a case has a run')
  expect(due({ ...state, runs: [{ ...main, clocks: [clock] }, ...runs] })).toBe('2026-06-22')
})
