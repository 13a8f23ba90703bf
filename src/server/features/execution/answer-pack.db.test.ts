import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { publishAgencies } from '#server/features/disclosure/publish-agencies.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { changeStanding, type StandingChange } from '#server/features/people/agency-standing.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { DEFENCE } from '../../../../tests/support/dispute-steps.ts'
import { idOf } from '../../../../tests/support/evidence-uploads.ts'
import { madePdf } from '../../../../tests/support/made-files.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { tarFiles } from '../../../../tests/support/tar-files.ts'
import { append, begin } from '../../../../tests/support/tus-exchange.ts'

let desk: TestDesk
let decision: PenaltyRoad<Caller>
let review: PenaltyRoad<Caller>
beforeAll(async () => {
  // Uploads end by the clock of the machine.
  desk = await testDesk(new Date().toISOString())
  decision = await PenaltyRoad.open(desk)
  await decision.file()
  const upload = await bring('台账.pdf', madePdf('').buffer)
  const evidence = [{ kind: '书证', title: '台账复印件', source: '当事人提供', proves: '购进的时间和数量', upload }]
  await decision.take('lin', 'add-evidence', {}, { evidence })
  await decision.investigate()
  await decision.notify()
  await decision.draft()
  await decision.review()
  await decision.decide()
  await decision.deliver()
  await decision.take('lin', 'begin-performance')
  review = new PenaltyRoad(desk)
  const on = desk.context.clock.today()
  const facts = { case: { contested: '行政处罚决定书', 'applied-on': on, claim: '请求撤销' } }
  const about = { procedure: 'admin-review', name: '对处罚决定的行政复议', parties: [decision.party], facts }
  await review.open('lin', { ...about, handlers: decision.handlers, origin: { kind: 'case', id: decision.id } })
  await review.take('lin', 'take-notice', { case: { 'notice-number': '青复答〔2026〕1号', 'notice-on': on } })
})
afterAll(() => desk.close())

async function bring(filename: string, bytes: Buffer): Promise<string> {
  await desk.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`
  const { cookie } = await decision.as('lin')
  const { url } = await begin({ origin, cookie, size: bytes.length, metadata: { filename, caseId: decision.id } })
  const sent = await append({ url, cookie, at: 0, body: bytes })
  expect(sent?.status, sent?.body.toString()).toBe(204)
  return idOf(url)
}

const get = async (login: string) => (await desk.as(login)).get(`/api/cases/${review.id}/answer-pack`)

async function typesetAll(): Promise<void> {
  const { rows } = await desk.database.owner.query<{ id: string }>({
    text: `SELECT d.id FROM app.documents d WHERE d.case_id = ANY ($1::uuid[])
      AND NOT EXISTS (SELECT FROM app.document_files f WHERE f.document_id = d.id)`,
    values: [[decision.id, review.id]],
  })
  for (const { id } of rows) await typesetIssued(desk.context, id)
}

async function dataOf(caseId: string, code: string): Promise<DocumentData | undefined> {
  const { rows } = await desk.database.owner.query<{ data: DocumentData }>({
    text: 'SELECT data FROM app.documents WHERE case_id = $1 AND code = $2',
    values: [caseId, code],
  })
  return rows[0]?.data
}

describe('the reviewing body and the court of the agency', () => {
  test('follow from what it is and where it sits, on its papers', async () => {
    const remedy = (await dataOf(decision.id, 'penalty-decision'))?.remedy
    expect(remedy?.reviewBodies).toEqual(['南屏市青石区人民政府'])
    expect(remedy?.court).toBe('南屏市青石区人民法院')
  })

  test('are shown to the public, and what is written down takes their place', async () => {
    const shown = async (name: string) => {
      await publishAgencies(desk.context.db)
      const { rows } = await desk.database.owner.query<{ review_body: string; court: string }>({
        text: 'SELECT review_body, court FROM published.agencies WHERE name = $1',
        values: [name],
      })
      return rows[0]
    }
    expect(await shown('南屏市青石区司法局')).toEqual({
      review_body: '南屏市青石区人民政府或者南屏市司法局',
      court: '南屏市青石区人民法院',
    })
    const change = (to: StandingChange) => changeStanding(desk.context.db, 'qs-justice', to, desk.context.clock.now())
    expect(await change({ court: '南屏铁路运输法院' })).toMatchObject({ court: '南屏铁路运输法院' })
    expect((await shown('南屏市青石区司法局'))?.court).toBe('南屏铁路运输法院')
    expect(await change({ court: '' })).toMatchObject({ court: '南屏市青石区人民法院' })
    expect(await change({ standing: '垂直领导', higherDepartment: '' })).toMatchObject({ code: 'invalid-input' })
    expect(await change({ standing: '工作部门' })).toMatchObject({ reviewBody: '南屏市青石区人民政府' })
    expect(await change({ standing: '别的' })).toMatchObject({ code: 'invalid-input' })
    expect(await change({ seat: '123456' })).toMatchObject({ code: 'invalid-input' })
  })
})

describe('the material of the respondent', () => {
  test('is not there before the answer, and the refusal says what to do', async () => {
    const answer = await get('lin')
    expect(answer.statusCode).toBe(409)
    expect(answer.json<{ detail: string }>().detail).toContain('请先办理“提出书面答复”')
  })

  test('is one tar with answer, competence, decision, evidence and procedure, each under its digest', async () => {
    await review.take('lin', 'answer', { case: DEFENCE })
    await review.agree('zheng', 'shen')
    expect((await get('lin')).json<{ detail: string }>().detail).toContain('还在排版')
    await typesetAll()
    const answer = await get('lin')
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    const named = [...tarFiles(answer.rawPayload)].map(
      ([name, body]) => [name.slice(name.indexOf('/') + 1), body] as const,
    )
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
    for (const name of [
      '1 答复书',
      '行政执法主体资格和职权依据说明',
      '行政处罚决定书',
      '4 证据/',
      '5 作出行政行为的程序/',
    ])
      expect(
        told.some((line) => line.includes(name)),
        name,
      ).toBe(true)
  })

  test('is for those who work on the case', async () => {
    expect((await get('zhuo')).statusCode).toBe(403)
    expect((await get('zhu')).statusCode).toBe(404)
  })
})
