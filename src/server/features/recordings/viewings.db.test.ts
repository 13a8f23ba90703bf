import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/ids.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { madeWav } from '../../../../tests/support/made-files.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { bindRecording, digestOf, makeRecording } from '../../../../tests/support/recordings.ts'

const SOUND = madeWav('询问.wav', 2).buffer

let desk: TestDesk
let road: PenaltyRoad<Caller>
let recording: string
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  const probe = { durationMs: 2000, audioCodec: 'pcm_s16le' }
  recording = await makeRecording(desk, {
    ...{
      bytes: SOUND,
      medium: 'audio',
      fileName: '询问.wav',
      by: 'chuang',
      probe,
      waveform: [0, 0.5, 1],
      caseId: road.id,
    },
  })
})
afterAll(() => desk.close())

type Begun = { readonly id: string; readonly expiresAt: string; readonly ground: string; readonly mayWork: boolean }
const begin = async (login: string, id = recording, body: unknown = {}) =>
  (await desk.as(login)).send('POST', `/api/recordings/${id}/viewings`, body)
const view = async (login: string, id = recording) => (await begin(login, id)).json<Begun>()
const stream = async (login: string, viewing: string, part: string, headers: Record<string, string> = {}) =>
  (await desk.as(login)).get(`/api/viewings/${viewing}/${part}`, { headers })

async function viewings(person: string): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await desk.database.owner.query<Record<string, unknown>>({
    text: `SELECT v.purpose, v.ground FROM app.viewings v JOIN app.accounts a ON a.person_id = v.person_id
      WHERE a.login = $1 ORDER BY v.begun_at, v.id`,
    values: [person],
  })
  return rows
}

describe('before the first byte', () => {
  test('there is a row that says who looks, on what ground and how long', async () => {
    const begun = await begin('lin')
    expect(begun.statusCode, begun.body).toBe(201)
    expect(begun.json()).toMatchObject({
      ground: '承办',
      purpose: 'play',
      expiresAt: '2026-06-01T06:00:00.000Z',
      recording: { fileName: '询问.wav', sha256: digestOf(SOUND), cases: [{ id: road.id }] },
      rendition: {
        state: 'ready',
        durationMs: 2000,
        hasSound: true,
        hasWeb: true,
        hasPoster: false,
        hasWaveform: true,
      },
    })
    expect(await viewings('lin')).toEqual([{ purpose: 'play', ground: `case:${road.id} 承办` }])
  })

  test('there is nothing to stream: the number of the recording is no number of a viewing', async () => {
    expect((await stream('lin', recording, 'content')).statusCode).toBe(404)
  })

  test('who may not look leaves no viewing and learns how to ask', async () => {
    const answer = await begin('chuang')
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({
      basis: '《行政处罚法》第五十条',
      detail: expect.stringContaining('申请调阅'),
    })
    expect(await viewings('chuang')).toEqual([])
  })

  test('the same request sent twice is one viewing', async () => {
    const zheng = await desk.as('zheng')
    const key = { 'idempotency-key': '0197a000-0000-7000-8000-000000000001' }
    const [first, second] = [
      await zheng.send('POST', `/api/recordings/${recording}/viewings`, {}, key),
      await zheng.send('POST', `/api/recordings/${recording}/viewings`, {}, key),
    ]
    expect(second.json<Begun>().id).toBe(first.json<Begun>().id)
    expect(await viewings('zheng')).toHaveLength(1)
  })
})

describe('an exhibit', () => {
  type Evidence = { readonly title: string; readonly sha256?: string; readonly exhibit?: Record<string, unknown> }
  const evidenceOf = (more: object) => ({
    run: 'main',
    evidence: [{ kind: '视听资料', title: '承认货值的一段', source: '询问录音', ...more }],
  })
  const add = (more: object) => road.trial('lin', 'add-evidence', evidenceOf(more))
  const mark = async (text: string, id = recording) => {
    const answer = await (await desk.as('lin')).send('POST', `/api/recordings/${id}/marks`, {
      atMs: 400,
      untilMs: 800,
      text,
    })
    return answer.json<{ marks: { id: string; text: string }[] }>().marks.find((one) => one.text === text)?.id ?? ''
  }

  test('names the recording, the mark and the span, with the digest of the original', async () => {
    const id = await mark('作为证据')
    await road.take('lin', 'add-evidence', {}, evidenceOf({ mark: id }))
    const { evidence } = (await road.state('lin')) as unknown as { evidence: Evidence[] }
    expect(evidence.at(-1)).toMatchObject({
      title: '承认货值的一段',
      sha256: digestOf(SOUND),
      exhibit: { recording, mark: id, fromMs: 400, untilMs: 800 },
    })
  })

  test('is not made of a mark that was withdrawn, of a recording outside of the case, or of an upload at once', async () => {
    const gone = await mark('撤回的')
    await (await desk.as('lin')).send('POST', `/api/marks/${gone}/withdrawal`, { reason: '看错了' })
    expect((await add({ mark: gone })).body).toContain('已经撤回')
    const loose = await makeRecording(desk, { bytes: madeWav('散.wav', 3).buffer, medium: 'audio', by: 'lin' })
    const strange = await add({ mark: await mark('不在本案', loose) })
    expect([strange.statusCode, strange.body]).toEqual([404, expect.stringContaining('先归入本案')])
    expect((await add({ mark: gone, upload: gone })).statusCode).toBe(422)
    expect((await add({ derivative: gone })).statusCode).toBe(404)
  })
})

