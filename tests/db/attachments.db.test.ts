import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { finishedUpload } from '../support/archived-case.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { madePdf } from '../support/made-files.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
})
afterAll(() => desk.close())

const upload = (by: string, name: string) => finishedUpload(desk, { by, caseId: road.id, file: madePdf(name) })
const filing = (attachments: readonly string[]) => ({
  run: 'main',
  facts: {
    case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违反食品安全法' },
    violation: { [road.violation]: { 'act-ended-on': '2026-06-01' } },
  },
  attachments,
})
const read = async (login = 'lin') => (await (await desk.as(login)).get(`/api/cases/${road.id}`)).json<CaseAnswer>()
async function answer(login: string, body: Record<string, unknown>) {
  const { approvals, version } = await read(login)
  const url = `/api/cases/${road.id}/approvals/${approvals[0]?.proposal}`
  return (await desk.as(login)).send('POST', url, { run: 'main', ...body }, { 'if-match': `"${version}"` })
}

describe('files that go with an approval', () => {
  test('stand in the event with their digests, and are read by whoever reads the case', async () => {
    const asked = await upload('林一', '立案请示.pdf')
    expect((await road.trial('lin', 'file', filing([asked]))).statusCode).toBe(200)
    const returned = await upload('郑三', '退回时的批注.pdf')
    expect((await answer('zheng', { do: 'return', reason: '补充依据', attachments: [returned] })).statusCode).toBe(200)
    road.version = (await read()).version
    expect((await road.trial('lin', 'file', filing([asked]))).statusCode).toBe(200)
    const said = await upload('郑三', '审批意见附件.pdf')
    expect((await answer('zheng', { do: 'agree', attachments: [said] })).statusCode).toBe(200)
    const { state, timeline } = await read('shen')
    expect(state.attachments?.map(({ fileName }) => fileName)).toEqual([
      '立案请示.pdf',
      '退回时的批注.pdf',
      '立案请示.pdf',
      '审批意见附件.pdf',
    ])
    expect(state.evidence).toEqual([])
    expect(timeline.map(({ sentence }) => sentence).join()).toContain('（附：审批意见附件.pdf）')
    for (const login of ['lin', 'shen'])
      expect((await (await desk.as(login)).get(`/api/evidence/${said}/content`)).statusCode).toBe(200)
    expect((await (await desk.as('zhu')).get(`/api/evidence/${said}/content`)).statusCode).toBe(404)
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })

  test('are refused where nothing waits for approval, and when they are of another case or person', async () => {
    const foreign = await upload('郑三', '别人的文件.pdf')
    expect((await answer('shen', { do: 'agree', attachments: [foreign] })).statusCode).toBe(404)
    await answer('shen', { do: 'agree' })
    road.version = (await read()).version
    const own = await upload('林一', '不用审批的.pdf')
    const refused = await road.trial('lin', 'resume-clock', { run: 'main', facts: {}, attachments: [own] })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('不用审批，没有附件')
  })
})
