import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type EvidenceFixture,
  evidenceFixture,
  type Official,
  type RunningServer,
} from '../../../../tests/support/evidence-fixture.ts'
import { append, begin, exchange, problemIn } from '../../../../tests/support/tus-exchange.ts'

let fixture: EvidenceFixture
let server: RunningServer
let mine: Official
let colleague: Official
let foreigner: Official
let video: string

const MP4 = Buffer.concat([Buffer.from('000000206674797069736f6d', 'hex'), Buffer.alloc(900_000, '现场录像')])

beforeAll(async () => {
  fixture = await evidenceFixture()
  server = await fixture.serve()
  ;[mine, colleague, foreigner] = fixture.officials
  video = await store(MP4, '现场 (1).mp4')
})

afterAll(async () => {
  await server?.close()
  await fixture?.drop()
})

/** Stores a file and answers the address of its content. */
async function store(bytes: Buffer, filename: string): Promise<string> {
  const metadata = { filename, caseId: mine.caseId }
  const { url } = await begin({ origin: server.origin, cookie: mine.cookie, size: bytes.length, metadata })
  await append({ url, cookie: mine.cookie, at: 0, body: bytes })
  return `${server.origin}/api/evidence/${url.slice(url.lastIndexOf('/') + 1)}/content`
}

const subjectOf = (url: string): string => `upload:${url.split('/').at(-2)}`
const get = (url: string, headers: Record<string, string> = {}, by: Official = mine) =>
  exchange({ method: 'GET', url, cookie: by.cookie, headers })

describe('the content of evidence', () => {
  it('is answered whole, inline, with the sniffed type and headers that keep it from running', async () => {
    const reply = await get(video, {}, colleague)
    expect(reply?.status).toBe(200)
    expect(reply?.body.equals(MP4)).toBe(true)
    expect(reply?.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(MP4.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-disposition': "inline; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%281%29.mp4",
      'cache-control': 'private, no-cache',
    })
    expect(reply?.headers['content-security-policy']).toMatch(/^default-src 'none';.*; sandbox$/)
  })

  it('is answered in part exactly as Buffer.subarray cuts it', async () => {
    const edge = fc.integer({ min: 0, max: MP4.length - 1 })
    const property = fc.asyncProperty(edge, edge, async (a, b) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)]
      const reply = await get(video, { range: `bytes=${first}-${last}` })
      expect(reply?.status).toBe(206)
      expect(reply?.headers['content-range']).toBe(`bytes ${first}-${last}/${MP4.length}`)
      expect(reply?.body.equals(MP4.subarray(first, last + 1))).toBe(true)
    })
    await fc.assert(property, { seed: 20261121, numRuns: 25 })
  })

  it('past the end is a 416 that says how long the file is', async () => {
    const reply = await get(video, { range: `bytes=${MP4.length}-` })
    expect(reply?.status).toBe(416)
    expect(reply?.headers['content-range']).toBe(`bytes */${MP4.length}`)
    expect(problemIn(reply).detail).toContain(`文件只有 ${MP4.length} 字节`)
  })

  it('that the browser still has is not sent again', async () => {
    const etag = (await get(video))?.headers.etag ?? ''
    const reply = await get(video, { 'if-none-match': etag })
    expect([reply?.status, reply?.body.length]).toEqual([304, 0])
  })

  it.each([
    ['页面.html', '<!DOCTYPE html><script>alert(1)</script>'],
    ['照片.jpg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ])('of %s is never shown in place', async (name, text) => {
    const reply = await get(await store(Buffer.from(text), name))
    expect(reply?.headers['content-type']).toBe('application/octet-stream')
    expect(reply?.headers['content-disposition']).toMatch(/^attachment;/)
  })

  it('of a PDF is shown in place, in the sandbox', async () => {
    const reply = await get(await store(Buffer.from('%PDF-1.7\n'), '笔录.pdf'))
    expect(reply?.headers['content-type']).toBe('application/pdf')
    expect(reply?.headers['content-disposition']).toMatch(/^inline;/)
    expect(reply?.headers['content-security-policy']).toMatch(/; sandbox$/)
  })

  it('of another agency, of an unknown id and of an unfinished upload is not found', async () => {
    expect((await get(video, {}, foreigner))?.status).toBe(404)
    expect((await get(video.replace(/[^/]+\/content$/, 'x/content')))?.status).toBe(404)
    const metadata = { filename: 'a', caseId: mine.caseId }
    const { url } = await begin({ origin: server.origin, cookie: mine.cookie, size: 10, metadata })
    expect((await get(`${url.replace('/uploads/', '/evidence/')}/content`))?.status).toBe(404)
  })

  it('is not found while it is on its way into the store', async () => {
    const url = await store(Buffer.from('GIF89a 尚未移入'), '图.gif')
    const id = url.split('/').at(-2)
    const text = `UPDATE app.uploads SET state = 'storing', finished_at = NULL WHERE id = $1`
    await fixture.database.owner.query({ text, values: [id] })
    expect((await get(url))?.status).toBe(404)
  })

  it('leaves one record of one reading, with the first part that was asked for and how many followed', async () => {
    const own = await store(MP4.subarray(0, 500_000), '另一段.mp4')
    for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=100-']) await get(own, { range }, colleague)
    const text = `SELECT detail ->> 'range' AS range, requests FROM app.audit_entries a
      JOIN app.file_readings r ON r.id = (a.detail ->> 'reading')::uuid
      WHERE name = 'evidence-viewed' AND actor_id = $1 AND subject = $2`
    const { rows } = await fixture.database.owner.query({ text, values: [colleague.personId, subjectOf(own)] })
    expect(rows).toEqual([{ range: 'bytes=0-9', requests: 3 }])
  })

  it('leaves another record when somebody comes back after a pause', async () => {
    const own = await store(MP4.subarray(0, 400_000), '第三段.mp4')
    await get(own, { range: 'bytes=0-9' })
    const text = `UPDATE app.file_readings SET last_at = last_at - interval '11 minutes', begun_at = begun_at - interval '11 minutes'`
    await fixture.database.owner.query({ text })
    await get(own, { range: 'bytes=10-19' })
    const { rows } = await fixture.database.owner.query({
      text: `SELECT detail ->> 'range' AS range FROM app.audit_entries WHERE subject = $1 AND name = 'evidence-viewed' ORDER BY at, id`,
      values: [subjectOf(own)],
    })
    expect(rows).toEqual([{ range: 'bytes=0-9' }, { range: 'bytes=10-19' }])
  })
})
