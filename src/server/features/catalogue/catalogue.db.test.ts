import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublished, isWorkingDay } from '#domain/calendar/calendar.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { parameterValueOf, resolveParameter } from '#domain/parameter/registry.ts'
import { newId } from '#server/ids.ts'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { importHolidays, loadCalendar, loadParameterValues } from './index.ts'

const now = new Date('2026-11-04T02:00:00Z')
const day = plainDate
const notice2027 = (holidayEnd: string) =>
  JSON.stringify(
    {
      year: 2027,
      source: { title: '关于2027年部分节假日安排的通知', number: '南屏演〔2026〕1号' },
      holidays: [{ name: '元旦', from: '2027-01-01', to: holidayEnd }],
      workingDays: [{ name: '元旦调休', on: '2027-01-09' }],
    },
    undefined,
    2,
  )

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => database.drop())

describe('holidays in the database', () => {
  const importText = (text: string) => importHolidays(database.app, { file: '2027.json', text }, now)

  it('a file of a year that is not published changes nothing', async () => {
    const report = await importText('{"year":2027,"papers":[],"days":[]}')
    expect(report).toMatchObject({ outcome: 'unpublished', rowsRead: 0, rowsTaken: 0 })
    const calendar = await loadCalendar(database.app)
    expect(isPublished(calendar, 2027)).toBe(false)
    expect(isPublished(calendar, 2026)).toBe(true)
  })

  it('a published year replaces the estimate', async () => {
    expect(await importText(notice2027('2027-01-03'))).toMatchObject({ outcome: 'taken', rowsRead: 2, rowsTaken: 2 })
    const calendar = await loadCalendar(database.app)
    expect(isPublished(calendar, 2027)).toBe(true)
    expect(isWorkingDay(calendar, day('2027-01-01'))).toBe(false)
    expect(isWorkingDay(calendar, day('2027-01-09'))).toBe(true)
  })

  it('the same days again change nothing, an amended notice replaces the year whole', async () => {
    expect(await importText(notice2027('2027-01-03'))).toMatchObject({ outcome: 'unchanged' })
    expect(await importText(notice2027('2027-01-05'))).toMatchObject({ outcome: 'taken' })
    const calendar = await loadCalendar(database.app)
    expect(isWorkingDay(calendar, day('2027-01-05'))).toBe(false)
    expect(await importText(notice2027('2027-01-03'))).toMatchObject({ outcome: 'taken' })
    expect(isWorkingDay(await loadCalendar(database.app), day('2027-01-05'))).toBe(true)
  })

  it('a bad row is told by its line and never stops the others', async () => {
    const text = notice2027('2027-01-02').replace('"2027-01-09"', '"2027-02-30"')
    const report = await importText(text)
    expect(report).toMatchObject({ outcome: 'taken', rowsRead: 2, rowsTaken: 1 })
    const line = text.split('\n').findIndex((content) => content.includes('2027-02-30')) + 1
    expect(report.refused).toEqual([{ file: '2027.json', line, sentence: expect.stringContaining('2027-02-30') }])
  })

  it.each(['{', '[]', '{"year":2027}'])('%s is refused by a sentence', async (text) => {
    const report = await importText(text)
    expect(report).toMatchObject({ outcome: 'refused', rowsTaken: 0 })
    expect(report.refused[0]?.sentence).toMatch(/JSON|没有找到/)
  })

  it('every import that took effect stands in the audit', async () => {
    const { rows } = await database.app.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM app.audit_entries WHERE name = 'holidays-imported' AND subject = '2027'`,
    })
    expect(rows).toEqual([{ n: 4 }])
  })

  it.each(['holidays', 'holiday_years', 'parameter_values'])(
    'the program cannot change or delete %s',
    async (table) => {
      await expect(database.app.query({ text: `DELETE FROM app.${table}` })).rejects.toThrow('permission denied')
      const column = table === 'parameter_values' ? 'basis' : 'source'
      await expect(database.app.query({ text: `UPDATE app.${table} SET ${column} = 'x'` })).rejects.toThrow(
        'permission denied',
      )
    },
  )

  it('the database itself refuses a make-up working day on a weekday', async () => {
    const insert = `WITH y AS (INSERT INTO app.holiday_years (year, source) VALUES (2030, 's') RETURNING year)
      INSERT INTO app.holidays (on_date, year, is_off, name, source) SELECT '2030-01-02', year, false, 'n', 's' FROM y`
    await expect(database.owner.query({ text: insert })).rejects.toThrow('check constraint')
  })
})

describe('parameters in the database', () => {
  const [agencyId, personId] = [newId(), newId()]
  const set = (scope: string, scopeId: string, effectiveOn: string, value: unknown) =>
    database.app.query({
      text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by)
        VALUES ($1, 'archive.term', $2, $3, $4, $5, $6, $7)`,
      values: [newId(), scope, scopeId, effectiveOn, JSON.stringify(value), `《${scopeId}规定》`, personId],
    })

  beforeAll(async () => {
    const { app } = database
    await app.query({
      text: `INSERT INTO app.regions VALUES ('350000', '南屏省', NULL), ('350900', '南屏市', '350000'), ('350901', '青石区', '350900')`,
    })
    await app.query({
      text: `INSERT INTO app.agencies (id, code, name, short_name, word, field, region_code, uscc, nature, qualified_from_on, address, phone, review_body, court)
        VALUES ($1, 'A1', '青石区演示局', '演示局', '青演', 'market', '350901', '11230500001755309F', 'statutory', '2020-01-01', 'x', 'x', 'x', 'x')`,
      values: [agencyId],
    })
    await app.query({
      text: `INSERT INTO app.people (id, agency_id, name) VALUES ($1, $2, '林一')`,
      values: [personId, agencyId],
    })
  })

  it('without a value of its own the agency has that of its nearest region', async () => {
    await set('region', '350000', '2026-01-01', 60)
    await set('region', '350900', '2026-01-01', 45)
    await set('region', '110000', '2026-01-01', 10)
    const values = await loadParameterValues(database.app, agencyId)
    expect(values.place.regionIds).toEqual(['350901', '350900', '350000'])
    const found = resolveParameter(values, 'archive.term', day('2026-06-03'))
    expect(found).toEqual({ value: 45, basis: '《350900规定》', verified: true, from: 'region' })
  })

  it('its own value counts from its day on, and the one set last for a day counts', async () => {
    await set('agency', agencyId, '2026-07-01', 20)
    await set('agency', agencyId, '2026-07-01', 25)
    const values = await loadParameterValues(database.app, agencyId)
    expect(parameterValueOf(values, 'archive.term', day('2026-06-30'))).toBe(45)
    expect(parameterValueOf(values, 'archive.term', day('2026-07-01'))).toBe(25)
  })
})
