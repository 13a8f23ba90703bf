import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccessAnswer, AccessDetail } from '#contract/access.ts'
import type { CaseAnswer } from '#contract/cases.ts'
import { featureRoutes } from '#server/app.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { AccessRoad } from '../support/access-road.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { pdfText } from '../support/pdf-text.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

const DAY = 24 * 60

/** Everything that is read of one case by its number. */
const READS = featureRoutes
  .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/cases/:id'))
  .map(({ path }) => path)

let desk: TestDesk
let road: PenaltyRoad<Caller>
let documents: readonly string[]
let access: AccessRoad<Caller>
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  await road.investigate()
  documents = (await road.state('lin')).documents.map(({ id }) => id)
  for (const id of documents.slice(0, 2)) await typesetIssued(desk.context, id)
})
afterAll(() => desk.close())
beforeEach(() => {
  access = new AccessRoad(desk, road.id)
})

const read = async (login: string, url: string) => (await desk.as(login)).get(url)
const caseUrl = () => `/api/cases/${road.id}`
const fileUrl = (index: number) => `${caseUrl()}/documents/${documents[index]}/file`

/** Whatever stands open ends, so that each test begins with a stranger. */
async function endAll(): Promise<void> {
  const open = (await read('shen', '/api/access-requests?tab=open')).json<AccessAnswer>()
  for (const row of open.rows) {
    const one = (await read('shen', `/api/access-requests/${row.id}`)).json<AccessDetail>()
    const shen = await desk.as('shen')
    const body = { act: 'revoke', note: '下一个测试另行申请' }
    await shen.send('POST', `/api/access-requests/${row.id}/steps`, body, { 'if-match': `"${one.version}"` })
  }
}

