import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseRecordingsAnswer } from '#contract/case-recordings.ts'
import type { PanelsAnswer } from '#contract/panels.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { makeRecording } from '../support/recordings.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let recording: string
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  await road.investigate()
  await road.notify()
  await road.draft()
  recording = await makeRecording(desk, { bytes: Buffer.from('film'), medium: 'video', fileName: '检查.mp4' })
  await bind()
})
afterAll(() => desk.close())

/** To the first scene of the case that a film may show. */
async function bind(): Promise<void> {
  const { version, scenes } = (
    await (await as('lin')).get(`/api/cases/${road.id}/recordings`)
  ).json<CaseRecordingsAnswer>()
  const line = scenes.find(({ media }) => media.includes('video'))
  const body = { run: line?.run, scene: line?.scene, recording }
  const answer = await (await as('lin')).send('POST', `/api/cases/${road.id}/recordings`, body, {
    'if-match': `"${version}"`,
  })
  expect(answer.statusCode, answer.body).toBe(200)
  road.version = answer.json<{ version: number }>().version
}
const as = (login: string) => desk.as(login)
const panels = async (login: string) => (await (await as(login)).get('/api/panels')).json<PanelsAnswer>().rows
const watch = async (login: string) =>
  (await (await as(login)).send('POST', `/api/recordings/${recording}/viewings`, {})).statusCode
const draftPaper = async (login: string, run: string, query = '') =>
  (await as(login)).get(`/api/cases/${road.id}/runs/${run}/draft-paper${query}`)

describe('the decision that is drafted', () => {
  test('is read as it would be printed by who reviews it, and by nobody of another agency', async () => {
    const paper = await draftPaper('wu', 'main')
    expect(paper.statusCode, paper.body).toBe(200)
    expect(paper.headers['x-document-codes']).toBe('penalty-decision')
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await draftPaper('shi', 'main')).statusCode).toBe(404)
  })

  test('says what there is not: another run, another party, a procedure without a draft', async () => {
    expect((await draftPaper('wu', 'nothing')).statusCode).toBe(404)
    expect((await draftPaper('wu', 'main', '?party=018f0000-0000-7000-8000-000000000000')).statusCode).toBe(404)
    const delivery = (await road.state('lin')).runs.find(({ procedure }) => procedure === 'delivery')?.id ?? ''
    const none = await draftPaper('wu', delivery)
    expect(none.json<{ detail: string }>().detail).toBe('这个程序现在没有待审核、待讨论的拟稿。')
  })
})

describe('the room of the panel', () => {
  test('is empty until a case is laid before the heads, and then its recordings are open to those who take part', async () => {
    expect(await panels('han')).toEqual([])
    expect(await watch('han')).toBe(403)
    await road.review()
    await road.take('lin', 'go-to-decision')
    await road.take('lin', 'hold-panel')
    const state = await road.state('lin')
    const run = state.runs.find(({ procedure }) => procedure === 'panel')?.id
    expect(await panels('han')).toMatchObject([{ caseId: road.id, run, openedOn: '2026-06-01', recordings: 1 }])
    expect(await watch('han')).toBe(201)
  })

  test('lets go of a case once the discussion is recorded, and its recordings with it', async () => {
    const { people } = (await (await as('lin')).get('/api/people')).json<{ people: { id: string; name: string }[] }>()
    const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? ''
    const heads = ['沈一', '韩六'].map(idOf)
    const record = {
      'discussed-on': '2026-06-01',
      'panel-place': '局会议室',
      'panel-host': heads.slice(0, 1),
      attendees: heads,
      reporter: road.handlers.slice(0, 1),
      opinions: '沈一：同意。\n韩六：同意。',
      conclusion: '同意拟作的决定',
    }
    await road.take('shen', 'agree', { case: record })
    expect(await panels('han')).toEqual([])
    expect(await watch('han')).toBe(403)
  })

  test('another agency sees nothing of it', async () => {
    expect(await panels('shi')).toEqual([])
  })
})
