import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Party, PartyFile, PartyLinesAnswer, PartyMerged, PartyRow } from '#contract/parties.ts'
import type { TrailAnswer } from '#contract/trails.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let duplicate: Party
const person = (name: string, idNumber: string) => ({ kind: 'person', name, idKind: 'passport', idNumber })

beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  const lin = await desk.as('lin')
  duplicate = (
    await lin.send('POST', '/api/parties', {
      kind: 'organisation',
      name: '青石区婴味小吃店（重复）',
      code: '91230500MA1B3N1N2M',
    })
  ).json()
}, 60_000)
afterAll(() => desk.close())

const fileOf = async (id: string): Promise<PartyFile> => (await (await desk.as('lin')).get(`/api/parties/${id}`)).json()
const linesOf = async (id: string): Promise<PartyLinesAnswer> =>
  (await (await desk.as('lin')).get(`/api/parties/${id}/lines`)).json()
const propose = async (login: string, into: string, of = duplicate.id, reason = '统一社会信用代码换发，是同一户') =>
  (await desk.as(login)).send('POST', `/api/parties/${of}/merges`, { into, reason })
const step = async (login: string, id: string, which: string) =>
  (await desk.as(login)).send('POST', `/api/party-merges/${id}/steps`, { step: which, reason: '核对过营业执照' })
const found = async (q: string) =>
  (await (await desk.as('lin')).get(`/api/parties?q=${encodeURIComponent(q)}`))
    .json<{ parties: PartyRow[] }>()
    .parties.map(({ id }) => id)

test('a duplicate is merged by two people: until the second agrees, nothing has changed', async () => {
  expect(duplicate.id).toEqual(expect.any(String))
  const proposed = await propose('zheng', road.party)
  expect(proposed.statusCode).toBe(201)
  const { id } = proposed.json<PartyMerged>()
  expect((await fileOf(duplicate.id)).mergedInto).toBeNull()
  const own = await step('zheng', id, 'confirmed')
  expect([own.statusCode, own.json().detail]).toEqual([409, expect.stringContaining('提出的人不能自己确认')])
  expect((await step('lin', id, 'confirmed')).statusCode).toBe(403)
  const again = await propose('lin', road.party)
  expect([again.statusCode, again.json().detail]).toEqual([409, expect.stringContaining('等人确认')])
  expect((await step('shen', id, 'confirmed')).json()).toEqual({ id, state: 'confirmed' })
})

test('the old number leads on, the search names the one that stands, and one sheet shows what both have', async () => {
  const old = await fileOf(duplicate.id)
  expect(old.mergedInto?.id).toBe(road.party)
  expect(old.cases.map(({ id }) => id)).toEqual([road.id])
  const [ofOld, ofKept] = [await linesOf(duplicate.id), await linesOf(road.party)]
  expect(ofOld.lines).toEqual(ofKept.lines)
  expect(ofOld.counts.case).toBe(1)
  expect(await found('青石区婴味小吃店（重复）')).toEqual([road.party])
  expect((await found(old.party.code ?? '')).includes(duplicate.id)).toBe(false)
})

test('a case keeps its party as it stood', async () => {
  const { state } = await road.read('lin')
  expect(state.parties.map(({ id }) => id)).toEqual([road.party])
})

test('both trails tell of it', async () => {
  const head = await desk.as('shen')
  for (const id of [duplicate.id, road.party]) {
    const { entries } = (await head.get(`/api/trail?subject=party:${id}`)).json<TrailAnswer>()
    expect(entries.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['提出合并当事人', '确认或者撤销合并当事人']),
    )
  }
})

test('is undone by a record, after which each stands for itself again and may be merged anew', async () => {
  const [merge] = (await fileOf(road.party)).merges
  expect((await step('shen', merge?.id ?? '', 'undone')).statusCode).toBe(200)
  expect((await fileOf(duplicate.id)).cases).toEqual([])
  expect((await fileOf(duplicate.id)).merges[0]?.steps.map((each) => each.step)).toEqual([
    'proposed',
    'confirmed',
    'undone',
  ])
  expect(await found('青石区婴味小吃店（重复）')).toEqual([duplicate.id])
  const { rows } = await desk.database.owner.query<{ n: number }>({
    text: 'SELECT count(*) AS n FROM app.party_merges',
  })
  expect(rows[0]?.n).toBe(1)
  expect((await propose('lin', road.party)).statusCode).toBe(201)
})

test('a person is not merged with a shop, nor anybody with who is not there', async () => {
  const lin = await desk.as('lin')
  const someone: Party = (await lin.send('POST', '/api/parties', person('虚某', 'E00000001'))).json()
  expect((await propose('lin', '01900000-0000-7000-8000-000000000000', someone.id)).statusCode).toBe(404)
  expect((await propose('lin', road.party, someone.id, '')).statusCode).toBe(422)
  const [merge] = (await fileOf(duplicate.id)).merges
  expect((await step('shen', merge?.id ?? '', 'refused')).statusCode).toBe(200)
  const mixed = await propose('lin', road.party, someone.id)
  expect(mixed.json()).toMatchObject({ status: 409, detail: expect.stringContaining('不是同一个当事人') })
})
