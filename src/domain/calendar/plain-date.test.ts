import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  parsePlainDate,
  plainDate,
  weekday,
} from './plain-date.ts'

const date = plainDate

describe('a calendar date', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-2-3',
    '２０２６-01-01',
    '2026-01-01 ',
  ])('%s does not exist', (text) => {
    expect(parsePlainDate(text)).toBeUndefined()
    expect(() => plainDate(text)).toThrow(text)
  })

  it('2024 and 2000 have a 29 February, 1900 has none', () => {
    expect(parsePlainDate('2024-02-29')).toBe('2024-02-29')
    expect(parsePlainDate('2000-02-29')).toBe('2000-02-29')
    expect(parsePlainDate('1900-02-29')).toBeUndefined()
  })

  it('agrees with the Date object on every day of five centuries', () => {
    const start = date('1700-01-01')
    const time = Date.parse(start)
    for (let days = 0; days < 182_000; days += 1) {
      const expected = new Date(time + days * 86_400_000)
      const found = addDays(start, days)
      if (found !== expected.toISOString().slice(0, 10) || weekday(found) !== (expected.getUTCDay() || 7)) {
        expect.fail(`${found} is wrong, day ${days}`)
      }
    }
  })

  it('a month without the day ends on its last day, forwards and backwards', () => {
    expect(addMonths(date('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(date('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(date('2026-01-15'), -13)).toBe('2024-12-15')
    expect(addYears(date('2024-02-29'), 1)).toBe('2025-02-28')
  })

  it('what is added can be counted back', () => {
    const anyDate = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays(date('2000-01-01'), days))
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const end = addDays(start, days)
        expect(daysBetween(start, end)).toBe(days)
        expect(Math.sign(compareDates(end, start))).toBe(Math.sign(days))
      }),
    )
  })
})
