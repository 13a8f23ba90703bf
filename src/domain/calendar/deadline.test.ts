import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOver } from '../case/clock.ts'
import { calendarOf, isWorkingDay, type PublishedYear } from './calendar.ts'
import { type Deduction, dueOn, type Term } from './deadline.ts'
import { publishedYearOf, readHolidayFile } from './holiday-file.ts'
import { addDays, type PlainDate, plainDate, weekday, yearOf } from './plain-date.ts'

type Vector = {
  start: string
  length: number
  unit: Term['unit']
  rolls?: boolean
  minus?: string[]
  more?: Term[]
  rawDue: string
  rolledDue: string
  estimated?: boolean
  why: string
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
const published: PublishedYear[] = [2025, 2026].map((year) => {
  const file = readHolidayFile(read(`db/holidays/${year}.json`))
  if (typeof file === 'string') throw new Error(file)
  return publishedYearOf(file.year, file.days)
})
const calendar = calendarOf(published)
const { vectors } = read('tests/vectors/deadlines.json') as { vectors: Vector[] }

const spanOf = (text: string): Deduction => {
  const [from = '', to = ''] = text.split('..')
  return { from: plainDate(from), to: plainDate(to) }
}

describe('the last day of a term', () => {
  it.each(vectors)('$start + $length $unit is due on $rawDue, $rolledDue: $why', (vector) => {
    const due = dueOn({
      start: plainDate(vector.start),
      term: { length: vector.length, unit: vector.unit },
      extensions: vector.more ?? [],
      rolls: vector.rolls ?? true,
      deductions: (vector.minus ?? []).map(spanOf),
      calendar,
    })
    const { rawDue, rolledDue, estimated = false } = vector
    expect(due).toEqual({ rawDue, rolledDue, estimated })
  })

  it('a term in hours is refused here: it is counted on instants', () => {
    const term = { length: 24, unit: 'hour' } as const
    expect(() => dueOn({ start: plainDate('2026-06-03'), term, rolls: false, deductions: [], calendar })).toThrow(
      '小时',
    )
  })

  it('a length that is no whole number is refused', () => {
    const term = { length: 1.5, unit: 'day' } as const
    expect(() => dueOn({ start: plainDate('2026-06-03'), term, rolls: false, deductions: [], calendar })).toThrow('1.5')
  })

  it('publishing a year replaces the estimate', () => {
    const in2027 = { year: 2027, off: [plainDate('2027-01-01')], work: [] }
    const input = { start: plainDate('2026-12-28'), term: { length: 5, unit: 'working-day' } as const, rolls: true }
    const due = dueOn({ ...input, deductions: [], calendar: calendarOf([...published, in2027]) })
    expect(due).toEqual({ rawDue: '2027-01-05', rolledDue: '2027-01-05', estimated: false })
  })
})

/** The oracle walks one day at a time over a list of days off and knows nothing of the arithmetic under test. */
const offDays = new Set(published.flatMap((year) => year.off))
const workDays = new Set(published.flatMap((year) => year.work))
const worksByOracle = (date: PlainDate): boolean =>
  workDays.has(date) || (!offDays.has(date) && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))

/** Days a term counts; months by the Date object, whose day 0 is the last day of the month before. */
function lengthByOracle(start: PlainDate, { length, unit }: Term): number {
  if (unit === 'working-day' || unit === 'day') return length
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number)
  const target = month - 1 + (unit === 'month' ? length : length * 12)
  const lastDay = new Date(Date.UTC(year, target + 1, 0)).getUTCDate()
  return Math.round((Date.UTC(year, target, Math.min(day, lastDay)) - Date.parse(start)) / 86_400_000)
}

const dayAfter = (date: PlainDate) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10) as PlainDate

type Asked = {
  start: PlainDate
  term: Term
  extensions: readonly Term[]
  rolls: boolean
  deductions: readonly Deduction[]
}

function oracle({ start, term, extensions, rolls, deductions }: Asked) {
  const isDeducted = (date: PlainDate) => deductions.some(({ from, to }) => from <= date && date <= to)
  let day = start
  for (const part of [term, ...extensions]) {
    const counts = (date: PlainDate) => !isDeducted(date) && (part.unit !== 'working-day' || worksByOracle(date))
    for (let left = lengthByOracle(day, part); left > 0; left -= Number(counts(day))) day = dayAfter(day)
  }
  const rawDue = day
  while (rolls && (!worksByOracle(day) || isDeducted(day))) day = dayAfter(day)
  return { rawDue, rolledDue: day }
}

const anyDate = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(plainDate('2024-06-01'), days))
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ length: fc.integer({ min: 0, max: 60 }), unit: fc.constant('working-day' as const) }),
  fc.record({ length: fc.integer({ min: 0, max: 200 }), unit: fc.constant('day' as const) }),
  fc.record({ length: fc.integer({ min: 0, max: 14 }), unit: fc.constant('month' as const) }),
  fc.record({ length: fc.integer({ min: 0, max: 3 }), unit: fc.constant('year' as const) }),
)
const deductionsFrom = (start: PlainDate) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 120 }), fc.integer({ min: 0, max: 40 }))
      .map(([offset, length]) => ({ from: addDays(start, offset), to: addDays(start, offset + length) })),
    { maxLength: 4 },
  )
/** What thirty days more come to, in the units in which terms are lengthened. */
const anyExtension: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ length: fc.integer({ min: 1, max: 30 }), unit: fc.constant('working-day' as const) }),
  fc.record({ length: fc.integer({ min: 1, max: 60 }), unit: fc.constant('day' as const) }),
  fc.record({ length: fc.integer({ min: 1, max: 3 }), unit: fc.constant('month' as const) }),
)
/** Deductions before, in and after the term, and many that begin where the first term is just over. */
const anyCase: fc.Arbitrary<Asked> = fc
  .tuple(anyDate, anyTerm, fc.array(anyExtension, { maxLength: 2 }), fc.boolean())
  .chain(([start, term, extensions, rolls]) => {
    const { rawDue } = dueOn({ start, term, rolls, deductions: [], calendar })
    return fc
      .tuple(deductionsFrom(start), deductionsFrom(rawDue))
      .map(([early, late]) => ({ start, term, extensions, rolls, deductions: [...early, ...late] }))
  })

describe('against a counter that walks day by day', () => {
  it('agrees on ten thousand random starts, terms, extensions and deductions before and inside them', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const { rawDue, rolledDue } = dueOn({ ...asked, calendar })
        expect({ rawDue, rolledDue }).toEqual(oracle(asked))
      }),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('the last day itself is in time, the day after it is not, and no day that does not count is a last day', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const due = dueOn({ ...asked, calendar })
        const { rawDue, rolledDue } = oracle(asked)
        const last = asked.rolls ? rolledDue : rawDue
        const { start: startOn, ...rest } = asked
        const clock = { ...rest, ...due, clock: 'any', startOn, deductions: [], extensions: [] }
        const isOverOn = (today: PlainDate) => isOver(clock, { today, now: `${today}T04:00:00.000Z` })
        expect([isOverOn(last), isOverOn(dayAfter(last))]).toEqual([false, true])
      }),
      { numRuns: 1000 },
    )
  })

  it('a due date that rolls is a working day and never moves back', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const { rawDue, rolledDue } = dueOn({ ...asked, rolls: true, calendar })
        expect(isWorkingDay(calendar, rolledDue)).toBe(true)
        expect(rolledDue >= rawDue).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('an unpublished year is a plain week', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        if (yearOf(date) < 2027) return
        expect(isWorkingDay(calendar, date)).toBe(weekday(date) <= 5)
      }),
    )
  })
})
