import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type EvidenceFixture,
  evidenceFixture,
  type Official,
  type RunningServer,
} from '../../../../tests/support/evidence-fixture.ts'
import { append, begin, exchange, offsetOf, problemIn } from '../../../../tests/support/tus-exchange.ts'
import { takeFinishedUpload } from './take-finished-upload.ts'

let fixture: EvidenceFixture
let server: RunningServer
let mine: Official
let colleague: Official
let foreigner: Official

beforeAll(async () => {
  fixture = await evidenceFixture()
  server = await fixture.serve()
  ;[mine, colleague, foreigner] = fixture.officials
})

afterAll(async () => {
  await server?.close()
  await fixture?.drop()
})

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
let files = 0
/** A file that no other test has stored. */
const photo = (length: number): Buffer => {
  files += 1
  return Buffer.concat([JPEG, Buffer.alloc(Math.max(4, length - JPEG.length), `第${files}张`)])
}
const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
const staged = (): Promise<string[]> => readdir(join(fixture.root, 'staging'))

const open = (size: number, more: Record<string, string> = {}, by: Official = mine, origin = server.origin) =>
  begin({ origin, cookie: by.cookie, size, metadata: { filename: '现场.jpg', caseId: by.caseId, ...more } })

async function uploadWhole(bytes: Buffer, more: Record<string, string> = {}): Promise<string> {
  const { url } = await open(bytes.length, more)
  const reply = await append({ url, cookie: mine.cookie, at: 0, body: bytes })
  expect(reply?.status).toBe(204)
  return url
}

/** As a client does: a piece of the broken request may still come in after the question, then it asks again. */
async function sendRest(url: string, bytes: Buffer, at: number, tries = 20): Promise<number | undefined> {
  const reply = await append({ url, cookie: mine.cookie, at, body: bytes.subarray(at) })
  if (reply?.status !== 409 || tries === 0) return reply?.status
  return sendRest(url, bytes, (await offsetOf(url, mine.cookie)) ?? 0, tries - 1)
}

const rowOf = async (url: string) => {
  const text = `SELECT u.state, u.stored_size, u.sha256, b.sm3, b.media_type FROM app.uploads u
    LEFT JOIN app.blobs b ON b.sha256 = u.sha256 WHERE u.id = $1`
  const { rows } = await fixture.database.owner.query<Record<string, unknown>>({ text, values: [idOf(url)] })
  return rows[0]
}

