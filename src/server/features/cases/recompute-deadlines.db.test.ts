import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import { importHolidays } from '#server/features/catalogue/index.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { recomputeDeadlines } from './index.ts'
import { compareRefold } from './refold.ts'

let desk: TestDesk
let road: PenaltyRoad
let other: PenaltyRoad
beforeAll(async () => {
  // Ninety days end on a Sunday of 2027, of which nothing is published yet.
  desk = await testDesk('2026-12-28T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  other = await PenaltyRoad.open(desk, { name: '另一件只有立案期限的案件' })
})
afterAll(() => desk.close())

const clock = async (of: PenaltyRoad, name: string) =>
  (await of.state('lin')).runs[0]?.clocks.findLast((item) => item.clock === name)

const publish = (until: string) => {
  const holidays = [{ name: '虚构的节日', from: '2027-03-29', to: until }]
  const text = JSON.stringify({
    year: 2027,
    source: { title: '虚构的通知', number: '演〔2026〕1号' },
    holidays,
    workingDays: [],
  })
  return importHolidays(desk.context.db, { file: '2027.json', text }, desk.context.clock.now())
}

test('a term that runs into a year without published holidays is an estimate', async () => {
  expect(await clock(road, 'decision')).toMatchObject({
    rawDue: '2027-03-28',
    rolledDue: '2027-03-29',
    estimated: true,
  })
  expect(await recomputeDeadlines(desk.context)).toMatchObject({ moved: [] })
})

test('its publication moves every running term, says which, and writes it into each record', async () => {
  await publish('2027-03-30')
  const { moved } = await recomputeDeadlines(desk.context)
  const { number } = await road.state('lin')
  const row = { caseId: road.id, number, title: '作出决定', from: '2027-03-29', to: '2027-03-31' }
  expect(moved).toEqual([expect.objectContaining(row)])
  expect(await clock(road, 'decision')).toMatchObject({ rolledDue: '2027-03-31', estimated: false })

  const answer = (await (await desk.as('lin')).get(`/api/cases/${road.id}`)).json<CaseAnswer>()
  expect(answer.timeline.map(({ sentence }) => sentence)).toContain(
    '放假安排公布，“作出决定”的期限重新计算，截止 2027-03-31',
  )
})

test('what stays on its day is no estimate any more, and is told in no list', async () => {
  const { rolledDue, estimated } = (await clock(other, 'filing')) ?? {}
  expect({ rolledDue, estimated }).toEqual({ rolledDue: '2027-01-18', estimated: false })
})

test('done again it moves nothing; the lists show the new day, and the fold still tells the same', async () => {
  const events = async () =>
    (await desk.database.owner.query<{ n: number }>({ text: 'SELECT count(*)::int AS n FROM app.events' })).rows[0]?.n
  const before = await events()
  expect((await recomputeDeadlines(desk.context)).moved).toEqual([])
  expect(await events()).toBe(before)
  const { rows } = await desk.database.owner.query({
    text: 'SELECT due_on AS on FROM app.cases WHERE id = $1',
    values: [road.id],
  })
  expect(rows).toEqual([{ on: '2027-03-31' }])
  expect((await compareRefold(desk.context)).differing).toEqual([])
})

test('an amended notice moves it back', async () => {
  await publish('2027-03-29')
  expect((await recomputeDeadlines(desk.context)).moved).toMatchObject([{ from: '2027-03-31', to: '2027-03-30' }])
})
