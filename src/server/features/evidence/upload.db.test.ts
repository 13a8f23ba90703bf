import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '#server/clock.ts'
import {
  type EvidenceFixture,
  evidenceFixture,
  type Official,
  type RunningServer,
} from '../../../../tests/support/evidence-fixture.ts'
import { idOf, photo, sha256Of, type Uploads, uploadsOf } from '../../../../tests/support/evidence-uploads.ts'
import { append, exchange, offsetOf, problemIn } from '../../../../tests/support/tus-exchange.ts'
import { removeExpiredUploads } from './remove-expired-uploads.ts'

let fixture: EvidenceFixture
let server: RunningServer
let mine: Official
let uploads: Uploads

beforeAll(async () => {
  fixture = await evidenceFixture()
  server = await fixture.serve()
  mine = fixture.officials[0]
  uploads = uploadsOf(fixture, mine, () => server)
})

afterAll(async () => {
  await server?.close()
  await fixture?.drop()
})

/** As a client does: a piece of the broken request may still come in after the question, then it asks again. */
async function sendRest(url: string, bytes: Buffer, at: number, tries = 20): Promise<number | undefined> {
  const reply = await append({ url, cookie: mine.cookie, at, body: bytes.subarray(at) })
  if (reply?.status !== 409 || tries === 0) return reply?.status
  return sendRest(url, bytes, (await offsetOf(url, mine.cookie)) ?? 0, tries - 1)
}

describe('an upload', () => {
  it('is stored under the digest of its bytes, with the SM3 and the sniffed media type', async () => {
    const bytes = photo(200_000)
    const url = await uploads.whole(bytes)
    expect(await uploads.row(url)).toEqual({
      state: 'finished',
      stored_size: bytes.length,
      sha256: sha256Of(bytes),
      sm3: createHash('sm3').update(bytes).digest('hex'),
      media_type: 'image/jpeg',
    })
    expect(await server.blobs.verify(sha256Of(bytes))).toBe('sound')
    expect(await uploads.staged()).not.toContain(idOf(url))
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
      const { url } = await uploads.open(bytes.length)
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
      expect((await uploads.row(url))?.sha256).toBe(sha256Of(bytes))
    })
    await fc.assert(property, { seed: 20261121, numRuns: 12 })
  })

  it('need not send again what came before the cut', async () => {
    const bytes = photo(3_000_000)
    const { url } = await uploads.open(bytes.length)
    await append({ url, cookie: mine.cookie, at: 0, body: bytes, cutAfter: 2_500_000 })
    await expect.poll(() => offsetOf(url, mine.cookie)).toBeGreaterThan(1_000_000)
  })

  it('with the client that the desk uses is resumed by its address', async () => {
    const bytes = photo(500_000)
    const headers = { cookie: mine.cookie, origin: server.origin }
    const metadata = { filename: '现场.jpg', caseId: mine.caseId }
    const endpoint = `${server.origin}/api/uploads`
    const send = (options: object): Promise<string | null> =>
      new Promise((resolve, reject) => {
        const upload = new Upload(bytes, {
          endpoint,
          headers,
          metadata,
          chunkSize: 100_000,
          onSuccess: () => resolve(upload.url),
          onError: reject,
          onChunkComplete: (_size, sent) =>
            'stop' in options && sent >= 200_000 && void upload.abort().then(() => resolve(upload.url)),
          ...options,
        })
        upload.start()
      })
    const uploadUrl = await send({ stop: true })
    expect((await uploads.row(uploadUrl ?? ''))?.state).toBe('receiving')
    await send({ uploadUrl })
    expect(await uploads.row(uploadUrl ?? '')).toMatchObject({ state: 'finished', sha256: sha256Of(bytes) })
  })

  it('goes on when acknowledged bytes have vanished from the disk', async () => {
    const bytes = photo(300_000)
    const { url } = await uploads.open(bytes.length)
    await append({ url, cookie: mine.cookie, at: 0, body: bytes.subarray(0, 100_000) })
    await server.blobs.discardStaged(idOf(url))
    expect(await offsetOf(url, mine.cookie)).toBe(0)
    await append({ url, cookie: mine.cookie, at: 0, body: bytes })
    expect((await uploads.row(url))?.sha256).toBe(sha256Of(bytes))
  })

  it('that stopped between digest and store is finished by the next question', async () => {
    const bytes = photo(5000)
    const url = await uploads.whole(bytes)
    const { owner } = fixture.database
    const text = `UPDATE app.uploads SET state = 'storing', finished_at = NULL WHERE id = $1`
    await owner.query({ text, values: [idOf(url)] })
    expect(await offsetOf(url, mine.cookie)).toBe(bytes.length)
    expect((await uploads.row(url))?.state).toBe('finished')
  })

  it('whose digest is not the declared one is refused, and nothing of it stays', async () => {
    const bytes = photo(50_000)
    const { url } = await uploads.open(bytes.length, { sha256: sha256Of(photo(50_000)) })
    const reply = await append({ url, cookie: mine.cookie, at: 0, body: bytes })
    expect(reply?.status).toBe(422)
    expect(reply?.headers['content-type']).toContain('application/problem+json')
    expect(problemIn(reply).detail).toContain('摘要与声明的不一致，没有存入')
    expect(await server.blobs.has(sha256Of(bytes))).toBe(false)
    expect(await uploads.staged()).not.toContain(idOf(url))
    expect(await offsetOf(url, mine.cookie)).toBeUndefined()
  })

  it('with the right declared digest is stored', async () => {
    const bytes = photo(50_000)
    const url = await uploads.whole(bytes, { sha256: sha256Of(bytes).toUpperCase() })
    expect((await uploads.row(url))?.state).toBe('finished')
  })

  it('of the same bytes is stored once', async () => {
    const bytes = photo(20_000)
    const [first, second] = [await uploads.whole(bytes), await uploads.whole(bytes)]
    expect((await uploads.row(first))?.sha256).toBe((await uploads.row(second))?.sha256)
    const text = 'SELECT count(*) AS n FROM app.blobs WHERE sha256 = $1'
    const { rows } = await fixture.database.owner.query({ text, values: [sha256Of(bytes)] })
    expect(rows).toEqual([{ n: 1 }])
  })

  it('is finished once, also when the last request is repeated', async () => {
    const bytes = photo(7000)
    const url = await uploads.whole(bytes)
    const again = await append({ url, cookie: mine.cookie, at: bytes.length, body: Buffer.alloc(0) })
    expect(again?.status).toBe(204)
    const text = `SELECT count(*) AS n FROM app.audit_entries WHERE name = 'evidence-stored' AND subject = $1`
    const { rows } = await fixture.database.owner.query({ text, values: [`upload:${idOf(url)}`] })
    expect(rows).toEqual([{ n: 1 }])
  })

  it('at another offset than the stored one is a conflict with a sentence', async () => {
    const { url } = await uploads.open(1000)
    const reply = await append({ url, cookie: mine.cookie, at: 500, body: Buffer.alloc(10) })
    expect(reply?.status).toBe(409)
    expect(problemIn(reply).detail).toContain('续传的位置与已收到的不一致')
  })

  it('can be given up until it is complete, not afterwards', async () => {
    const { url } = await uploads.open(1000)
    await append({ url, cookie: mine.cookie, at: 0, body: Buffer.alloc(400) })
    expect((await exchange({ method: 'DELETE', url, cookie: mine.cookie }))?.status).toBe(204)
    expect(await uploads.staged()).not.toContain(idOf(url))
    const done = await uploads.whole(photo(900))
    expect((await exchange({ method: 'DELETE', url: done, cookie: mine.cookie }))?.status).toBe(400)
    expect((await uploads.row(done))?.state).toBe('finished')
  })
})

