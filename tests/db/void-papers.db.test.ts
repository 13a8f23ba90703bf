import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { publishDue } from '#server/features/disclosure/index.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.untilDecided()
})
afterAll(() => desk.close())

const decision = async (login = 'lin') =>
  (await road.read(login)).documents.findLast(
    ({ code }) => code === 'penalty-decision',
  ) as CaseAnswer['documents'][number]
const post = async (login: string, path: string, body: unknown) => {
  const answer = await (await road.as(login)).send('POST', `/api/cases/${road.id}/documents/${path}`, body, {
    'if-match': `"${road.version}"`,
  })
  if (answer.statusCode === 200) road.version = answer.json<{ version: number }>().version
  return answer
}
const row = async (id: string) =>
  (
    await desk.database.owner.query<{
      number: string
      reason: string | null
      status: string | null
      state: string | null
    }>({
      text: `SELECT d.number, d.void_reason AS reason, s.state,
          (SELECT k.status FROM published.document_keys k WHERE k.document_id = d.id) AS status
        FROM app.documents d LEFT JOIN app.disclosures s ON s.document_id = d.id WHERE d.id = $1`,
      values: [id],
    })
  ).rows[0]

describe('a decision with a mistake that nobody has yet', () => {
  let old: CaseAnswer['documents'][number]

  test('is reported by a handler to the head who agreed to it, and to nobody else', async () => {
    old = await decision()
    expect(old.voiding).toMatchObject({
      refusal: null,
      approver: '机关负责人',
      asked: null,
      together: ['行政处罚决定审批表', '罚没款缴款通知书'],
    })
    expect((await decision('shen')).voiding).toBeNull()
    expect((await post('lin', `${old.id}/void`, { reason: '' })).statusCode).toBe(422)
    expect((await post('shen', `${old.id}/void`, { reason: '金额写错了' })).statusCode).toBe(403)
    expect((await post('lin', `${old.id}/void`, { reason: '金额写错了' })).statusCode).toBe(200)
    expect((await decision()).voiding).toMatchObject({ asked: { reason: '金额写错了', by: '林一' }, mayAnswer: false })
    expect((await decision('shen')).voiding).toMatchObject({ mayAnswer: true })
    expect(await row(old.id)).toMatchObject({ reason: null })
    expect((await post('zheng', `${old.id}/void/answer`, { granted: true })).statusCode).toBe(403)
  })

  test('is void once that head agrees: struck in the list, for its QR code and for the public, and it stays with its number', async () => {
    expect((await post('shen', `${old.id}/void/answer`, { granted: true })).statusCode).toBe(200)
    const { documents, stages, timeline } = await road.read('lin')
    expect(documents.find(({ id }) => id === old.id)).toMatchObject({ voided: '金额写错了', voiding: null })
    expect(stages.find(({ state }) => state === 'current')?.stage).toBe('decision')
    expect(timeline.map(({ sentence }) => sentence)).toContain('《行政处罚决定书》作废：金额写错了；机关负责人：同意')
    await publishDue(desk.context, PROCEDURES)
    expect(await row(old.id)).toMatchObject({ number: old.number, reason: '金额写错了', state: 'withheld' })
    expect(['void', null]).toContain((await row(old.id))?.status)
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })

  test('is decided anew under another number, which is served and goes on', async () => {
    await road.take('lin', 'decide')
    await road.agree('shen')
    const fresh = await decision()
    expect(fresh.id).not.toBe(old.id)
    expect(fresh.number).not.toBe(old.number)
    await road.deliver()
    await road.take('lin', 'begin-performance')
    const refused = await post('lin', `${fresh.id}/void`, { reason: '当事人要求作废' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('已经送达，不能作废')
    expect((await compareRefold(desk.context)).differing).toEqual([])
  })
})
