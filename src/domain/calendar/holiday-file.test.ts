import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { publishedYearOf, readHolidayFile } from './holiday-file.ts'

const read = (json: unknown) => {
  const file = readHolidayFile(json)
  if (typeof file === 'string') throw new Error(file)
  return file
}

it('our own files give the days off and the make-up working days of the notices', () => {
  const file = read(JSON.parse(readFileSync(new URL('../../../db/holidays/2026.json', import.meta.url), 'utf8')))
  const { off, work } = publishedYearOf(file.year, file.days)
  expect(file.refusals).toEqual([])
  expect(file.source).toContain('国务院办公厅')
  expect(off).toHaveLength(33)
  expect(off).toContain('2026-02-23')
  expect(work).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
})

it('both formats say the same', () => {
  const own = read({
    year: 2026,
    holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-02' }],
    workingDays: [{ name: '元旦调休', on: '2026-01-04' }],
  })
  const other = read({
    year: 2026,
    days: [
      { name: '元旦', date: '2026-01-01', isOffDay: true },
      { name: '元旦', date: '2026-01-02', isOffDay: true },
      { name: '元旦', date: '2026-01-04', isOffDay: false },
    ],
  })
  expect(publishedYearOf(2026, own.days)).toEqual(publishedYearOf(2026, other.days))
})

it('a file without days publishes nothing', () => {
  expect(read({ year: 2027, papers: [], days: [] }).isPublished).toBe(false)
})

it('a bad row is refused by a sentence and the others are taken', () => {
  const day = (date: unknown, isOffDay: unknown = true, name: unknown = '元旦') => ({ name, date, isOffDay })
  const file = read({
    year: 2026,
    days: [
      day('2026-01-01'),
      day('2026-02-30'),
      day('2026-01-01'),
      day('2026-01-05', false),
      day('2028-01-01'),
      day('2026-01-02', 'yes'),
      day('2026-01-02', true, ''),
      null,
      day(5),
    ],
  })
  expect(file.days.map(({ on }) => on)).toEqual(['2026-01-01'])
  expect(file.refusals.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  expect(file.refusals.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('2026-02-30'),
    expect.stringContaining('重复'),
    expect.stringContaining('本来就是工作日'),
    expect.stringContaining('不属于 2026 年'),
    expect.stringContaining('isOffDay'),
    expect.stringContaining('节日名称'),
    expect.stringContaining('节日名称'),
    expect.stringContaining('不存在'),
  ])
})

it('a holiday that ends before it begins or lasts months is refused', () => {
  const holiday = (from: string, to: string) => ({ name: '元旦', from, to })
  const file = read({
    year: 2026,
    holidays: [holiday('2026-01-03', '2026-01-01'), holiday('2026-01-01', '2026-12-01')],
    workingDays: [],
  })
  expect(file.days).toEqual([])
  expect(file.refusals.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('对调'),
    expect.stringContaining('超过 31 日'),
  ])
})

it.each([
  [null],
  [[]],
  [{ year: '2026', days: [] }],
  [{ year: 26, days: [] }],
  [{ year: 2026 }],
  [{ year: 2026, holidays: [] }],
])('%j is no holiday file', (json) => {
  expect(typeof readHolidayFile(json)).toBe('string')
})