describe('a viewing', () => {
  test('is somebody’s own: with its number another person, of this house or another, finds nothing', async () => {
    const { id } = await view('lin')
    expect((await stream('lin', id, 'content')).statusCode).toBe(200)
    for (const login of ['zheng', 'zhou', 'zhu', 'jin'])
      expect((await stream(login, id, 'content')).statusCode).toBe(404)
  })

  test('of a recording of another agency is not begun, as if there were none', async () => {
    const [there, none] = [await begin('zhu'), await begin('zhu', '01930000-0000-7000-8000-000000000000')]
    expect([there.statusCode, there.json<{ detail: string }>().detail]).toEqual([
      404,
      none.json<{ detail: string }>().detail,
    ])
  })

  test('gives the original whole and in ranges, and stays in no cache', async () => {
    const { id } = await view('lin')
    const whole = await stream('lin', id, 'content')
    expect(digestOf(whole.rawPayload)).toBe(digestOf(SOUND))
    expect(whole.headers).toMatchObject({ 'cache-control': 'private, no-store', 'accept-ranges': 'bytes' })
    const part = await stream('lin', id, 'content', { range: 'bytes=4-7' })
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 4-7/${SOUND.length}`])
    expect(part.rawPayload.equals(SOUND.subarray(4, 8))).toBe(true)
    const last = await stream('lin', id, 'web', { range: 'bytes=-2' })
    expect(last.rawPayload.equals(SOUND.subarray(-2))).toBe(true)
    const past = await stream('lin', id, 'content', { range: `bytes=${SOUND.length}-` })
    expect([past.statusCode, past.headers['content-range']]).toEqual([416, `bytes */${SOUND.length}`])
  })

  test('of many ranges is one row and one entry of the audit', async () => {
    const count = async () =>
      (await desk.database.owner.query<{ n: number }>({ text: 'SELECT count(*)::int AS n FROM app.audit_entries' }))
        .rows[0]?.n ?? 0
    const { id } = await view('lin')
    const before = await count()
    for (let at = 0; at < 20; at++) await stream('lin', id, 'content', { range: `bytes=${at}-` })
    expect(await count()).toBe(before)
  })

  test('gives the waveform, and says of a poster that none was made', async () => {
    const { id } = await view('lin')
    expect((await stream('lin', id, 'waveform')).json()).toEqual([0, 0.5, 1])
    const poster = await stream('lin', id, 'poster')
    expect([poster.statusCode, poster.json<{ detail: string }>().detail]).toEqual([
      404,
      expect.stringContaining('封面'),
    ])
    expect((await stream('lin', id, 'anything')).statusCode).toBe(404)
  })

  test('ends by itself, and its end is said with what to do', async () => {
    const { id } = await view('lin')
    desk.pass(239)
    expect((await stream('lin', id, 'content')).statusCode).toBe(200)
    desk.pass(1)
    const over = await stream('lin', id, 'content')
    expect([over.statusCode, over.json<{ detail: string }>().detail]).toEqual([
      403,
      expect.stringContaining('重新打开'),
    ])
  })
})

describe('a recording that nobody has bound', () => {
  test('is for whoever uploaded it, until it belongs to a case', async () => {
    const bytes = madeWav('窗口.wav', 1).buffer
    const own = await makeRecording(desk, { bytes, medium: 'audio', by: 'chuang' })
    expect((await view('chuang', own)).ground).toBe('自己上传，尚未归案')
    expect((await begin('lin', own)).statusCode).toBe(403)
    await bindRecording(desk, own, road.id)
    expect((await begin('chuang', own)).statusCode).toBe(403)
    expect((await view('lin', own)).ground).toBe('承办')
  })
})

describe('the marks of a recording', () => {
  type Marks = {
    readonly marks: readonly { id: string; text: string; atMs: number; withdrawn: { reason: string } | null }[]
  }
  const mark = async (login: string, body: unknown) =>
    (await desk.as(login)).send('POST', `/api/recordings/${recording}/marks`, body)
  const read = async (login: string) => (await desk.as(login)).get(`/api/recordings/${recording}/marks`)

  test('stand in the order of time, each with its words and who set it', async () => {
    expect((await mark('lin', { atMs: 1500, text: '承认货值' })).statusCode).toBe(201)
    expect((await mark('zheng', { atMs: 200, untilMs: 900, text: '出示证件' })).statusCode).toBe(201)
    const { marks } = (await read('lin')).json<Marks>()
    expect(marks.map(({ atMs }) => atMs)).toEqual(marks.map(({ atMs }) => atMs).toSorted((a, b) => a - b))
    expect(marks.filter(({ text }) => ['出示证件', '承认货值'].includes(text))).toMatchObject([
      { atMs: 200, untilMs: 900, text: '出示证件', by: '郑三', isMine: false, withdrawn: null },
      { atMs: 1500, untilMs: null, text: '承认货值', by: '林一', isMine: true, withdrawn: null },
    ])
  })

  test.each([
    [{ atMs: 2001, text: '在后面' }, '2.0 秒'],
    [{ atMs: 5, untilMs: 5, text: '没有长度' }, '终点应当在起点以后'],
    [{ atMs: -1, text: '在前面' }, ''],
    [{ atMs: 1.5, text: '半毫秒' }, ''],
    [{ atMs: 5, text: '' }, ''],
    [{ atMs: 5, text: '长'.repeat(201) }, ''],
  ])('%o is refused with a sentence', async (body, sentence) => {
    const answer = await mark('lin', body)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
  })

  test('are for those who work on it: who may not look neither reads nor sets one', async () => {
    expect([(await read('chuang')).statusCode, (await mark('chuang', { atMs: 0, text: '某' })).statusCode]).toEqual([
      403, 403,
    ])
    expect([(await read('zhu')).statusCode, (await mark('zhu', { atMs: 0, text: '某' })).statusCode]).toEqual([
      404, 404,
    ])
  })

  test('are withdrawn by who set them, once, and stay to be read', async () => {
    const id = (await mark('lin', { atMs: 700, text: '看错了' }))
      .json<Marks>()
      .marks.find(({ text }) => text === '看错了')?.id
    const withdraw = async (login: string) =>
      (await desk.as(login)).send('POST', `/api/marks/${id}/withdrawal`, { reason: '不是这个人' })
    expect([(await withdraw('zhu')).statusCode, (await withdraw('zheng')).statusCode]).toEqual([404, 403])
    expect((await withdraw('lin')).statusCode).toBe(201)
    expect((await withdraw('lin')).statusCode).toBe(409)
    const kept = (await read('lin')).json<Marks>().marks.find((one) => one.id === id)
    expect(kept).toMatchObject({ text: '看错了', withdrawn: { reason: '不是这个人' } })
  })
})

describe('the original', () => {
  test('is read again and found to be what was registered', async () => {
    const answer = await (await desk.as('lin')).send('POST', `/api/recordings/${recording}/fixity`)
    expect(answer.json()).toMatchObject({
      soundness: 'sound',
      sha256: digestOf(SOUND),
      sm3: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('that is not there any more, or not what it was, is told as such', async () => {
    const other = '0'.repeat(64)
    await desk.database.owner.query({
      text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $1, 1, 'audio/wav', now())`,
      values: [other],
    })
    const lost = await makeRecording(desk, {
      bytes: madeWav('另一份.wav', 1).buffer.fill(7, 44),
      medium: 'audio',
      by: 'lin',
    })
    await desk.database.owner.query({
      text: 'UPDATE app.recordings SET sha256 = $2 WHERE id = $1',
      values: [lost, other],
    })
    const answer = await (await desk.as('lin')).send('POST', `/api/recordings/${lost}/fixity`)
    expect(answer.json()).toMatchObject({ soundness: 'missing', sentence: expect.stringContaining('系统管理员') })
    await spoil(digestOf(SOUND))
    const spoilt = await (await desk.as('lin')).send('POST', `/api/recordings/${recording}/fixity`)
    expect(spoilt.json()).toMatchObject({ soundness: 'altered', sentence: expect.stringContaining('不一致') })
  })
})

