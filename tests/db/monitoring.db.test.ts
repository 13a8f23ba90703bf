import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MonitoringAnswer, MonitoringRecord } from '#contract/monitoring.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { publishDue } from '#server/features/disclosure/index.ts'
import { reviewedRecord } from '#server/features/monitoring/index.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { agencyOf } from '../support/docking-station.ts'
import { RECORDED, TELL } from '../support/non-site-steps.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { storeRecording } from '../support/stored-recording.ts'

let desk: TestDesk
let zheng: Caller
let lin: Caller
let device: string
let agencyId: string
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  zheng = await desk.as('zheng')
  lin = await desk.as('lin')
  agencyId = await agencyOf(desk)
  const input = { code: 'JK-0001', kind: 'monitor', class: 'C', place: '临河路南口', fromOn: '2026-01-01' }
  device = (await zheng.send('POST', '/api/devices', input)).json<{ id: string }>().id
})
afterAll(() => desk.close())

const APPROVAL = {
  legalNumber: '法审〔2026〕3号',
  technicalNumber: '技审〔2026〕8号',
  standard: 'GA/T 497（示例）',
  sign: '路口前五十米设“监控抓拍”标志',
  place: '青石区临河路南口',
  publishedOn: '2026-02-01',
  publishedWhere: '本机关网站公告〔2026〕1号',
  fromOn: '2026-03-01',
}
const approve = (more: object = {}, id = device) =>
  zheng.send('POST', `/api/devices/${id}/approvals`, { ...APPROVAL, ...more })
const GOOD = { isTrue: true, isClear: true, isComplete: true, isAccurate: true, words: '号牌清楚，车厢没有密闭' }
const review = (id: string, more: object = {}, by = lin) =>
  by.send('POST', `/api/monitoring/${id}/review`, { ...GOOD, ...more })
const list = async (only: string, by = lin) => (await by.get(`/api/monitoring?only=${only}`)).json<MonitoringAnswer>()

/** A photograph of the device, with its digest. */
async function recorded(capturedAt: string): Promise<{ id: string; sha256: string }> {
  const shot = { agencyId, officerId: null, capturedAt, medium: 'photo', fileName: `${capturedAt}.jpg` } as const
  const id = await storeRecording(desk.context, { ...shot, deviceId: device })
  const { rows } = await desk.database.owner.query<{ sha256: string }>({
    text: 'SELECT sha256 FROM app.recordings WHERE id = $1',
    values: [id],
  })
  return { id, sha256: rows[0]?.sha256 ?? '' }
}

describe('a device that watches by itself', () => {
  test('stands on its examinations and its published place from a day on, entry after entry', async () => {
    expect((await approve()).statusCode).toBe(201)
    const again = await approve({ place: '青石区临河路北口', fromOn: '2026-05-20', publishedOn: '2026-05-10' })
    expect(again.json<{ approvals: { place: string }[] }>().approvals.map(({ place }) => place)).toEqual([
      '青石区临河路北口',
      '青石区临河路南口',
    ])
  })

  test('is shown to everybody where it stands, each entry until the next begins and none after the device is retired', async () => {
    await publishDue(desk.context, PROCEDURES)
    const shown = async () => {
      const { rows } = await desk.database.portal.query({
        text: 'SELECT place, from_on::text AS "from", until_on::text AS until FROM published.monitors ORDER BY from_on, id',
      })
      return rows
    }
    const other = { code: 'JK-0002', kind: 'monitor', class: 'C', place: '东街', fromOn: '2026-01-01' }
    const { id, version } = (await zheng.send('POST', '/api/devices', other)).json<{ id: string; version: number }>()
    await approve({ place: '青石区东街' }, id)
    const south = { place: '青石区临河路南口', from: '2026-03-01', until: '2026-05-19' }
    const north = { place: '青石区临河路北口', from: '2026-05-20', until: null }
    const east = { place: '青石区东街', from: '2026-03-01', until: null }
    expect(await shown()).toEqual([south, east, north])
    const ifMatch = { 'if-match': `"${version}"` }
    const retired = await zheng.send('POST', `/api/devices/${id}/retire`, { untilOn: '2026-05-31' }, ifMatch)
    expect(retired.statusCode).toBe(200)
    expect(await shown()).toEqual([south, { ...east, until: '2026-05-31' }, north])
  })

  test('is not published after it was used, and nothing of that is asked of a recorder', async () => {
    const late = await approve({ publishedOn: '2026-03-02' })
    expect([late.statusCode, late.body]).toEqual([422, expect.stringContaining('应当在使用以前公布')])
    const recorder = { code: 'JLY-9', kind: 'recorder', class: 'A', fromOn: '2026-01-01' }
    const { id } = (await zheng.send('POST', '/api/devices', recorder)).json<{ id: string }>()
    expect((await approve({}, id)).statusCode).toBe(409)
  })
})

