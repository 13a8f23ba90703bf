import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typesetIssued } from '#server/features/documents/index.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { APPLICATION } from '../../../../tests/support/execution-steps.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { tarFiles } from '../../../../tests/support/tar-files.ts'

const DAY = 24 * 60
let desk: TestDesk
let road: PenaltyRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.untilDecided()
  await road.deliver()
  await road.take('lin', 'begin-performance')
})
afterAll(() => desk.close())

const path = () => `/api/cases/${road.id}/court-pack`
const get = async (login: string) => (await desk.as(login)).get(path())

function later(days: number): void {
  desk.pass(days * DAY)
  road.signInAgain()
}

async function typesetAll(): Promise<void> {
  const { rows } = await desk.database.owner.query<{ id: string }>({
    text: `SELECT d.id FROM app.documents d WHERE d.case_id = $1
      AND NOT EXISTS (SELECT FROM app.document_files f WHERE f.document_id = d.id)`,
    values: [road.id],
  })
  for (const { id } of rows) await typesetIssued(desk.context, id)
}

describe('the papers for the court', () => {
  test('are not there before the application, and the refusal says what to do', async () => {
    const answer = await get('lin')
    expect(answer.statusCode).toBe(409)
    expect(answer.json<{ detail: string }>().detail).toContain('请先办理“向人民法院申请强制执行”')
  })

  test('are one tar with a table of contents, and every digest in it is that of its file', async () => {
    later(17)
    await road.take('lin', 'open-court-execution')
    const urging = { duty: '缴纳罚款 5000 元', 'urging-until': '2026-04-20', 'urging-way': '到指定银行缴纳' }
    await road.take('lin', 'urge', { case: urging })
    await road.agree('zheng')
    await road.deliver()
    later(170)
    await road.take('lin', 'apply', { case: APPLICATION })
    await road.agree('zheng', 'shen')
    expect((await get('lin')).json<{ detail: string }>().detail).toContain('还在排版')
    await typesetAll()
    const answer = await get('lin')
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    const files = tarFiles(answer.rawPayload)
    const named = [...files].map(([name, body]) => [name.slice(name.indexOf('/') + 1), body] as const)
    const told =
      named
        .find(([name]) => name === 'sha256.txt')?.[1]
        .toString()
        .trim()
        .split('\n') ?? []
    const found = named
      .filter(([name]) => name !== 'sha256.txt')
      .map(([name, body]) => `${createHash('sha256').update(body).digest('hex')}  ${name}`)
    expect(found.toSorted()).toEqual(told.toSorted())
    expect(told.some((line) => line.includes('强制执行申请书'))).toBe(true)
    expect(told.some((line) => line.includes('行政处罚决定书'))).toBe(true)
    expect(told.some((line) => line.includes('催告书'))).toBe(true)
  })

  test('are for those who work on the case', async () => {
    expect((await get('zhuo')).statusCode).toBe(403)
    expect((await get('zhu')).statusCode).toBe(404)
  })
})
