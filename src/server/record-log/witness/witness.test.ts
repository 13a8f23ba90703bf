import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCosignatures } from '#domain/record-log/cosignature.ts'
import { parseVkey } from '#domain/record-log/vkey.ts'
import { fixedClock } from '#server/clock.ts'
import { openLog } from '#server/log.ts'
import { type MemoryLog, memoryLog } from '../../../../tests/support/witness-log.ts'
import { sha256, verifyEd25519 } from '../ed25519.ts'
import { type ServedWitness, serveWitness } from './serve-witness.ts'
import { openWitnessKey } from './witness-key.ts'
import { WitnessState } from './witness-state.ts'

const ORIGIN = 'nanping.example/log'
const CLOCK = fixedClock('2026-06-01T02:00:00Z')
let home: string
let log: MemoryLog
let served: ServedWitness

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'zhaofa-witness-'))
  log = memoryLog(ORIGIN)
  served = await serve()
})
afterEach(async () => {
  await served.close()
  rmSync(home, { recursive: true, force: true })
})

function serve(): Promise<ServedWitness> {
  const folder = join(home, 'witness')
  const key = openWitnessKey(home, 'jianzheng.example')
  const witnessing = { key, logs: [log.vkey], state: new WitnessState(folder), now: CLOCK.now }
  return serveWitness(witnessing, { folder, host: '127.0.0.1', port: 0, log: openLog('silent') })
}

type Answer = { readonly status: number; readonly type: string | null; readonly body: string }

async function ask(body: string | Uint8Array<ArrayBuffer>, address = served.address): Promise<Answer> {
  const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body })
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() }
}

const conflictAt = (size: number) => ({ status: 409, type: 'text/x.tlog.size', body: `${size}\n` })

test('a log that grows is cosigned each time, with the time of the witness and its published key', async () => {
  const line = await (await fetch(`${served.address}/vkey`)).text()
  const witness = parseVkey(sha256, line.trim(), ['cosignature'])
  if (!witness) throw new Error('the witness publishes its key')
  for (const [old, size] of [
    [0, 3],
    [3, 3],
    [3, 4],
    [4, 9],
    [9, 70],
  ] as const) {
    const answer = await ask(await log.request(old, size))
    expect(answer.status, `${old} → ${size}`).toBe(200)
    const cosignatures = openCosignatures(log.note(size) + answer.body, {
      witnesses: [witness],
      verifySignature: verifyEd25519,
    })
    expect(cosignatures).toEqual([{ witness, at: BigInt(CLOCK.now().getTime() / 1000) }])
  }
})

describe('a request is answered as the specification has it:', () => {
  beforeEach(async () => {
    expect((await ask(await log.request(0, 5))).status).toBe(200)
  })
  test('409 with the size it knows, for every other old size', async () => {
    for (const old of [0, 1, 4, 6]) expect(await ask(await log.request(old, 8))).toEqual(conflictAt(5))
  })
  test('409 for another root at the same size, and 422 for a longer tree that did not grow from the known one', async () => {
    expect(await ask(await log.request(5, 5, 'fork'))).toEqual(conflictAt(5))
    expect(await ask(await log.request(5, 8, 'fork'))).toMatchObject({ status: 422 })
    const honest = await log.request(5, 8)
    const lines = honest.split('\n')
    const wrong = [
      [lines[0], ...lines.slice(2)],
      [lines[0], lines[2], lines[1], ...lines.slice(3)],
      [lines[0], lines[1], ...lines.slice(1)],
    ].map((each) => each.join('\n'))
    for (const body of wrong) expect(await ask(body)).toMatchObject({ status: 422 })
    // What the log has signed and cannot prove is kept.
    expect(readdirSync(join(home, 'witness/evidence')).length).toBeGreaterThanOrEqual(2)
    expect((await ask(honest)).status).toBe(200)
  })
  test('404 for a log it does not know, 403 where the signature is not of the log', async () => {
    expect(await ask(await memoryLog('elsewhere.example/log').request(0, 3))).toMatchObject({ status: 404 })
    expect(await ask(await memoryLog(ORIGIN).request(5, 8))).toMatchObject({ status: 403 })
    const altered = (await log.request(5, 8)).replace('\n8\n', '\n9\n')
    expect(await ask(altered)).toMatchObject({ status: 403 })
  })
  test('400 for an old size above the new one, and for whatever is no request', async () => {
    expect(await ask(await log.request(9, 8))).toMatchObject({ status: 400 })
    const bodies = ['', 'old 5', log.note(8), `old five\n\n${log.note(8)}`, '{"old":5}', '\u0000'.repeat(1000)]
    for (const body of bodies) expect(await ask(body), body.slice(0, 20)).toMatchObject({ status: 400 })
    expect(await ask(Uint8Array.from({ length: 500 }, (_, at) => at))).toMatchObject({ status: 400 })
  })
  test('and nothing of all that changes what it remembers', async () => {
    for (const body of ['', await log.request(5, 8, 'fork'), await log.request(0, 3)]) await ask(body)
    expect(await ask(await log.request(0, 9))).toEqual(conflictAt(5))
    expect((await fetch(`${served.address}/add-checkpoint`)).status).toBe(405)
    expect((await fetch(`${served.address}/other`, { method: 'POST' })).status).toBe(404)
  })
})

