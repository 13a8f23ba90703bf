import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoticeRow, NoticesAnswer } from '#contract/notices.ts'
import { noticeJobs } from '#server/features/notices/index.ts'
import type { Tasks } from '#server/jobs/tasks.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.proposeFiling()
})
afterAll(() => desk.close())

/** Works off what was enqueued, as often as is wanted. */
async function tellAll(times = 1): Promise<void> {
  const { rows } = await desk.database.owner.query<{ payload: Tasks['tell-notices'] }>({
    text: `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'tell-notices' ORDER BY j.id`,
    values: [],
  })
  for (let count = 0; count < times; count += 1)
    for (const { payload } of rows) await noticeJobs['tell-notices'](desk.context, payload)
}
async function of(login: string, only = 'unread'): Promise<NoticeRow[]> {
  const answer = await (await desk.as(login)).get(`/api/notices?only=${only}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<NoticesAnswer>().rows
}
const unread = async (login: string) =>
  (await (await desk.as(login)).get('/api/notices/count')).json<{ unread: number }>().unread

describe('notices', () => {
  test('are told once to whom it concerns, however often the job runs', async () => {
    await tellAll(3)
    expect(await of('zhou')).toMatchObject([{ kind: 'assigned', caseId: road.id }])
    expect(await of('zheng')).toMatchObject([{ kind: 'to-approve' }])
    expect(await of('lin')).toEqual([])
    expect(await of('zhu')).toEqual([])
    expect(await unread('zheng')).toBe(1)
  })
  test('are settled by the agreement, and the next head is told', async () => {
    desk.pass(1)
    await road.agree('zheng')
    await tellAll(2)
    expect(await unread('zheng')).toBe(0)
    expect(await of('shen')).toMatchObject([{ kind: 'to-approve' }])
    expect(await of('zheng', 'all')).toHaveLength(1)
  })
  test('of terms come by the calendar, once for each last day', async () => {
    await desk.database.owner.query({
      text: `UPDATE app.cases SET due_on = '2026-06-02' WHERE id = $1`,
      values: [road.id],
    })
    const clock = { ...desk.context.clock, today: () => '2026-06-22' as never }
    for (let count = 0; count < 2; count += 1) await noticeJobs['tell-due']({ ...desk.context, clock }, {})
    expect(await of('lin')).toMatchObject([{ kind: 'due-soon', dueOn: '2026-06-23' }])
  })
  test('are read by their owner alone', async () => {
    const [notice] = await of('lin')
    const body = { ids: [notice?.id] }
    await (await desk.as('zheng')).send('POST', '/api/notices/read', body)
    expect(await unread('lin')).toBe(1)
    const read = await (await desk.as('lin')).send('POST', '/api/notices/read', body)
    expect(read.json()).toEqual({ unread: 0 })
  })
  test('wait for the end of quiet hours, and a change made on an older page is refused', async () => {
    const shen = await desk.as('shen')
    const settings = { quietFrom: '09:00', quietUntil: '12:00', digestAt: null, muted: ['due-soon'] }
    const change = (version: number) =>
      shen.send('PUT', '/api/notices/settings', settings, { 'if-match': `"${version}"` })
    expect((await change(0)).json()).toMatchObject({ version: 1, ...settings })
    expect((await change(0)).statusCode).toBe(412)
    const next = await PenaltyRoad.open(desk)
    await next.proposeFiling()
    await next.agree('zheng')
    await tellAll()
    const { rows } = await desk.database.owner.query<{ shown: string }>({
      text: `SELECT to_char(shown_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS shown FROM app.notices WHERE case_id = $1
        AND kind = 'to-approve' AND person_id = (SELECT person_id FROM app.accounts WHERE login = 'shen')`,
      values: [next.id],
    })
    expect(rows).toEqual([{ shown: '12:00' }])
    expect((await of('shen')).filter(({ caseId }) => caseId === next.id)).toEqual([])
  })
  test('with half a span of quiet hours, or a wrong page, are refused in words', async () => {
    const lin = await desk.as('lin')
    const half = { quietFrom: '22:00', quietUntil: null, digestAt: null, muted: [] }
    const refused = await lin.send('PUT', '/api/notices/settings', half, { 'if-match': '"0"' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('免打扰时段')
    expect(
      (await lin.get('/api/notices?after=2026-02-30T00:00:00.000000Z_01930000-0000-7000-8000-000000000000')).statusCode,
    ).toBe(422)
  })
  test('of a reminder are settled by an agreement of the same instant', async () => {
    const next = await PenaltyRoad.open(desk, { name: '催办和同意在同一刻的案件' })
    await next.proposeFiling()
    const [waiting] = (await next.read('lin')).approvals
    const lin = await desk.as('lin')
    const url = `/api/cases/${next.id}/approvals/${waiting?.proposal}`
    await lin.send('POST', url, { do: 'remind', run: 'main' }, { 'if-match': `"${next.version}"` })
    await tellAll()
    const ofNext = async () => (await of('zheng')).filter(({ caseId }) => caseId === next.id).map(({ kind }) => kind)
    expect((await ofNext()).toSorted()).toEqual(['reminded', 'to-approve'])
    await next.read('zheng').then(({ version }) => Object.assign(next, { version }))
    await next.agree('zheng')
    await tellAll(2)
    expect(await ofNext()).toEqual([])
    const { rows } = await desk.database.owner.query<{ kind: string }>({
      text: `SELECT kind FROM app.notices WHERE case_id = $1 AND read_at IS NULL AND kind <> 'assigned'`,
      values: [next.id],
    })
    expect(rows).toEqual([{ kind: 'to-approve' }])
  })
})
