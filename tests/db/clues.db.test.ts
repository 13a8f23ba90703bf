import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CluesAnswer } from '#contract/clues.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { CaseRoad } from '../support/case-road.ts'
import { CHECKED } from '../support/clue-steps.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let people: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  people = new PenaltyRoad(desk)
  await people.meetPeople()
})
afterAll(() => desk.close())

async function registered(name: string): Promise<CaseRoad<Caller>> {
  const road = new CaseRoad(desk)
  const told = {
    source: '举报',
    'found-on': '2026-06-01',
    clue: '某店出售过期食品',
    place: '青石早市',
    informant: '钱某',
  }
  await road.open('lin', { procedure: 'clue', name, parties: [], handlers: people.handlers, facts: { case: told } })
  return road
}
async function listed(query = '', login = 'lin'): Promise<CluesAnswer> {
  const answer = await (await desk.as(login)).get(`/api/clues?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<CluesAnswer>()
}

describe('the register of clues', () => {
  test('a clue without a party is checked, becomes a case by origin, and its time to file goes on there', async () => {
    const clue = await registered('早市食品摊过期食品线索')
    expect((await listed()).rows).toMatchObject([
      { name: '早市食品摊过期食品线索', source: '举报', dueOn: '2026-06-23', follower: null },
    ])
    await clue.take('lin', 'make-case', { case: CHECKED })
    await clue.agree('zheng')
    expect((await listed('tab=waiting')).rows).toMatchObject([{ id: clue.id, isWaiting: true }])
    const next = await PenaltyRoad.open(desk, { origin: { kind: 'clue', id: clue.id } })
    const { origin, runs } = await next.state('lin')
    expect(origin).toMatchObject({ kind: 'clue', id: clue.id })
    expect(runs[0]?.clocks).toMatchObject([{ clock: 'filing', startOn: '2026-06-01', rolledDue: '2026-06-23' }])
    expect((await listed('tab=ended')).rows).toMatchObject([{ id: clue.id, follower: next.id, isWaiting: false }])
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
  test('nothing is made of a clue that was not decided to be a case', async () => {
    const clue = await registered('还在核查的线索')
    const body = await people.opening({ origin: { kind: 'clue', id: clue.id } })
    const refused = await (await desk.as('lin')).send('POST', '/api/cases', body)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('“还在核查的线索”的办理结果不能产生')
  })
  test('is searched, paged without a gap, and is of one agency', async () => {
    for (let count = 0; count < 31; count += 1) await registered(`第${count}条线索登记`)
    const first = await listed(`tab=all&text=${encodeURIComponent('条线索')}`)
    expect(first.rows).toHaveLength(30)
    const rest = await listed(`tab=all&text=${encodeURIComponent('条线索')}&after=${first.next}`)
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(31)
    expect(rest.next).toBeNull()
    expect((await listed('tab=all', 'zhu')).rows).toEqual([])
    const wrong = await (await desk.as('lin')).get('/api/clues?after=x')
    expect(wrong.statusCode).toBe(422)
  })
  test('hides who told of it from those who neither check nor agree', async () => {
    const clue = await registered('有提供人的线索')
    const facts = async (login: string) => (await clue.state(login)).runs[0]?.facts.case
    expect(await facts('zheng')).toHaveProperty('informant', '钱某')
    expect(await facts('chuang')).not.toHaveProperty('informant')
  })
})
