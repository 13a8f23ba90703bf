import { createHash, randomBytes, randomInt } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EvidenceFixture, evidenceFixture, type RunningServer } from '../support/evidence-fixture.ts'
import { sha256Of, type Uploads, uploadsOf } from '../support/evidence-uploads.ts'
import { append, offsetOf } from '../support/tus-exchange.ts'

let fixture: EvidenceFixture
let server: RunningServer
let uploads: Uploads
let cookie: string

beforeAll(async () => {
  fixture = await evidenceFixture()
  server = await fixture.serve()
  uploads = uploadsOf(fixture, fixture.officials[0], () => server)
  cookie = fixture.officials[0].cookie
})
afterAll(async () => {
  await server?.close()
  await fixture?.drop()
})

const PIECE = 24 * 1024
const hex = (name: string, bytes: Buffer): string => createHash(name).update(bytes).digest('hex')

/** Sends on from what the server has and breaks off after a random number of bytes; answers how often it was cut. */
async function sendInTatters(url: string, content: Buffer, cuts: number): Promise<number> {
  let done = 0
  for (; done < cuts; done += 1) {
    const at = (await offsetOf(url, cookie)) ?? 0
    expect(at).toBeLessThan(content.length)
    await append({ url, cookie, at, body: content.subarray(at), cutAfter: randomInt(1, PIECE) })
  }
  const at = (await offsetOf(url, cookie)) ?? 0
  expect((await append({ url, cookie, at, body: content.subarray(at) }))?.status).toBe(204)
  return done
}

describe('an upload over a line that breaks', () => {
  test('two hundred times, in four uploads at once, ends with the right bytes and no file left over', async () => {
    const contents = Array.from({ length: 4 }, () => randomBytes(50 * PIECE + randomInt(1, 1000)))
    const opened = await Promise.all(contents.map((content) => uploads.open(content.length)))
    const cuts = await Promise.all(contents.map((content, nth) => sendInTatters(opened[nth]?.url ?? '', content, 50)))
    expect(cuts.reduce((sum, each) => sum + each)).toBe(200)
    for (const [nth, content] of contents.entries()) {
      const digests = { sha256: hex('sha256', content), sm3: hex('sm3', content) }
      expect(await uploads.row(opened[nth]?.url ?? '')).toMatchObject({ state: 'finished', ...digests })
      expect(await server.blobs.verify(digests.sha256)).toBe('sound')
    }
    expect(await uploads.staged()).toEqual([])
  }, 120_000)

  test('and two people who send the same file at the same time store it once', async () => {
    const content = randomBytes(3_000_000)
    const opened = await Promise.all([uploads.open(content.length), uploads.open(content.length)])
    const replies = await Promise.all(opened.map(({ url }) => append({ url, cookie, at: 0, body: content })))
    expect(replies.map((reply) => reply?.status)).toEqual([204, 204])
    const { rows } = await fixture.database.owner.query<{ state: string }>({
      text: 'SELECT state FROM app.uploads WHERE sha256 = $1',
      values: [sha256Of(content)],
    })
    expect(rows).toEqual([{ state: 'finished' }, { state: 'finished' }])
    expect(await server.blobs.verify(sha256Of(content))).toBe('sound')
    expect(await uploads.staged()).toEqual([])
  })
})