describe('an upload', () => {
  it('is stored under the digest of its bytes, with the SM3 and the sniffed media type', async () => {
    const bytes = photo(200_000)
    const url = await uploadWhole(bytes)
    expect(await rowOf(url)).toEqual({
      state: 'finished',
      stored_size: bytes.length,
      sha256: sha256Of(bytes),
      sm3: createHash('sm3').update(bytes).digest('hex'),
      media_type: 'image/jpeg',
    })
    expect(await server.blobs.verify(sha256Of(bytes))).toBe('sound')
    expect(await staged()).toEqual([])
  })

  it('survives being cut anywhere, any number of times, and restarts in between', async () => {
    const anyCuts = fc.array(
      fc.record({ share: fc.double({ min: 0, max: 0.95, noNaN: true }), restarts: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 4_000_000 }), anyCuts, async (length, cuts) => {
      const bytes = photo(length)
      const { url } = await open(bytes.length)
      const path = new URL(url).pathname
      let at = 0
      let sent = 0
      for (const { share, restarts } of cuts) {
        if (restarts) {
          await server.close()
          server = await fixture.serve()
        }
        const body = bytes.subarray(at)
        const cutAfter = Math.floor(body.length * share)
        await append({ url: server.origin + path, cookie: mine.cookie, at, body, cutAfter })
        const known = await offsetOf(server.origin + path, mine.cookie)
        sent = Math.max(sent, at + cutAfter)
        expect(known).toBeGreaterThanOrEqual(at)
        expect(known).toBeLessThanOrEqual(sent)
        at = known ?? 0
      }
      expect(await sendRest(server.origin + path, bytes, at)).toBe(204)
      expect((await rowOf(url))?.sha256).toBe(sha256Of(bytes))
    })
    await fc.assert(property, { seed: 20261121, numRuns: 12 })
  })

  it('goes on when acknowledged bytes have vanished from the disk', async () => {
    const bytes = photo(300_000)
    const { url } = await open(bytes.length)
    await append({ url, cookie: mine.cookie, at: 0, body: bytes.subarray(0, 100_000) })
    await server.blobs.discardStaged(idOf(url))
    expect(await offsetOf(url, mine.cookie)).toBe(0)
    await append({ url, cookie: mine.cookie, at: 0, body: bytes })
    expect((await rowOf(url))?.sha256).toBe(sha256Of(bytes))
  })

  it('that stopped between digest and store is finished by the next question', async () => {
    const bytes = photo(5000)
    const url = await uploadWhole(bytes)
    const { owner } = fixture.database
    const text = `UPDATE app.uploads SET state = 'storing', finished_at = NULL WHERE id = $1`
    await owner.query({ text, values: [idOf(url)] })
    expect(await offsetOf(url, mine.cookie)).toBe(bytes.length)
    expect((await rowOf(url))?.state).toBe('finished')
  })

  it('whose digest is not the declared one is refused, and nothing of it stays', async () => {
    const bytes = photo(50_000)
    const { url } = await open(bytes.length, { sha256: sha256Of(photo(50_000)) })
    const reply = await append({ url, cookie: mine.cookie, at: 0, body: bytes })
    expect(reply?.status).toBe(422)
    expect(reply?.headers['content-type']).toContain('application/problem+json')
    expect(problemIn(reply).detail).toContain('摘要与声明的不一致，没有存入')
    expect(await server.blobs.has(sha256Of(bytes))).toBe(false)
    expect(await staged()).toEqual([])
    expect(await offsetOf(url, mine.cookie)).toBeUndefined()
  })

  it('with the right declared digest is stored', async () => {
    const bytes = photo(50_000)
    const url = await uploadWhole(bytes, { sha256: sha256Of(bytes).toUpperCase() })
    expect((await rowOf(url))?.state).toBe('finished')
  })

  it('of the same bytes is stored once', async () => {
    const bytes = photo(20_000)
    const [first, second] = [await uploadWhole(bytes), await uploadWhole(bytes)]
    expect((await rowOf(first))?.sha256).toBe((await rowOf(second))?.sha256)
    const text = 'SELECT count(*) AS n FROM app.blobs WHERE sha256 = $1'
    const { rows } = await fixture.database.owner.query({ text, values: [sha256Of(bytes)] })
    expect(rows).toEqual([{ n: 1 }])
  })

  it('is finished once, also when the last request is repeated', async () => {
    const bytes = photo(7000)
    const url = await uploadWhole(bytes)
    const again = await append({ url, cookie: mine.cookie, at: bytes.length, body: Buffer.alloc(0) })
    expect(again?.status).toBe(204)
    const text = `SELECT count(*) AS n FROM app.audit_entries WHERE name = 'evidence-stored' AND subject = $1`
    const { rows } = await fixture.database.owner.query({ text, values: [`upload:${idOf(url)}`] })
    expect(rows).toEqual([{ n: 1 }])
  })

  it('at another offset than the stored one is a conflict with a sentence', async () => {
    const { url } = await open(1000)
    const reply = await append({ url, cookie: mine.cookie, at: 500, body: Buffer.alloc(10) })
    expect(reply?.status).toBe(409)
    expect(problemIn(reply).detail).toContain('续传的位置与已收到的不一致')
  })

  it('can be given up until it is complete, not afterwards', async () => {
    const { url } = await open(1000)
    await append({ url, cookie: mine.cookie, at: 0, body: Buffer.alloc(400) })
    expect((await exchange({ method: 'DELETE', url, cookie: mine.cookie }))?.status).toBe(204)
    expect(await staged()).not.toContain(idOf(url))
    const done = await uploadWhole(photo(900))
    expect((await exchange({ method: 'DELETE', url: done, cookie: mine.cookie }))?.status).toBe(400)
    expect((await rowOf(done))?.state).toBe('finished')
  })
})