describe('an officer of another unit', () => {
  beforeEach(endAll)

  test('sees in the list that there is a case, is refused its content and told how to ask', async () => {
    expect((await read('zhuo', '/api/worklist?tab=all')).body).toContain(road.id)
    for (const url of [caseUrl(), fileUrl(0), `${caseUrl()}/receipts/1`, `${caseUrl()}/drafts/main/report`]) {
      const answer = await read('zhuo', url)
      expect(answer.statusCode, url).toBe(403)
      expect(answer.json().detail).toContain('请申请调阅')
      expect(answer.json().basis).toBe('《行政处罚法》第五十条')
      expect(answer.body).not.toMatch(/青石味来|进货台账/)
    }
  })

  test.each(READS)('is refused %s of a case like the case itself', async (path) => {
    const known: Record<string, string> = {
      id: road.id,
      document: documents[0] ?? '',
      seq: '1',
      run: 'main',
      action: 'report',
      page: '1',
    }
    const url = path.replaceAll(/:(\w+)/g, (_whole, name: string) => known[name] ?? road.id)
    const answer = await read('zhuo', url)
    expect([answer.statusCode, answer.json().basis], answer.body).toEqual([403, '《行政处罚法》第五十条'])
  })

  test('reads the whole case by a grant, and does nothing in it', async () => {
    await access.grant()
    const answer = (await read('zhuo', caseUrl())).json<CaseAnswer>()
    expect(answer.state.name).toContain('某餐饮公司')
    expect([answer.offers, answer.approvals]).toEqual([[], []])
    expect(answer.grant).toMatchObject({ request: access.id, purposes: ['view'] })
    expect((await read('zhuo', fileUrl(0))).statusCode).toBe(200)
    const zhuo = await desk.as('zhuo')
    const act = await zhuo.send(
      'POST',
      `${caseUrl()}/actions/inquire`,
      { run: 'main' },
      { 'if-match': `"${road.version}"` },
    )
    expect(act.statusCode).toBe(403)
    const preview = await zhuo.send('POST', `${caseUrl()}/preview`, { action: 'report', input: { run: 'main' } })
    expect(preview.statusCode).toBe(403)
    expect((await read('zhuo', `${caseUrl()}/drafts/main/report`)).statusCode).toBe(403)
  })

  test('a grant of one paper opens that paper and neither another nor the case', async () => {
    await access.grant({ scope: 'items', documents: [documents[0]] })
    expect((await read('zhuo', fileUrl(0))).statusCode).toBe(200)
    expect((await read('zhuo', fileUrl(1))).statusCode).toBe(403)
    expect((await read('zhuo', caseUrl())).statusCode).toBe(403)
  })

  test('a grant is for one person: a colleague of the same unit reads nothing by it', async () => {
    await access.grant()
    expect((await read('bao', caseUrl())).statusCode).toBe(403)
  })

  test('neither before the head of the unit endorsed nor before the agency head granted is anything open', async () => {
    await access.ask('zhuo')
    expect((await read('zhuo', caseUrl())).statusCode).toBe(403)
    await access.step('bao', 'endorse')
    expect((await read('zhuo', caseUrl())).statusCode).toBe(403)
    await access.step('shen', 'refuse', { note: '与所办案件没有关系' })
    expect(access.detail?.row.state).toBe('refused')
    expect((await read('zhuo', caseUrl())).statusCode).toBe(403)
  })

  test('reads until it is revoked, with the reason in the request', async () => {
    await access.grant()
    expect((await read('zhuo', caseUrl())).statusCode).toBe(200)
    const answer = await access.step('shen', 'revoke', { note: '所办案件已经办结' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(access.detail?.row.state).toBe('revoked')
    expect(access.detail?.steps.map(({ kind }) => kind)).toEqual(['endorsed', 'granted', 'used', 'revoked'])
    expect((await read('zhuo', caseUrl())).statusCode).toBe(403)
    expect((await read('zhuo', fileUrl(0))).statusCode).toBe(403)
  })

  test('gives it back before its end', async () => {
    await access.grant()
    expect((await access.step('zhuo', 'return')).statusCode).toBe(200)
    expect((await read('zhuo', caseUrl())).statusCode).toBe(403)
  })

  test('reads a paper with the own name across each page, and the sealed file stays as it was', async () => {
    const sealed = await read('lin', fileUrl(0))
    await access.grant()
    const marked = await read('zhuo', fileUrl(0))
    expect(marked.rawPayload.equals(sealed.rawPayload)).toBe(false)
    expect((await read('lin', fileUrl(0))).rawPayload.equals(sealed.rawPayload)).toBe(true)
    expect(await pdfText(marked.rawPayload)).toContain('调阅卓一')
    expect(await pdfText(sealed.rawPayload)).not.toContain('卓一')
  })

  test('each look by a grant stands in the audit with the request it rests on', async () => {
    await access.grant()
    await read('zhuo', caseUrl())
    const { rows } = await desk.database.owner.query({
      text: `SELECT name FROM app.audit_entries WHERE detail ->> 'ground' = $1 AND subject = $2`,
      values: [`access:${access.id}`, `case:${road.id}`],
    })
    expect(rows).toEqual([{ name: 'case-read' }])
  })
})

describe('who may ask for what', () => {
  test('a handler of the case does not ask', async () => {
    const answer = await access.ask('lin')
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([
      409,
      expect.stringContaining('可以直接查看'),
    ])
  })

  test('another agency’s case, paper and request are not there', async () => {
    expect((await access.ask('zhu')).statusCode).toBe(404)
    await access.ask('zhuo')
    for (const login of ['zhu', 'xu', 'shi', 'hua']) {
      expect((await read(login, `/api/access-requests/${access.id}`)).statusCode).toBe(404)
      for (const tab of ['mine', 'endorse', 'approve', 'open', 'ended'])
        expect((await read(login, `/api/access-requests?tab=${tab}`)).body).not.toContain(access.id)
    }
    await access.step('zhuo', 'withdraw')
  })

  test('a request is seen by whoever asked, their head, the agency head and the archivist, and by nobody else', async () => {
    await access.ask('zhuo')
    const url = `/api/access-requests/${access.id}`
    for (const login of ['zhuo', 'bao', 'shen', 'wei']) expect((await read(login, url)).statusCode, login).toBe(200)
    for (const login of ['lin', 'zheng', 'wu', 'han']) expect((await read(login, url)).statusCode, login).toBe(404)
    await access.step('zhuo', 'withdraw')
  })

  test('a paper of another case cannot be slipped in', async () => {
    const other = await PenaltyRoad.open(desk)
    const slipped = new AccessRoad(desk, other.id)
    const answer = await slipped.ask('zhuo', { scope: 'items', documents: [documents[0]] })
    expect(answer.statusCode).toBe(422)
  })

  test('the head of a unit asks in writing and waits for the agency head alone', async () => {
    await access.ask('bao')
    expect(access.detail?.row.state).toBe('endorsed')
    const waiting = (await read('shen', '/api/access-requests?tab=approve')).json<AccessAnswer>()
    expect(waiting.rows.map(({ id }) => id)).toContain(access.id)
    expect((await access.step('bao', 'grant', { days: 1, purposes: ['view'] })).statusCode).toBe(403)
    expect((await access.step('shen', 'grant', { days: 1, purposes: ['view'] })).statusCode).toBe(200)
    expect((await read('bao', caseUrl())).statusCode).toBe(200)
  })

  test('what somebody else decided meanwhile is shown, never decided twice', async () => {
    await access.ask('zhuo')
    const [first, second] = [new AccessRoad(desk, road.id), new AccessRoad(desk, road.id)]
    first.detail = access.detail
    second.detail = access.detail
    expect((await first.step('bao', 'endorse')).statusCode).toBe(200)
    expect((await second.step('bao', 'refuse', { note: '不同意这次调阅' })).statusCode).toBe(412)
    await first.step('zhuo', 'withdraw')
  })
})

// The clock moves on: nothing may come after this.
describe('at its end', () => {
  test('a grant is over by itself, a minute after the last midnight and not a minute before', async () => {
    await endAll()
    await access.grant({}, 3)
    // Granted on 1 June at 10:00 of the office; the last day is 4 June.
    desk.pass(3 * DAY + 14 * 60 - 1)
    expect((await read('zhuo', caseUrl())).statusCode).toBe(200)
    desk.pass(1)
    const over = await read('zhuo', caseUrl())
    expect(over.statusCode).toBe(403)
    expect(over.json().detail).toContain('到期即失效')
    const row = (await read('zhuo', `/api/access-requests/${access.id}`)).json<AccessDetail>().row
    expect(row.state).toBe('expired')
    const ended = (await read('zhuo', '/api/access-requests?tab=ended')).json<AccessAnswer>()
    expect(ended.rows.map(({ id }) => id)).toContain(access.id)
  })

  test('an extension is a new request that says what it goes on from', async () => {
    const ended = (await read('zhuo', '/api/access-requests?tab=ended')).json<AccessAnswer>().rows[0]
    const answer = await access.ask('zhuo', { follows: ended?.id })
    expect(answer.statusCode, answer.body).toBe(201)
    expect(access.detail?.followsId).toBe(ended?.id)
    expect((await read('zhuo', caseUrl())).statusCode).toBe(403)
  })
})
