import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import type { NoticeRow, NoticesAnswer } from '#contract/notices.ts'
import type { SuccessionWork } from '#contract/successions.ts'
import type { WorklistAnswer } from '#contract/worklists.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { noticeJobs } from '#server/features/notices/index.ts'
import type { Tasks } from '#server/jobs/tasks.ts'
import { finishedUpload } from '../support/archived-case.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { madePdf } from '../support/made-files.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

/** 包二 leads another unit; 沈一 heads the agency; 郑三 leads the unit whose case it is. */
let desk: TestDesk
let road: PenaltyRoad<Caller>
let people: Record<string, string>

beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.proposeFiling()
  const answer = await (await desk.as('lin')).get('/api/people')
  const known = answer.json<{ people: { id: string; name: string }[] }>().people
  people = Object.fromEntries(known.map(({ id, name }) => [name, id]))
})
afterAll(() => desk.close())

const read = async (login: string) => (await (await desk.as(login)).get(`/api/cases/${road.id}`)).json<CaseAnswer>()
async function say(login: string, body: Record<string, unknown>) {
  const { approvals, version } = await read('lin')
  const url = `/api/cases/${road.id}/approvals/${approvals[0]?.proposal}`
  return (await desk.as(login)).send('POST', url, { run: 'main', ...body }, { 'if-match': `"${version}"` })
}
const id = (name: string): string => people[name] ?? name
const consult = (login: string, ...names: readonly string[]) => say(login, { do: 'consult', people: names.map(id) })

async function tellAll(): Promise<void> {
  const { rows } = await desk.database.owner.query<{ payload: Tasks['tell-notices'] }>({
    text: `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'tell-notices' ORDER BY j.id`,
    values: [],
  })
  for (const { payload } of rows) await noticeJobs['tell-notices'](desk.context, payload)
}
async function unread(login: string): Promise<NoticeRow[]> {
  const answer = await (await desk.as(login)).get('/api/notices?only=unread')
  return answer.json<NoticesAnswer>().rows.filter(({ caseId }) => caseId === road.id)
}
const mine = async (login: string) => {
  const { rows } = (await (await desk.as(login)).get('/api/worklist?tab=mine')).json<WorklistAnswer>()
  return rows.filter((row) => row.id === road.id)
}

describe('countersigning', () => {
  test('is asked only of heads of the agency, in words', async () => {
    for (const [names, words] of [
      [['周二'], '请选本机关现任的机构负责人或者机关负责人'],
      [['01930000-0000-7000-8000-000000000000'], '请选本机关现任的机构负责人或者机关负责人'],
      [['林一'], '会签请送本人以外的人'],
    ] as const) {
      const refused = await consult('lin', ...names)
      expect(refused.statusCode, refused.body).toBe(409)
      expect(refused.body).toContain(words)
    }
    for (const body of [
      { do: 'consult', people: [] },
      { do: 'consult', people: ['nobody'] },
      { do: 'consult', people: Array.from({ length: 21 }, () => id('郑三')) },
      { do: 'consult', people: [id('郑三')], question: '字'.repeat(501) },
      { do: 'countersign', opinion: '同意' },
      { do: 'countersign', agrees: 'yes' },
      { do: 'countersign', agrees: true, opinion: '字\u202e' },
      { do: 'release', of: id('郑三'), reason: '' },
      { do: 'release', reason: '出差' },
    ])
      expect((await say('lin', body)).statusCode, JSON.stringify(body)).toBe(422)
    expect((await consult('lv', '郑三')).statusCode).toBe(404)
    expect((await read('lin')).state.runs[0]?.proposals[0]?.countersigning).toBeUndefined()
  })

  test('lets who was asked read the case and find it, and tells them at once', async () => {
    expect((await (await desk.as('bao')).get(`/api/cases/${road.id}`)).statusCode).not.toBe(200)
    const asked = await say('lin', { do: 'consult', people: [id('包二')], question: '二中队是否已在查' })
    expect(asked.statusCode, asked.body).toBe(200)
    await tellAll()
    expect(await unread('bao')).toMatchObject([
      { kind: 'to-approve', sentence: expect.stringContaining('等您会签：二中队是否已在查') },
    ])
    expect(await mine('bao')).toMatchObject([{ waitsForYou: true, isToCountersign: true }])
    expect(await mine('zheng')).toMatchObject([{ waitsForYou: true, isToCountersign: false }])
    expect((await read('bao')).approvals[0]?.may).toEqual(['countersign'])
    expect((await read('lin')).timeline.map(({ sentence }) => sentence)).toContain(
      '送执法二中队负责人包二会签“报请立案”：二中队是否已在查',
    )
  })

  test('keeps the head from agreeing until it is answered, and who leaves leaves it behind', async () => {
    const early = await say('zheng', { do: 'agree' })
    expect(early.statusCode).toBe(409)
    expect(early.body).toContain('还在等包二会签')
    const work = await (await desk.as('shen')).get(`/api/successions/people/${id('包二')}`)
    expect(work.json<SuccessionWork>().staying).toMatchObject([
      { what: '会签“报请立案”', sentence: expect.stringContaining('由送会签的人或者审批人收回') },
    ])
  })

  test('is said once, with files, and told to who asked and to who approves', async () => {
    const file = await finishedUpload(desk, { by: '包二', caseId: road.id, file: madePdf('二中队意见.pdf') })
    expect((await say('bao', { do: 'countersign', agrees: false })).body).toContain('请写明是什么意见')
    const opinion = '二中队已经立案，建议并案'
    const said = await say('bao', { do: 'countersign', agrees: false, opinion, attachments: [file] })
    expect(said.statusCode, said.body).toBe(200)
    expect((await say('bao', { do: 'countersign', agrees: true })).body).toContain('已经答复、收回')
    await tellAll()
    expect(await unread('bao')).toEqual([])
    expect(await mine('bao')).toEqual([])
    expect((await unread('lin')).map(({ sentence }) => sentence).join()).toContain(`包二会签：有不同意见，${opinion}`)
    expect((await unread('zheng')).map(({ sentence }) => sentence).join()).toContain('会签都有了答复，等您审批')
    expect((await (await desk.as('zheng')).get(`/api/evidence/${file}/content`)).statusCode).toBe(200)
  })

  test('is taken back with a reason, and stays with the act that was agreed to', async () => {
    expect((await consult('zheng', '沈一')).statusCode).toBe(200)
    expect((await say('lin', { do: 'release', of: id('沈一'), reason: '出差' })).body).toContain(
      '由送会签的人或者审批人收回',
    )
    expect((await say('zheng', { do: 'release', of: id('沈一'), reason: '出差' })).statusCode).toBe(200)
    await tellAll()
    expect((await unread('shen')).filter(({ sentence }) => sentence.includes('会签'))).toEqual([])
    for (const login of ['zheng', 'shen']) expect((await say(login, { do: 'agree' })).statusCode).toBe(200)
    const { state } = await read('lin')
    expect(state.runs[0]?.taken.at(-1)?.countersigning).toMatchObject([
      { name: '包二', unitName: '执法二中队', said: { agrees: false } },
      { name: '沈一', released: { reason: '出差' } },
    ])
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
})