describe('the right to upload', () => {
  it('ends at the agency: the case of another agency is not found', async () => {
    const reply = await open(100, { caseId: foreigner.caseId })
    expect(reply.status).toBe(404)
    expect(problemIn(reply).detail).toBe('没有这个案件，或者它不属于本机关。')
  })

  it('ends at the person: nobody asks for, goes on with or gives up the upload of another', async () => {
    const { url } = await open(1000)
    for (const { cookie } of [colleague, foreigner]) {
      expect(await offsetOf(url, cookie)).toBeUndefined()
      expect((await append({ url, cookie, at: 0, body: Buffer.alloc(10) }))?.status).toBe(404)
      expect((await exchange({ method: 'DELETE', url, cookie }))?.status).toBe(404)
    }
    expect(await offsetOf(url, mine.cookie)).toBe(0)
  })

  it('has no GET', async () => {
    const url = await uploadWhole(photo(800))
    expect((await exchange({ method: 'GET', url, cookie: mine.cookie }))?.status).toBe(404)
  })

  it('is taken into its own case by its owner, once', async () => {
    const bytes = photo(3000)
    const id = idOf(await uploadWhole(bytes))
    const take = (by: Official, caseId: string, upload = id) =>
      fixture.database.app.transaction((tx) => takeFinishedUpload(tx, upload, by, caseId))
    expect(await take(colleague, mine.caseId)).toMatchObject({ code: 'not-found' })
    expect(await take(mine, colleague.caseId)).toMatchObject({ code: 'not-found' })
    expect(await take(mine, mine.caseId)).toMatchObject({
      sha256: sha256Of(bytes),
      size: bytes.length,
      fileName: '现场.jpg',
    })
    expect(await take(mine, mine.caseId)).toMatchObject({
      code: 'conflict',
      detail: '文件“现场.jpg”已经加入本案，不必重复加入。',
    })
    const { url } = await open(10)
    expect(await take(mine, mine.caseId, idOf(url))).toMatchObject({
      detail: '文件“现场.jpg”还没有传完；请传完后再加入案件。',
    })
  })

  it('gives the application no way to change or remove a blob', async () => {
    const { app } = fixture.database
    await expect(app.query({ text: `UPDATE app.blobs SET size = 1` })).rejects.toThrow('permission denied')
    await expect(app.query({ text: 'DELETE FROM app.blobs' })).rejects.toThrow('permission denied')
    await expect(app.query({ text: 'DELETE FROM app.uploads' })).rejects.toThrow('permission denied')
    await expect(app.query({ text: 'UPDATE app.uploads SET owner_id = owner_id' })).rejects.toThrow('permission denied')
  })
})

describe('what cannot be uploaded', () => {
  it.each([
    [{ filename: '' }, '缺少文件名。'],
    [{ filename: '长'.repeat(201) }, '文件名太长（201 个字），最多 200 个字。'],
    [{ filename: '../现场.jpg' }, '文件名不能带有 /'],
    [{ filename: '现场\u202egpj.exe' }, '看不见的控制字符'],
    [{ filename: '现场\u0000.jpg' }, '看不见的控制字符'],
    [{ caseId: '一号案' }, '案件编号缺失或者格式不对'],
    [{ sha256: 'abc' }, 'SHA-256 摘要应当是 64 位十六进制数字。'],
  ])('%j gets a sentence', async (metadata, sentence) => {
    const reply = await open(100, metadata)
    expect(reply.status).toBe(422)
    expect(
      problemIn(reply)
        .errors?.map((error) => error.sentence)
        .join(),
    ).toContain(sentence)
  })

  it('an empty file, one that is too large and one that the disk cannot hold', async () => {
    expect(problemIn(await open(0)).detail).toContain('文件是空的')
    expect((await open(17 * 1024 ** 3)).status).toBe(413)
  })

  it.each([
    [{ 'tus-resumable': '' }, 400],
    [{ 'upload-length': '-1' }, 400],
    [{ 'upload-length': '1e3' }, 400],
    [{ 'upload-metadata': 'filename a b' }, 400],
  ])('a request that is not tus (%j)', async (headers, status) => {
    const url = `${server.origin}/api/uploads`
    const good = { 'upload-length': '10', 'upload-metadata': 'filename YQ==' }
    const reply = await exchange({
      method: 'POST',
      url,
      cookie: mine.cookie,
      headers: { ...good, ...headers },
      body: Buffer.alloc(0),
    })
    expect(reply?.status).toBe(status)
    expect(problemIn(reply)).toMatchObject({ status, code: 'malformed-request' })
  })

  it('more bytes than were declared', async () => {
    const { url } = await open(100)
    const reply = await append({ url, cookie: mine.cookie, at: 0, body: Buffer.alloc(101) })
    expect(reply?.status).toBe(413)
    expect(await offsetOf(url, mine.cookie)).toBe(0)
  })
})
