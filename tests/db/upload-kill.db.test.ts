import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EvidenceFixture, evidenceFixture, type Official } from '../support/evidence-fixture.ts'
import { append, begin, offsetOf } from '../support/tus-exchange.ts'

let fixture: EvidenceFixture
let mine: Official
const children: ChildProcess[] = []

beforeAll(async () => {
  fixture = await evidenceFixture()
  mine = fixture.officials[0]
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await fixture?.drop()
})

async function start(): Promise<{ child: ChildProcess; origin: string }> {
  const script = join(import.meta.dirname, '../../bench/upload-servers.ts')
  const args = [script, 'product', fixture.root, fixture.database.urls.app]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  children.push(child)
  const [port] = await once(child.stdout ?? child, 'data')
  return { child, origin: `http://127.0.0.1:${String(port).trim()}` }
}

const MIB = 1024 * 1024
const piece = randomBytes(MIB)
const whole = Buffer.concat(Array.from({ length: 160 }, () => piece))

/** Sends until so many bytes have arrived on the server's disk, and leaves the request open. */
async function sendUntilStored(url: string, id: string, size: number): Promise<void> {
  const headers = { cookie: mine.cookie, origin: new URL(url).origin, 'tus-resumable': '1.0.0', 'upload-offset': '0' }
  const type = { 'content-type': 'application/offset+octet-stream', 'content-length': String(whole.length) }
  const sent = request(url, { method: 'PATCH', headers: { ...headers, ...type }, agent: false })
  sent.on('error', () => undefined)
  for (let at = 0; at < size; at += MIB) if (!sent.write(piece)) await once(sent, 'drain')
  const path = join(fixture.root, 'staging', id)
  await expect.poll(async () => (await stat(path)).size).toBeGreaterThanOrEqual(size - 2 * MIB)
}

it('an upload goes on after kill -9 from a size that was acknowledged, with the right digest at the end', async () => {
  const first = await start()
  const metadata = { filename: '录像.mp4', caseId: mine.caseId }
  const { url } = await begin({ origin: first.origin, cookie: mine.cookie, size: whole.length, metadata })
  const { pathname } = new URL(url)
  await sendUntilStored(url, pathname.slice(pathname.lastIndexOf('/') + 1), 140 * MIB)
  const recorded = async (): Promise<unknown> =>
    (await fixture.database.app.query<{ n: number }>({ text: 'SELECT max(stored_size) AS n FROM app.uploads' })).rows[0]
      ?.n
  await expect.poll(recorded).toBeGreaterThanOrEqual(64 * MIB)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await start()
  const again = second.origin + pathname
  const offset = (await offsetOf(again, mine.cookie)) ?? 0
  expect(offset).toBeGreaterThanOrEqual(64 * MIB)
  const reply = await append({ url: again, cookie: mine.cookie, at: offset, body: whole.subarray(offset) })
  expect(reply?.status).toBe(204)
  const { rows } = await fixture.database.app.query({ text: 'SELECT sha256, sm3 FROM app.blobs' })
  const hex = (name: string): string => createHash(name).update(whole).digest('hex')
  expect(rows).toEqual([{ sha256: hex('sha256'), sm3: hex('sm3') }])
})
