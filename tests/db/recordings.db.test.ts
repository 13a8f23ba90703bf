import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '#server/clock.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { listed, personOf, registerRecorder } from '../support/docking-station.ts'
import { idOf, photo, sha256Of } from '../support/evidence-uploads.ts'
import { append, begin, problemIn } from '../support/tus-exchange.ts'

const HOUR_MS = 3_600_000
let desk: TestDesk
let lin: Caller
let origin: string
const hoursAgo = (hours: number): string => new Date(desk.context.clock.now().getTime() - hours * HOUR_MS).toISOString()

beforeAll(async () => {
  // The upload protocol counts the days of an upload by the machine's clock.
  desk = await testDesk(systemClock.now().toISOString())
  lin = await desk.as('lin')
  await desk.app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`
})
afterAll(() => desk.close())

type About = Readonly<Record<string, string>>
async function upload(bytes: Buffer, about: About = {}, by: Caller = lin): Promise<string> {
  const metadata = { purpose: 'recording', filename: '现场.jpg', capturedAt: hoursAgo(2), ...about }
  const { url, status, body } = await begin({ origin, cookie: by.cookie, size: bytes.length, metadata })
  expect(status, body.toString()).toBe(201)
  const reply = await append({ url, cookie: by.cookie, at: 0, body: bytes })
  expect(reply?.status, reply?.body.toString()).toBe(204)
  return idOf(url)
}
const refusedAt = async (about: About): Promise<string> => {
  const metadata = { purpose: 'recording', filename: '现场.jpg', capturedAt: hoursAgo(2), ...about }
  const reply = await begin({ origin, cookie: lin.cookie, size: 100, metadata })
  expect(reply.status).toBe(422)
  return (
    problemIn(reply)
      .errors?.map(({ sentence }) => sentence)
      .join() ?? ''
  )
}
const register = (recordings: readonly object[], by: Caller = lin, headers = {}) =>
  by.send('POST', '/api/recordings', { recordings }, headers)
const sentencesOf = (answer: { json(): { errors?: { pointer: string; sentence: string }[] } }) =>
  (answer.json().errors ?? []).map(({ pointer, sentence }) => `${pointer} ${sentence}`)

describe('the upload of a recording', () => {
  test('needs no case, and says when and by whom it was taken before a byte comes', async () => {
    expect(await refusedAt({ capturedAt: '2026-13-01' })).toContain('拍摄时间')
    expect(await refusedAt({ capturedAt: hoursAgo(-1) })).toContain('在现在以后')
    expect(await refusedAt({ device: 'x' })).toContain('设备编号的格式不对')
    expect(await refusedAt({ caseId: randomUUID() })).toContain('存入以后再关联')
    expect(await refusedAt({ purpose: 'other' })).toContain('purpose 应当是')
  })

  test('is refused when its bytes are not those of its digest', async () => {
    const bytes = photo(5000)
    const metadata = { purpose: 'recording', filename: 'a.jpg', capturedAt: hoursAgo(1), sha256: 'a'.repeat(64) }
    const { url } = await begin({ origin, cookie: lin.cookie, size: bytes.length, metadata })
    const reply = await append({ url, cookie: lin.cookie, at: 0, body: bytes })
    expect(problemIn(reply).detail).toContain('与声明的不一致，没有存入')
    expect((await register([{ upload: idOf(url) }])).statusCode).toBe(422)
  })

  test('that is whole waits for its registration, also in another browser', async () => {
    const id = await upload(photo(3000), { filename: '先传后登.jpg', place: '石桥街道' })
    const arrivals = (await lin.get('/api/recordings/arrivals')).json().arrivals as { upload: string; place: string }[]
    expect(arrivals.find((row) => row.upload === id)).toMatchObject({ fileName: '先传后登.jpg', place: '石桥街道' })
    expect((await (await desk.as('zhou')).get('/api/recordings/arrivals')).body).not.toContain(id)
    await register([{ upload: id }])
    expect((await lin.get('/api/recordings/arrivals')).body).not.toContain(id)
  })
})

describe('a recording', () => {
  test('is registered with a leaf and a rendition to come, in one transaction, and once under one key', async () => {
    const bytes = photo(4000)
    const id = await upload(bytes)
    const key = { 'idempotency-key': randomUUID() }
    const [first, again] = [await register([{ upload: id }], lin, key), await register([{ upload: id }], lin, key)]
    expect(first.statusCode, first.body).toBe(201)
    expect(again.body).toBe(first.body)
    const recording = first.json().recordings[0].id
    const { rows } = await desk.database.owner.query({
      text: `SELECT r.sha256, n.state, (SELECT count(*) FROM app.leaves WHERE subject = 'recording:' || r.id) AS leaves,
          (SELECT count(*) FROM graphile_worker.jobs WHERE key = 'make-rendition:' || r.sha256) AS jobs
        FROM app.recordings r JOIN app.renditions n ON n.sha256 = r.sha256 WHERE r.id = $1`,
      values: [recording],
    })
    expect(rows).toEqual([{ sha256: sha256Of(bytes), state: 'waiting', leaves: 1, jobs: 1 }])
    const detail = (await lin.get(`/api/recordings/${recording}`)).json()
    expect(detail).toMatchObject({ sha256: sha256Of(bytes), source: 'desk', hoursLate: null, medium: 'photo' })
  })

  test('of the same bytes is one, whoever brings it again', async () => {
    const bytes = photo(4100)
    const [first, second] = [await upload(bytes), await upload(bytes, {}, await desk.as('zhou'))]
    const stored = (await register([{ upload: first }])).json().recordings[0]
    const known = (await register([{ upload: second }], await desk.as('zhou'))).json().recordings[0]
    expect([stored.isNew, known.isNew, known.id]).toEqual([true, false, stored.id])
  })

  test('that comes late says by how much, and the term is a parameter of the place', async () => {
    const late = (await register([{ upload: await upload(photo(4200), { capturedAt: hoursAgo(30) }) }])).json()
    const row = (await lin.get(`/api/recordings/${late.recordings[0].id}`)).json()
    expect(row.hoursLate).toBe(6)
    expect((await listed(lin, '?only=late')).rows.map(({ id }) => id)).toEqual([row.id])
    await desk.database.owner.query({
      text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by, set_at)
        SELECT gen_random_uuid(), 'recording.upload-term', 'agency', agency_id::text, '2020-01-01', '48', '某地规定（虚构）', id, now()
        FROM app.people WHERE id = $1`,
      values: [await personOf(desk, 'lin')],
    })
    const inTime = (await register([{ upload: await upload(photo(4300), { capturedAt: hoursAgo(30) }) }])).json()
    expect((await lin.get(`/api/recordings/${inTime.recordings[0].id}`)).json().hoursLate).toBeNull()
  })

  test('is refused with every reason beside its line, and then none of the batch is registered', async () => {
    const [good, paper] = [await upload(photo(4400)), await upload(Buffer.from('%PDF-1.7 x'), { filename: '文书.pdf' })]
    const foreign = await upload(photo(4500), {}, await desk.as('zhou'))
    const zhu = await personOf(desk, 'zhu')
    const answer = await register([
      { upload: good, capturedAt: hoursAgo(-2) },
      { upload: paper },
      { upload: foreign },
      { upload: good, officer: zhu },
      { upload: good, device: randomUUID() },
    ])
    expect(answer.statusCode).toBe(422)
    expect(sentencesOf(answer)).toEqual([
      expect.stringMatching(/^\/recordings\/3\/upload .*写了两遍/),
      expect.stringMatching(/^\/recordings\/4\/upload .*写了两遍/),
      expect.stringMatching(/^\/recordings\/0\/capturedAt .*现在以后/),
      expect.stringMatching(/^\/recordings\/1\/upload .*不是照片、录音或者录像/),
      expect.stringMatching(/^\/recordings\/2\/upload .*不是您的/),
      expect.stringMatching(/^\/recordings\/3\/officer .*不是本机关的人员/),
      expect.stringMatching(/^\/recordings\/4\/device .*没有/),
    ])
    expect((await register([{ upload: good }])).statusCode).toBe(201)
  })

  test('cannot become evidence of a case by its upload, nor evidence a recording', async () => {
    const id = await upload(photo(4600))
    expect((await lin.get(`/api/evidence/${id}/content`)).statusCode).toBe(404)
  })
})

