import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoticesAnswer } from '#contract/notices.ts'
import type { SuccessionRow, SuccessionSheet, SuccessionsAnswer, SuccessionWork } from '#contract/successions.ts'
import type { WorklistAnswer } from '#contract/worklists.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { noticeJobs } from '#server/features/notices/index.ts'
import type { Tasks } from '#server/jobs/tasks.ts'
import { CaseRoad } from '../support/case-road.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { VERDICT } from '../support/halting-roads.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

const TODAY = '2026-06-01'
const NAMES = {
  running: '正在调查的案件',
  recused: '有人回避的案件',
  waiting: '等待立案审批的案件',
  clue: '早市食品摊线索',
}
let desk: TestDesk
let ids: Record<string, string>
let waiting: PenaltyRoad<Caller>
let elsewhere: PenaltyRoad<Caller>

beforeAll(async () => {
  desk = await testDesk(`${TODAY}T02:00:00Z`)
  const { people } = (await (await desk.as('lin')).get('/api/people')).json<{
    people: { id: string; name: string }[]
  }>()
  ids = Object.fromEntries(people.map(({ id, name }) => [name, id]))
  const running = await PenaltyRoad.open(desk, { name: NAMES.running })
  await running.file()
  const recused = await PenaltyRoad.open(desk, { name: NAMES.recused })
  await recused.file()
  await standAside(recused, id('钱三'))
  waiting = await PenaltyRoad.open(desk, { name: NAMES.waiting })
  await waiting.proposeFiling()
  await openClue(running.handlers)
  elsewhere = await PenaltyRoad.open(desk, { name: '另一机构的案件', handlers: [id('卓一'), id('林一')] })
})
afterAll(() => desk.close())

const id = (name: string): string => ids[name] ?? ''

async function standAside(road: PenaltyRoad<Caller>, who: string): Promise<void> {
  const asked = {
    applicant: '赵某',
    'applicant-part': '当事人',
    recused: [who],
    'recusal-ground': '与案件有直接利害关系',
    'recusal-reason': '与当事人的同业竞争者是近亲属',
    'applied-on': TODAY,
  }
  await road.take('lin', 'open-recusal')
  await road.take('lin', 'request', { case: asked })
  await road.take('shen', 'grant', { case: VERDICT })
}

async function openClue(handlers: readonly string[]): Promise<void> {
  const facts = {
    case: { source: '举报', 'found-on': TODAY, clue: '出售过期食品', place: '青石早市', informant: '钱某' },
  }
  const clue = new CaseRoad(desk)
  await clue.open('lin', { procedure: 'clue', name: NAMES.clue, parties: [], handlers, facts })
}

