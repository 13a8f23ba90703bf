import { expect, it } from 'vitest'
import { calendarOf } from './calendar.ts'
import { dueAt, isInstant, isPastDue, officeDateOf } from './due-at.ts'
import { addDays, plainDate } from './plain-date.ts'
import { overdueDays, remaining } from './remaining.ts'

const date = plainDate
const nationalDay = [1, 2, 3, 4, 5, 6, 7].map((day) => date(`2026-10-0${day}`))
const calendar = calendarOf([{ year: 2026, off: nationalDay, work: [date('2026-10-10')] }])

it('what is left is counted in calendar and in working days, today not counted', () => {
  expect(remaining(calendar, date('2026-09-28'), date('2026-10-13'))).toEqual({ days: 15, workingDays: 7 })
  expect(remaining(calendar, date('2026-10-13'), date('2026-10-13'))).toEqual({ days: 0, workingDays: 0 })
})

it('a date that is past has a negative remainder', () => {
  expect(remaining(calendar, date('2026-10-12'), date('2026-09-30'))).toEqual({ days: -12, workingDays: -4 })
  expect(remaining(calendar, date('2026-10-03'), date('2026-10-01'))).toEqual({ days: -2, workingDays: 0 })
})

it('a term is overdue from the day after its last day', () => {
  expect(overdueDays(date('2026-10-08'), date('2026-10-08'))).toBe(0)
  expect(overdueDays(date('2026-10-09'), date('2026-10-08'))).toBe(1)
  expect(overdueDays(addDays(date('2026-10-08'), -3), date('2026-10-08'))).toBe(0)
})

it('24 hours run through a night and a holiday', () => {
  const due = dueAt('2026-09-30T21:15:00+08:00', { length: 24, unit: 'hour' })
  expect(due).toBe('2026-10-01T13:15:00.000Z')
  expect(isPastDue('2026-10-01T21:15:00+08:00', due)).toBe(false)
  expect(isPastDue('2026-10-01T21:15:01+08:00', due)).toBe(true)
})

it('only hours are counted on instants', () => {
  expect(() => dueAt('2026-09-30T21:15:00+08:00', { length: 1, unit: 'day' })).toThrow('不是小时')
  expect(() => dueAt('2026-09-30T21:15:00', { length: 1, unit: 'hour' })).toThrow('时区')
})

it('the office date of an instant is that of Shanghai', () => {
  expect(officeDateOf('2026-06-03T15:59:59Z')).toBe('2026-06-03')
  expect(officeDateOf('2026-06-03T16:00:00Z')).toBe('2026-06-04')
  expect(officeDateOf('2026-06-03T23:30:00+08:00')).toBe('2026-06-03')
})

it.each([
  '2026-02-30T10:00:00Z',
  '2026-06-03T24:00:00Z',
  '2026-06-03T10:60:00Z',
  '2026-06-03 10:00:00Z',
  '2026-06-03T10:00:00',
])('%s is no instant', (text) => {
  expect(isInstant(text)).toBe(false)
})