describe('an upload that nobody goes on with', () => {
  it('expires after seven days; its file and files without an upload are removed, others stay', async () => {
    const { url } = await uploads.open(1000)
    await append({ url, cookie: mine.cookie, at: 0, body: Buffer.alloc(400) })
    const later = new Date(Date.now() + 7 * 86_400_000 + 1000).toISOString()
    const done = await uploads.whole(photo(600))
    const ctx = fixture.contextOf(server.blobs)
    expect(await removeExpiredUploads(ctx)).toMatchObject({ expired: 0, removed: 0 })
    expect(await uploads.staged()).toContain(idOf(url))
    const { expired, removed } = await removeExpiredUploads({ ...ctx, clock: fixedClock(later) })
    expect(expired).toBeGreaterThan(0)
    expect(removed).toBeGreaterThan(0)
    expect(await uploads.staged()).toEqual([])
    expect((await uploads.row(url))?.state).toBe('expired')
    expect((await uploads.row(done))?.state).toBe('finished')
    expect(await offsetOf(url, mine.cookie)).toBeUndefined()
  })

  it('but whose digest was recorded is finished', async () => {
    const url = await uploads.whole(photo(600))
    const text = `UPDATE app.uploads SET state = 'storing', finished_at = NULL, expires_at = now() - interval '1 second' WHERE id = $1`
    await fixture.database.owner.query({ text, values: [idOf(url)] })
    expect((await removeExpiredUploads(fixture.contextOf(server.blobs))).finished).toBe(1)
    expect((await uploads.row(url))?.state).toBe('finished')
  })
})
