import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CustodyAnswer } from '#contract/custody.ts'
import type { Problem } from '#contract/problem.ts'
import type { CaseState } from '#domain/case/state.ts'
import { ledgerOf } from '#domain/custody/ledger.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { portion, seize } from '../../../../tests/support/seized-things.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-09-03T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  await seize(road)
})
afterAll(() => desk.close())

const list = async (login: string) => (await (await desk.as(login)).get('/api/custody')).json<CustodyAnswer>().rows
const state = () => road.state('lin')
const thing = async (name: string) => {
  const found = (await state()).things?.find((item) => item.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const KEPT = { condition: '物品和封条完好', 'store-place': '一号库三架' }

describe('the list of the store', () => {
  const page = async (query: string) => (await (await desk.as('ku')).get(`/api/custody?${query}`)).json<CustodyAnswer>()
  const found = async (text: string) =>
    (await page(new URLSearchParams({ text }).toString())).rows.map(({ name }) => name)

  test('is searched by name, seal, place, case and party, all words at once', async () => {
    expect(await found('酱油')).toEqual(['酱油'])
    expect(await found('F-001 500ml')).toEqual(['酱油'])
    expect(await found('超过保质期食品案')).toEqual(['酱油', '面粉'])
    expect(await found('酱油 面粉')).toEqual([])
    expect(await found('100%')).toEqual([])
  })

  test('goes on page by page, each thing once, and a broken mark gets a sentence', async () => {
    await desk.database.owner.query({
      text: `INSERT INTO app.cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', n.id, 'number', NULL,
          'state', jsonb_set(c.state, '{id}', to_jsonb(n.id::text))))).*
        FROM app.cases c, (SELECT gen_random_uuid() AS id FROM generate_series(1, 85)) n WHERE c.id = $1`,
      values: [road.id],
    })
    const seen: string[] = []
    let next: string | null = ''
    for (let pages = 0; next !== null && pages < 5; pages += 1) {
      const answer: CustodyAnswer = await page(next === '' ? '' : `after=${next}`)
      seen.push(...answer.rows.map(({ caseId, name }) => `${caseId} ${name}`))
      next = answer.next
    }
    expect(new Set(seen).size).toBe(86 * 2)
    expect(seen.length).toBe(86 * 2)
    await desk.database.owner.query({ text: 'DELETE FROM app.cases WHERE id <> $1', values: [road.id] })
    const broken = await (await desk.as('ku')).get('/api/custody?after=x')
    expect([broken.statusCode, broken.json<Problem>().detail]).toEqual([422, expect.stringContaining('从第一页')])
  })
})

describe('what was seized', () => {
  test('stands in the list of the store with its term, for its keeper and for those of the unit, and for nobody else', async () => {
    const [first, second] = await list('ku')
    expect(first).toMatchObject({ name: '酱油', amount: '6瓶', dueOn: '2026-10-03', daysLeft: 30, where: ['officers'] })
    expect(second).toMatchObject({ name: '面粉', amount: '12.5千克', fates: ['没有处理决定 12.5千克'] })
    expect((await list('lin')).length).toBe(2)
    const other = await desk.database.app.query<{ login: string }>({
      text: `SELECT a.login FROM app.accounts a JOIN app.people p ON p.id = a.person_id JOIN app.posts t ON t.person_id = p.id
        WHERE p.agency_id <> (SELECT agency_id FROM app.cases WHERE id = $1) AND t.role = 'handler' LIMIT 1`,
      values: [road.id],
    })
    expect(await list(other.rows[0]?.login ?? '')).toEqual([])
  })

  test('has a label with its number, for as long as it is in custody', async () => {
    const caller = await desk.as('lin')
    const card = await caller.get(`/api/cases/${road.id}/things/${(await thing('酱油')).id}/card`)
    expect(card.statusCode, card.body).toBe(200)
    expect(card.headers['content-type']).toBe('application/pdf')
    const nothing = await caller.get(`/api/cases/${road.id}/things/${road.id}/card`)
    expect(nothing.statusCode).toBe(404)
  })

  test('goes into the store when its keeper has confirmed it, and the keeper finds it in what waits for them', async () => {
    const stored = [portion(await state(), '酱油', '6')]
    await road.take('lin', 'hand-in', { case: { stored, ...KEPT } })
    const waiting = (await (await desk.as('ku')).get('/api/worklist')).json<{ rows: { id: string }[] }>().rows
    expect(waiting.map(({ id }) => id)).toEqual([road.id])
    await road.agree('ku')
    expect((await list('ku'))[0]).toMatchObject({ places: ['在库 6瓶'], shelf: '一号库三架' })
  })

  test('does not leave undecided, and the refusal names thing, amount and article', async () => {
    const returned = [portion(await state(), '酱油', '1')]
    const facts = { returned, 'received-by': '赵某', 'leaving-place': '本局', condition: '物品和封条完好' }
    const run = (await state()).runs.find(({ procedure }) => procedure === 'custody')?.id
    const answer = await road.trial('lin', 'return', { run, facts: { case: facts } })
    expect(answer.statusCode).toBe(409)
    expect(answer.json<Problem>().detail).toContain('没有可以返还的物品')
  })

  test('is released in part, goes back, and is destroyed in part by two before a witness', async () => {
    const ground = '查封、扣押的场所、设施或者财物与违法行为无关'
    await road.take('lin', 'lift', {
      case: { 'lift-ground': ground, lifted: [portion(await state(), '面粉', '12.5')] },
    })
    await road.agree('shen')
    const late = (await list('ku')).find(({ name }) => name === '面粉')
    expect(late).toMatchObject({ dueTitle: '应当立即返还', daysLeft: 0 })
    const disposal = [portion(await state(), '酱油', '6', '销毁')]
    await road.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '超过保质期' } })
    await road.agree('zheng', 'shen')
    const back = { 'received-by': '赵某', 'leaving-place': '本局', condition: '物品和封条完好' }
    await road.take('lin', 'return', { case: { returned: [portion(await state(), '面粉', '12.5')], ...back } })
    await road.agree('zhou')
    const end = { 'destruction-method': '倾倒', 'leaving-place': '处理场', witness: '社区工作人员 孙某' }
    await road.take('ku', 'destroy', { case: { destroyed: [portion(await state(), '酱油', '6')], ...end } })
    await road.agree('lin')
    const left = ((await state()).things ?? []).map((item) => ledgerOf(item).left)
    expect(left).toEqual([6000, 12_500])
    expect(await list('ku')).toEqual([])
  })

  test('is told by events that fold to the same state, each with its leaf in the record log', async () => {
    const { rows } = await desk.database.owner.query<{ type: string; leaves: number; state: CaseState }>({
      text: `SELECT e.type, count(l.id)::int AS leaves FROM app.events e LEFT JOIN app.leaves l ON l.case_id = e.case_id AND l.seq = e.seq AND l.kind = 'event'
        WHERE e.case_id = $1 AND e.type LIKE 'things-%' GROUP BY e.type, e.seq ORDER BY e.seq`,
      values: [road.id],
    })
    expect(rows.map(({ type }) => type)).toEqual(['things-listed', ...Array(5).fill('things-moved')])
    expect(rows.every(({ leaves }) => leaves === 1)).toBe(true)
  })
})