describe('a record of it', () => {
  test('waits for a person, who says of each of four things whether it holds, once', async () => {
    const { id } = await recorded('2026-05-31T01:00:00Z')
    expect((await list('waiting')).records.map((record) => record.id)).toEqual([id])
    const passed = (await review(id)).json<MonitoringRecord>()
    expect(passed.review).toMatchObject({ passed: true, by: '林一', words: GOOD.words })
    expect((await review(id, { isClear: false })).statusCode).toBe(409)
    expect((await list('all')).counts).toEqual({ waiting: 0, passed: 1, failed: 0 })
  })

  test('from a day on which the device had not been examined cannot pass, and may be failed', async () => {
    const { id } = await recorded('2026-02-15T01:00:00Z')
    const refused = await review(id)
    expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('没有经过法制审核和技术审核')])
    expect(refused.body).toContain('《行政处罚法》第四十一条第一款')
    expect((await review(id, { isAccurate: false })).json<MonitoringRecord>().review).toMatchObject({ passed: false })
  })

  test('is nobody else’s', async () => {
    const { id } = await recorded('2026-05-31T02:00:00Z')
    const zhu = await desk.as('zhu')
    expect((await list('all', zhu)).records).toEqual([])
    expect((await review(id, {}, zhu)).statusCode).toBe(404)
    expect((await zhu.get(`/api/devices/${device}/approvals`)).statusCode).toBe(404)
  })
})

describe('a case of what was recorded', () => {
  test('names a device of the register that was examined on that day, and its published place', async () => {
    const road = new PenaltyRoad<Caller>(desk)
    await road.meetPeople()
    const open = async (more: Record<string, unknown>) => {
      const facts = { case: { ...RECORDED, 'captured-at': '2026-05-31T03:00:00Z', ...more } }
      const answer = await lin.send('POST', '/api/cases', await road.opening({ procedure: 'non-site', facts }))
      return [answer.statusCode, answer.body]
    }
    expect(await open({ device: 'JLY-9' })).toEqual([409, expect.stringContaining('没有编号“JLY-9”的监控设备')])
    expect(await open({ 'captured-at': '2026-02-15T03:00:00Z' })).toEqual([409, expect.stringContaining('没有公布')])
    expect(await open({})).toEqual([409, expect.stringContaining('公布的设置地点是“青石区临河路北口”')])
  })

  test('takes in what was passed and nothing else, also when the file is brought again, tells the party and goes on to a penalty', async () => {
    const [good, waiting] = [await recorded('2026-05-31T03:00:00Z'), await recorded('2026-05-31T04:00:00Z')]
    await review(good.id)
    const uploaded = (sha256: string) => desk.context.db.transaction((tx) => reviewedRecord(tx, { agencyId, sha256 }))
    const [passed, unread] = [await uploaded(good.sha256), await uploaded(waiting.sha256)]
    expect(passed).toEqual({ recording: good.id, device: 'JK-0001', capturedAt: '2026-05-31T03:00:00Z' })
    expect(unread).toMatchObject({ code: 'gate-closed' })
    const road = await PenaltyRoad.open<Caller>(desk, {
      procedure: 'non-site',
      name: '临河路渣土撒漏非现场执法案',
      facts: { case: { ...RECORDED, place: '青石区临河路北口', 'captured-at': '2026-05-31T03:00:00Z' } },
    })
    await bind(road, good.id, waiting.id)
    const refused = await add(road, waiting.id)
    expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('还没有经过审核，不得作为证据')])
    expect(refused.body).toContain('第四十一条第二款')
    const plain = [{ kind: '电子数据', title: '路口照片', source: '上传' }]
    const upload = await road.trial('lin', 'add-record', {
      run: 'main',
      facts: {},
      evidence: plain,
      scenes: { 'evidence-taking': { follows: true } },
    })
    expect([upload.statusCode, upload.body]).toEqual([
      409,
      expect.stringContaining('不是设备 JK-0001 审核通过的监控记录'),
    ])
    expect((await add(road, good.id)).statusCode).toBe(200)
    expect((await road.read('lin')).state.evidence.at(-1)?.monitored).toMatchObject({ recording: good.id })
    road.version = (await road.read('lin')).version
    await road.take('lin', 'tell', TELL)
    await road.deliver()
    await road.take('lin', 'punish')
    const next = await PenaltyRoad.open<Caller>(desk, { origin: { kind: 'case', id: road.id } })
    expect((await next.read('lin')).origin?.id).toBe(road.id)
  })
})

/** The recordings are brought into this case; a mark on one of them makes it a piece of evidence. */
async function bind(road: PenaltyRoad<Caller>, ...ids: readonly string[]): Promise<void> {
  for (const recording of ids) {
    const body = { run: 'main', scene: 'evidence-taking', recording }
    const answer = await lin.send('POST', `/api/cases/${road.id}/recordings`, body, { 'if-match': `"${road.version}"` })
    expect(answer.statusCode, answer.body).toBe(200)
    road.version = answer.json<{ version: number }>().version
  }
}

async function add(road: PenaltyRoad<Caller>, recording: string) {
  const marked = await lin.send('POST', `/api/recordings/${recording}/marks`, { atMs: 0, text: '车厢' })
  expect(marked.statusCode, marked.body).toBe(201)
  const mark = marked.json<{ marks: { id: string }[] }>().marks.at(-1)?.id
  const evidence = [{ kind: '电子数据', title: '监控照片', source: '监控设备 JK-0001', mark }]
  return road.trial('lin', 'add-record', {
    run: 'main',
    facts: {},
    evidence,
    scenes: { 'evidence-taking': { follows: true } },
  })
}
