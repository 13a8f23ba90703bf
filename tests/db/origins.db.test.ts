import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import type { TrailAnswer } from '#contract/trails.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let next: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  next = await PenaltyRoad.open(desk, { name: '同一公司另一违法行为案', origin: { kind: 'case', id: road.id } })
})
afterAll(() => desk.close())

const answerOf = async (id: string): Promise<CaseAnswer> =>
  (await (await desk.as('lin')).get(`/api/cases/${id}`)).json<CaseAnswer>()

describe('a case from another case', () => {
  test('shows where it has come from, and the other shows what has come from it', async () => {
    const [first, second] = [await answerOf(road.id), await answerOf(next.id)]
    expect(second.origin).toMatchObject({ id: road.id, isOurs: true, procedure: '行政处罚（普通程序）' })
    expect(first.followers).toMatchObject([{ id: next.id, title: '同一公司另一违法行为案', isEnded: false }])
    expect(first.origin).toBeNull()
    expect(second.state.origin).toEqual({ kind: 'case', id: road.id, title: first.state.name })
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
  test('stands in the trail of both', async () => {
    const trail = async (id: string) =>
      (await (await desk.as('shen')).get(`/api/trail?subject=case:${id}`)).json<TrailAnswer>().entries
    expect(await trail(road.id)).toContainEqual(
      expect.objectContaining({ what: '由本案产生后续案件', object: '同一公司另一违法行为案', who: '林一' }),
    )
    expect((await trail(next.id)).map(({ what }) => what).join()).toContain('来源：')
  })
  test('may come from a case whose dossier is sealed, to which nothing is written', async () => {
    const sealed = { archiveNumber: '档-1', on: '2026-06-01', parts: 1 }
    await desk.database.owner.query({
      text: `UPDATE app.cases SET state = state || jsonb_build_object('sealed', $2::jsonb) WHERE id = $1`,
      values: [next.id, JSON.stringify(sealed)],
    })
    const third = await PenaltyRoad.open(desk, { origin: { kind: 'case', id: next.id } })
    expect((await answerOf(third.id)).origin?.id).toBe(next.id)
    expect((await answerOf(next.id)).version).toBe(next.version)
  })
  test('is not found when the other is of another agency, or is none', async () => {
    for (const [login, id] of [
      ['zhu', road.id],
      ['lin', '01930000-0000-7000-8000-000000000000'],
    ] as const) {
      const body = await road.opening({ origin: { kind: 'case', id } })
      const refused = await (await desk.as(login)).send('POST', '/api/cases', body)
      expect(refused.statusCode, refused.body).toBe(404)
    }
  })
  test('is not opened where the procedure does not come from such a case, and the answer says so', async () => {
    const facts = { case: { 'found-on': '2026-06-01', place: '青石区' } }
    const body = await road.opening({ procedure: 'penalty-summary', facts, origin: { kind: 'case', id: road.id } })
    const refused = await (await desk.as('lin')).send('POST', '/api/cases', body)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('“行政处罚（简易程序）”不由“行政处罚（普通程序）”产生')
  })
})