async function workOf(login: string, person: string, to = ''): Promise<SuccessionWork> {
  const query = to === '' ? '' : `?to=${id(to)}`
  const answer = await (await desk.as(login)).get(`/api/successions/people/${id(person)}${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<SuccessionWork>()
}
const itemOf = (row: SuccessionRow, to: string) => ({
  caseId: row.caseId,
  version: row.version,
  to: id(to),
  ...(row.proposal && { proposal: row.proposal }),
})
async function handOver(
  login: string,
  person: string,
  items: readonly object[],
  more: object = {},
  key = randomUUID(),
) {
  const body = { person: id(person), ground: 'transfer', words: '调令 3 号', items, ...more }
  return (await desk.as(login)).send('POST', '/api/successions', body, { 'idempotency-key': key })
}
async function handlersOf(caseId: string): Promise<readonly string[]> {
  const { rows } = await desk.database.owner.query<{ handlers: string[] }>({
    text: `SELECT state -> 'handlers' AS handlers FROM app.cases WHERE id = $1`,
    values: [caseId],
  })
  return rows[0]?.handlers ?? []
}
async function count(text: string): Promise<number> {
  const { rows } = await desk.database.owner.query<{ n: number }>({ text: `SELECT count(*)::int AS n FROM ${text}` })
  return rows[0]?.n ?? -1
}
const CHANGES = `app.events WHERE type = 'handlers-changed'`
const named = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).toSorted()

describe('what an officer has open', () => {
  test('is seen whole by the head of the agency, and by the head of a unit as far as it is of that unit', async () => {
    const whole = await workOf('shen', '林一')
    expect(named(whole.rows)).toEqual([...Object.values(NAMES), '另一机构的案件'].toSorted())
    expect(whole.rows.find(({ name }) => name === NAMES.running)).toMatchObject({
      what: '承办',
      stage: '调查取证',
      beside: '周二',
      dueOn: expect.any(String),
    })
    const ofUnit = await workOf('zheng', '林一')
    expect(named(ofUnit.rows)).toEqual(Object.values(NAMES).toSorted())
    expect(ofUnit.elsewhere).toBe(1)
    expect(named((await workOf('bao', '林一')).rows)).toEqual(['另一机构的案件'])
  })

  test('is told apart by who would take it: who stands aside in one case may not take that one', async () => {
    const { rows } = await workOf('zheng', '林一', '钱三')
    const refused = rows.filter(({ refusals }) => refusals.length > 0)
    expect(refused).toMatchObject([
      {
        name: NAMES.recused,
        refusals: [{ basis: '《行政处罚法》第四十三条', sentence: expect.stringContaining('钱三回避本案') }],
      },
    ])
    const unqualified = await workOf('zheng', '林一', '蒋过期')
    expect(unqualified.rows.every(({ refusals }) => refusals.length > 0)).toBe(true)
  })

  test('is not found in another agency, and nothing is handed over from there', async () => {
    const xu = await desk.as('xu')
    expect((await xu.get(`/api/successions/people/${id('林一')}`)).statusCode).toBe(404)
    const { rows } = await workOf('zheng', '林一')
    const before = await count(CHANGES)
    expect(
      (
        await handOver(
          'xu',
          '林一',
          rows.map((row) => itemOf(row, '钱三')),
        )
      ).statusCode,
    ).toBe(404)
    const strangers = [{ ...itemOf(rows[0] as SuccessionRow, '钱三'), caseId: elsewhere.id }]
    expect((await handOver('zheng', '林一', strangers)).statusCode).toBe(404)
    expect(await count(CHANGES)).toBe(before)
  })
})

describe('handing over', () => {
  test('is stopped as a whole when one case has moved since it was seen', async () => {
    const { rows } = await workOf('zheng', '林一')
    const items = rows.map((row) => itemOf(row, '孙九'))
    const old = items.map((item, index) => (index === 2 ? { ...item, version: item.version - 1 } : item))
    const answer = await handOver('zheng', '林一', old)
    expect(answer.statusCode, answer.body).toBe(412)
    expect(answer.body).toContain('这次什么都没有移交')
    expect(await count('app.successions')).toBe(0)
    expect(await count(CHANGES)).toBe(0)
  })

  test('to somebody who may take none of it moves nothing and says why, with the article', async () => {
    const { rows } = await workOf('zheng', '林一')
    const running = rows.filter(({ name }) => name === NAMES.running).map((row) => itemOf(row, '周二'))
    const answer = await handOver('zheng', '林一', running)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ errors: [{ basis: '《行政处罚法》第四十二条' }] })
    expect(answer.body).toContain('还差一名')
    expect(await count(CHANGES)).toBe(0)
  })

  test('is said in one sentence where what is sent is wrong', async () => {
    const { rows } = await workOf('zheng', '林一')
    const one = itemOf(rows[0] as SuccessionRow, '钱三')
    const wrong: readonly [readonly object[], object, string][] = [
      [[], {}, '请至少选一件'],
      [[one], { ground: 'other', words: '' }, '写明为什么交接'],
      [[itemOf(rows[0] as SuccessionRow, '林一')], {}, '不能是交出工作的本人'],
      [[one, one], {}, '选了两次'],
    ]
    for (const [items, more, sentence] of wrong) {
      const answer = await handOver('zheng', '林一', items, more)
      expect(answer.statusCode, sentence).toBe(422)
      expect(answer.body).toContain(sentence)
    }
  })

  test('moves all that may go over in one act, each case by its own event; what may not stays with its reason; the same key twice is once', async () => {
    const { rows } = await workOf('zheng', '林一')
    const items = rows.map((row) => itemOf(row, '钱三'))
    const key = randomUUID()
    const answer = await handOver('zheng', '林一', items, {}, key)
    expect(answer.statusCode, answer.body).toBe(201)
    const sheet = answer.json<SuccessionSheet>()
    expect(named(sheet.lines.filter(({ refusal }) => refusal === null))).toEqual(
      [NAMES.running, NAMES.waiting, NAMES.clue].toSorted(),
    )
    expect(sheet.lines.filter(({ refusal }) => refusal)).toMatchObject([
      { name: NAMES.recused, to: '钱三', refusal: { basis: '《行政处罚法》第四十三条' } },
    ])
    for (const { caseId, name } of rows) {
      const expected = name === NAMES.recused ? ['林一', '周二'] : ['钱三', '周二']
      expect(await handlersOf(caseId), name).toEqual(expected.map(id))
    }
    expect(await count(CHANGES)).toBe(3)
    expect(await count(`${CHANGES} AND body ->> 'reason' = '工作交接：调岗，调令 3 号'`)).toBe(3)
    expect(await count(`app.leaves l JOIN app.events e USING (case_id, seq) WHERE e.type = 'handlers-changed'`)).toBe(3)
    expect(await count(`app.audit_entries WHERE name = 'succession-made'`)).toBe(4)

    const again = await handOver('zheng', '林一', items, {}, key)
    expect([again.statusCode, again.json()]).toEqual([201, sheet])
    expect(await count(CHANGES)).toBe(3)
    expect(await count('app.successions')).toBe(1)
    expect((await compareRefold(desk.context)).differing).toEqual([])

    const zheng = await desk.as('zheng')
    expect((await zheng.get(`/api/successions/${sheet.id}`)).json()).toEqual(sheet)
    expect((await (await desk.as('xu')).get(`/api/successions/${sheet.id}`)).statusCode).toBe(404)
    expect((await (await desk.as('bao')).get(`/api/successions/${sheet.id}`)).statusCode).toBe(404)
    const { made, people } = (await zheng.get('/api/successions')).json<SuccessionsAnswer>()
    expect(made).toMatchObject([{ id: sheet.id, from: '林一', ground: 'transfer', moved: 3, stayed: 1 }])
    expect(people.find(({ name }) => name === '钱三')).toMatchObject({ open: 3, hasPost: true })
    expect(people.find(({ name }) => name === '林一')).toMatchObject({ open: 1 })
    const mine = (await (await desk.as('lin')).get('/api/worklist')).json<WorklistAnswer>().rows
    expect(named(mine)).toEqual([NAMES.recused, '另一机构的案件'].toSorted())
  })

  test('tells who takes over, who stays and who leaves', async () => {
    const { rows } = await desk.database.owner.query<{ payload: Tasks['tell-notices'] }>({
      text: `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE t.identifier = 'tell-notices' ORDER BY j.id`,
    })
    for (const { payload } of rows) await noticeJobs['tell-notices'](desk.context, payload)
    const told = async (login: string, kind: string) => {
      const answer = (await (await desk.as(login)).get('/api/notices?only=all')).json<NoticesAnswer>()
      return answer.rows.filter((row) => row.kind === kind).length
    }
    expect(await told('qian', 'assigned')).toBe(3)
    expect(await told('zhou', 'handlers-changed')).toBe(3)
    expect(await told('lin', 'handlers-changed')).toBe(3)
  })

  test('brings what is returned afterwards to who has taken over', async () => {
    const { approvals, version } = await waiting.read('zheng')
    const url = `/api/cases/${waiting.id}/approvals/${approvals[0]?.proposal}`
    const body = { do: 'return', run: 'main', reason: '事实不清' }
    const returned = await (await desk.as('zheng')).send('POST', url, body, { 'if-match': `"${version}"` })
    expect(returned.statusCode, returned.body).toBe(200)
    const list = async (login: string) =>
      named((await (await desk.as(login)).get('/api/worklist?tab=returned')).json<WorklistAnswer>().rows)
    expect([await list('qian'), await list('lin')]).toEqual([[NAMES.waiting], []])
  })
})

describe('an approval', () => {
  test('that was handed over by name goes to another who holds the post, who then agrees; what waits for the post itself stays', async () => {
    const facts = { 'in-jurisdiction': true, 'filing-reason': '涉嫌违反食品安全法' }
    await elsewhere.take('zhuo', 'file', {
      case: facts,
      violation: { [elsewhere.violation]: { 'act-ended-on': TODAY } },
    })
    expect((await workOf('shen', '包二')).staying).toMatchObject([
      { name: '另一机构的案件', sentence: expect.stringContaining('随岗位走') },
    ])
    const road = await PenaltyRoad.open(desk, { name: '转交过审批的案件' })
    await road.proposeFiling()
    const { approvals } = await road.read('zheng')
    const url = `/api/cases/${road.id}/approvals/${approvals[0]?.proposal}`
    const move = { do: 'move', run: 'main', to: id('孙九'), reason: '出差' }
    await (await desk.as('zheng')).send('POST', url, move, { 'if-match': `"${road.version}"` })
    const { rows } = await workOf('shen', '孙九', '郑三')
    expect(rows).toMatchObject([{ what: '审批“报请立案”', proposal: approvals[0]?.proposal, refusals: [] }])
    expect((await workOf('shen', '孙九', '周二')).rows).toMatchObject([
      { refusals: [{ sentence: expect.any(String) }] },
    ])
    const answer = await handOver(
      'shen',
      '孙九',
      rows.map((row) => itemOf(row, '郑三')),
      { ground: 'retirement' },
    )
    expect(answer.statusCode, answer.body).toBe(201)
    await road.read('zheng').then(({ version }) => Object.assign(road, { version }))
    await road.agree('zheng')
  })

  test('an officer who has left is found while something is open, and hands over all the same', async () => {
    await desk.database.owner.query({
      text: `UPDATE app.people SET left_on = '${TODAY}' WHERE id = $1`,
      values: [id('林一')],
    })
    const { people } = (await (await desk.as('shen')).get('/api/successions')).json<SuccessionsAnswer>()
    expect(people.find(({ name }) => name === '林一')).toMatchObject({ leftOn: TODAY, open: 3 })
    const { rows } = await workOf('shen', '林一')
    const answer = await handOver(
      'shen',
      '林一',
      rows.map((row) => itemOf(row, '郑三')),
      { ground: 'retirement', words: '' },
    )
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json<SuccessionSheet>().lines.every(({ refusal }) => refusal === null)).toBe(true)
    const { people: after } = (await (await desk.as('shen')).get('/api/successions')).json<SuccessionsAnswer>()
    expect(named(after)).not.toContain('林一')
  })

  test('a head of a unit hands over what they handle themselves', async () => {
    const { rows } = await workOf('zheng', '郑三', '孙九')
    expect(rows.map(({ what, refusals }) => [what, refusals])).toEqual([
      ['承办', []],
      ['承办', []],
    ])
    const items = rows.map((row) => itemOf(row, '孙九'))
    const answer = await handOver('zheng', '郑三', items)
    expect(answer.statusCode, answer.body).toBe(201)
    expect(await count(`app.case_people WHERE is_handler AND person_id = '${id('郑三')}'`)).toBe(1)
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
})