test('a proof from nothing is empty: lines in it are refused', async () => {
  const body = (await log.request(0, 3)).replace('old 0\n', `old 0\n${Buffer.alloc(32).toString('base64')}\n`)
  expect(await ask(body)).toMatchObject({ status: 422 })
  expect(await ask(await log.request(0, 3))).toMatchObject({ status: 200 })
})

test('of many requests at once from the same old size one is cosigned, and none takes back what is remembered', async () => {
  await ask(await log.request(0, 2))
  for (let known = 2, turn = 0; turn < 5; turn += 1) {
    const sizes = Array.from({ length: 12 }, (_, nth) => known + 1 + ((nth * 7) % 12))
    const bodies = await Promise.all(sizes.map((size) => log.request(known, size)))
    const answers = await Promise.all(bodies.map((body) => ask(body)))
    const won = answers.flatMap(({ status }, nth) => (status === 200 ? [sizes[nth] ?? 0] : []))
    expect(won).toHaveLength(1)
    known = won[0] ?? 0
    expect(answers.filter(({ status }) => status === 409)).toEqual(Array(11).fill(conflictAt(known)))
    expect(await ask(await log.request(0, 2))).toEqual(conflictAt(known))
  }
})

test('a body of fifty million bytes is cut off and costs no memory to speak of', async () => {
  const { port } = new URL(served.address)
  const before = process.memoryUsage().rss
  const status = await new Promise<number | 'closed'>((resolve) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/add-checkpoint' }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', () => resolve('closed'))
    const chunk = Buffer.alloc(1 << 20, 'x')
    let left = 50
    const push = () => {
      while (left > 0) {
        left -= 1
        if (!sent.write(chunk)) return void sent.once('drain', push)
      }
      sent.end()
    }
    push()
  })
  expect([413, 'closed']).toContain(status)
  expect(process.memoryUsage().rss - before).toBeLessThan(40 << 20)
  expect((await ask(await log.request(0, 2))).status).toBe(200)
})

test('its key is readable by its owner alone, and belongs to one name', () => {
  expect(statSync(join(home, 'secrets/witness-key')).mode & 0o777).toBe(0o600)
  expect(() => openWitnessKey(home, 'other.example')).toThrow(/属于见证方“jianzheng.example”/)
  writeFileSync(join(home, 'secrets/witness-key'), 'PRIVATE+KEY+jianzheng.example+00000000+AAAA')
  expect(() => openWitnessKey(home, 'jianzheng.example')).toThrow(/从备份恢复/)
})

test('two processes do not share a folder, and a damaged memory is told instead of forgotten', async () => {
  await ask(await log.request(0, 4))
  await expect(serve()).rejects.toThrow(/已由另一个见证进程使用/)
  await served.close()
  const [file = ''] = readdirSync(join(home, 'witness/logs'))
  writeFileSync(join(home, 'witness/logs', file), 'nothing')
  await expect(serve()).rejects.toThrow(/不要删除/)
  rmSync(join(home, 'witness/logs', file))
  served = await serve()
})