/** As a failing disk would: one bit of the stored file is another. */
async function spoil(sha256: string): Promise<void> {
  const { blobStore } = desk.context.config
  if (blobStore.kind !== 'file') throw new Error('the store of this test is a folder')
  const path = join(blobStore.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const bytes = await readFile(path)
  bytes[50] = (bytes[50] ?? 0) ^ 1
  await chmod(path, 0o600)
  await writeFile(path, bytes)
}

describe('a granted access request', () => {
  async function grant(login: string, purposes: readonly string[]): Promise<void> {
    const request = newId()
    const { owner } = desk.database
    await owner.query({
      text: `INSERT INTO app.access_requests (id, agency_id, kind, case_id, scope, purposes, days, reason, requested_by, unit_id,
          requested_at, needs_endorsement)
        SELECT $1, c.agency_id, 'internal', c.id, 'case', $2, 1, '办理关联案件', a.person_id, t.unit_id, $3, false
        FROM app.cases c, app.accounts a JOIN app.posts t ON t.person_id = a.person_id WHERE c.id = $4 AND a.login = $5 LIMIT 1`,
      values: [request, purposes, desk.context.clock.now().toISOString(), road.id, login],
    })
    const now = desk.context.clock.now()
    await owner.query({
      text: `INSERT INTO app.access_steps (request_id, number, kind, by_id, at, days, purposes, until_at)
        SELECT $1, 1, 'granted', a.person_id, $2, 1, $3, $4 FROM app.accounts a WHERE a.login = 'shen'`,
      values: [request, now.toISOString(), purposes, new Date(now.getTime() + 3_600_000).toISOString()],
    })
  }

  test('opens the recordings of its case, to look and not to take away, and a viewing ends with it', async () => {
    expect((await begin('wei')).statusCode).toBe(403)
    await grant('wei', ['view'])
    const begun = await view('wei')
    const end = desk.context.clock.now().getTime() + 3_600_000
    expect(begun).toMatchObject({ ground: '调阅', mayWork: false, expiresAt: new Date(end).toISOString() })
    expect((await begin('wei', recording, { purpose: 'download' })).json()).toMatchObject({
      status: 403,
      detail: expect.stringContaining('不能带走副本'),
    })
  })

  test('is over at its end', async () => {
    desk.pass(60)
    expect((await begin('wei')).statusCode).toBe(403)
  })
})

test('the trail names who looked, on what ground, and what was done', async () => {
  const answer = await (await desk.as('lin')).get(`/api/recordings/${recording}/trail`)
  const { entries } = answer.json<{ entries: { person: string; what: string; ground: string | null }[] }>()
  expect(entries).toContainEqual(expect.objectContaining({ person: '郑三', what: '查看', ground: '承办机构负责人' }))
  expect(entries).toContainEqual(expect.objectContaining({ person: '林一', what: '撤回了标记' }))
  expect(entries).toContainEqual(expect.objectContaining({ person: '林一', what: '核对原件摘要' }))
  expect((await (await desk.as('zhu')).get(`/api/recordings/${recording}/trail`)).statusCode).toBe(404)
})

describe('a demonstration', () => {
  const entry = (demonstration: string | null) => ({
    scene: 'inquiry',
    effectiveOn: desk.context.clock.today(),
    duty: 'as-needed',
    media: ['video', 'audio'],
    retention: '永久',
    item: '',
    note: '',
    basis: '《青石区市场监督管理局音像记录事项清单》',
    demonstration,
  })
  const set = async (demonstration: string | null) =>
    (await desk.as('zheng')).send('POST', '/api/recording-list/entries', entry(demonstration))

  test('of a scene is played by every colleague as long as the list of the agency names it, and by nobody else', async () => {
    const sound = madeWav('示范.wav', 4).buffer
    const shown = await makeRecording(desk, { bytes: sound, medium: 'audio', fileName: '示范.wav', by: 'zheng' })
    expect((await begin('qian', shown)).statusCode).toBe(403)
    const named = await set(shown)
    expect(named.statusCode, named.body).toBe(201)
    const begun = await begin('qian', shown)
    expect(begun.json()).toMatchObject({ ground: '规范演示：询问', mayWork: false, mayCopy: false })
    expect((await stream('qian', begun.json<Begun>().id, 'content')).rawPayload.equals(sound)).toBe(true)
    expect((await viewings('qian')).at(-1)).toEqual({ purpose: 'play', ground: 'demonstration:inquiry' })
    expect((await begin('qian', shown, { purpose: 'download' })).statusCode).toBe(403)
    expect((await begin('zhu', shown)).statusCode).toBe(404)
    await set(null)
    expect((await begin('qian', shown)).statusCode).toBe(403)
  })

  test('is not taken from a case', async () => {
    const answer = await set(recording)
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([
      422,
      '这份音像记录已经归入案件，画面里是案件的人；规范演示请用专门拍摄的。',
    ])
  })
})