describe('the list', () => {
  test('is narrowed by device, officer and day, and read page by page without gaps', async () => {
    const { id: device } = await registerRecorder(desk, 'LIST-1')
    const officer = await personOf(desk, 'lin')
    const uploads = []
    for (let nth = 0; nth < 33; nth += 1)
      uploads.push({ upload: await upload(photo(600), { capturedAt: '2026-02-03T08:00:00+08:00', device, officer }) })
    await register(uploads)
    const query = `?device=${device}&officer=${officer}&on=2026-02-03`
    const first = (await lin.get(`/api/recordings${query}`)).json()
    const second = (await lin.get(`/api/recordings${query}&after=${first.next}`)).json()
    const ids = [...first.rows, ...second.rows].map(({ id }: { id: string }) => id)
    expect([first.rows.length, second.rows.length, second.next, new Set(ids).size]).toEqual([30, 3, null, 33])
    expect((await listed(lin, '?on=2026-02-02')).rows).toEqual([])
    expect((await lin.get('/api/recordings?after=nonsense')).statusCode).toBe(422)
  })

  test('shows the small picture to those who took or brought it, and to nobody else', async () => {
    const [mine] = (await register([{ upload: await upload(photo(4700)) }])).json().recordings
    await desk.database.owner.query({
      text: `UPDATE app.renditions n SET state = 'ready', poster_sha256 = n.sha256 FROM app.recordings r WHERE r.id = $1 AND r.sha256 = n.sha256`,
      values: [mine.id],
    })
    const zhou = await desk.as('zhou')
    const seenBy = async (caller: Caller) => (await caller.get(`/api/recordings/${mine.id}`)).json().poster
    expect([await seenBy(lin), await seenBy(zhou)]).toEqual([`/api/recordings/${mine.id}/poster`, null])
    expect((await lin.get(`/api/recordings/${mine.id}/poster`)).statusCode).toBe(200)
    expect((await zhou.get(`/api/recordings/${mine.id}/poster`)).statusCode).toBe(404)
  })
})
