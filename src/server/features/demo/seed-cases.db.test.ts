import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { seedCases } from './seed-cases.ts'
import { seedRecordings } from './seed-recordings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-11-21T02:00:00Z')
})
afterAll(() => desk.close())

test('the demo has cases at every part of the road, made by the same commands that people use', async () => {
  expect(await seedCases(desk.context)).toBeGreaterThanOrEqual(6)
  const { rows } = await desk.database.owner.query<{ stage: string; outcome: string | null }>({
    text: 'SELECT stage, outcome FROM app.cases ORDER BY opened_on',
  })
  expect(rows.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['penalty', 'granted', null]))
  expect(new Set(rows.map(({ stage }) => stage)).size).toBeGreaterThanOrEqual(4)
})

test('the demo has recordings in time and late, and one whose device somebody else held; seeding again adds none', async () => {
  expect(await seedRecordings(desk.context)).toBe(await seedRecordings(desk.context))
  const { rows } = await desk.database.owner.query<{ medium: string; late: boolean; doubts: string[] }>({
    text: 'SELECT medium, stored_at > due_at AS late, doubts FROM app.recordings ORDER BY captured_at DESC',
  })
  expect(rows).toEqual([
    { medium: 'video', late: false, doubts: [] },
    { medium: 'photo', late: false, doubts: ['held-by-another'] },
    { medium: 'audio', late: false, doubts: [] },
    { medium: 'photo', late: true, doubts: [] },
  ])
})
