import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/problem.ts'
import type { TransferDetail, TransfersAnswer } from '#contract/transfers.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-09-03T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  await road.take('lin', 'propose-transfer', { case: { 'crime-reason': '货值较大，涉嫌犯罪' } })
  await road.take('zheng', 'form-team', { case: { team: road.handlers, 'team-task': '核实' } })
  const report = { charge: '销售伪劣产品罪', 'case-report': '达到追诉标准', 'transfer-reason': '应当移送' }
  await road.take('lin', 'report', { case: report })
})
afterAll(() => desk.close())

const list = async (login: string) => (await (await desk.as(login)).get('/api/transfers')).json<TransfersAnswer>().rows
const run = async () => (await road.state('lin')).runs.find(({ procedure }) => procedure === 'transfer')?.id ?? ''
const at = async () => `/api/transfers/${road.id}/${await run()}`
const detail = async (login: string) => (await (await desk.as(login)).get(await at())).json<TransferDetail>()
const reply = async (login: string, body: unknown, headers: Record<string, string> = {}) =>
  (await desk.as(login)).send('POST', `${await at()}/replies`, body, headers)

describe('a transfer, seen from outside', () => {
  test('is nobody’s before the head has decided', async () => {
    for (const login of ['gongan', 'jiancha', 'jianwei']) expect(await list(login)).toEqual([])
    expect((await (await desk.as('jiancha')).get(await at())).statusCode).toBe(404)
  })

  test('is the procuratorate’s and the supervisory body’s once approved, and of the police once sent', async () => {
    await road.take('shen', 'approve', { case: { 'head-opinion': '同意移送' } })
    expect((await list('jiancha')).length).toBe(1)
    expect((await list('jianwei')).length).toBe(1)
    expect(await list('gongan')).toEqual([])
    const sent = { police: '南屏市青石区公安分局', 'sent-on': '2026-09-03', materials: '案件情况的调查报告' }
    await road.take('lin', 'send', { case: sent })
    const [row] = await list('gongan')
    expect(row).toMatchObject({ stageTitle: '已移送，等公安机关答复', dueTitle: '公安机关决定是否立案', daysLeft: 3 })
  })

  test('shows its own papers and facts, with names for people, and no other paper of the case', async () => {
    const seen = await detail('gongan')
    expect(seen.documents.map(({ title }) => title)).toEqual(['案件移送审批表', '涉嫌犯罪案件移送书'])
    expect(seen.facts).toContainEqual({ title: '专案组人员', text: '林一、周二' })
    const other = (await road.state('lin')).documents.find(({ code }) => code === 'filing-approval')?.id ?? ''
    const paper = await (await desk.as('gongan')).get(`${await at()}/documents/${other}/file`)
    expect(paper.statusCode).toBe(404)
  })

  test('is not shown to offices of another region', async () => {
    await desk.database.owner.query({
      text: `UPDATE app.agencies SET region_code = '990100' WHERE code = 'qs-supervisory'`,
    })
    expect((await list('jianwei')).length).toBe(1)
    await desk.database.owner.query({ text: `INSERT INTO app.regions VALUES ('990103', '白石区', '990100')` })
    await desk.database.owner.query({
      text: `UPDATE app.agencies SET region_code = '990103' WHERE code = 'qs-supervisory'`,
    })
    expect(await list('jianwei')).toEqual([])
    expect((await (await desk.as('jianwei')).get(await at())).statusCode).toBe(404)
  })
})

describe('an answer', () => {
  test('is an event of the case with its leaf, by the person who gave it', async () => {
    expect((await reply('gongan', { kind: 'receipt', text: '收到材料二份' })).statusCode).toBe(200)
    const { rows } = await desk.database.owner.query<{ leaves: number; office: string; name: string }>({
      text: `SELECT e.body->>'office' AS office, p.name, count(l.id)::int AS leaves FROM app.events e
        JOIN app.people p ON p.id = e.actor_id
        LEFT JOIN app.leaves l ON l.case_id = e.case_id AND l.seq = e.seq AND l.kind = 'event'
        WHERE e.case_id = $1 AND e.type = 'reply-received' GROUP BY 1, 2`,
      values: [road.id],
    })
    expect(rows).toEqual([{ office: '南屏市青石区公安分局', name: '鲁一', leaves: 1 }])
    expect((await detail('jiancha')).replies).toMatchObject([{ title: '签收移送书回执', by: '鲁一' }])
  })

  test.each([
    ['gongan', { kind: 'receipt', text: '再签一次' }, 409, '已经签收'],
    ['gongan', { kind: 'opinion', text: '监督意见' }, 409, '由人民检察院、监察机关办理'],
    ['jiancha', { kind: 'filed', text: '立案' }, 409, '由公安机关办理'],
    ['jiancha', { kind: 'opinion', text: ' ' }, 422, '请写明'],
    ['jiancha', { kind: 'praise', text: '很好很好' }, 422, '请选择一种答复'],
  ])('%s %o is refused with %i and a sentence', async (login, body, status, says) => {
    const before = (await road.read('lin')).version
    const answer = await reply(login, body)
    expect(answer.statusCode).toBe(status)
    expect(JSON.stringify(answer.json<Problem>())).toContain(says)
    expect((await road.read('lin')).version).toBe(before)
  })

  test('sent twice with one key stands once', async () => {
    const body = { kind: 'opinion', text: '请及时移交涉案物品' }
    const key = { 'idempotency-key': 'jiancha-opinion-0001' }
    const [first, second] = [await reply('jiancha', body, key), await reply('jiancha', body, key)]
    expect([first.statusCode, second.statusCode]).toEqual([200, 200])
    expect((await detail('jiancha')).replies.filter(({ title }) => title === '提出监督意见').length).toBe(1)
  })

  test('tells the officer, who takes it into the case by an act of the agency', async () => {
    road.version = (await road.read('lin')).version
    await road.take('lin', 'police-file', { case: { 'police-reply': '决定立案侦查', 'reply-on': '2026-09-03' } })
    expect((await list('gongan'))[0]).toMatchObject({ stageTitle: '公安机关已立案，待移交' })
  })
})
