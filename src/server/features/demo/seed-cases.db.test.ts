import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { seedCases } from './seed-cases.ts'

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
