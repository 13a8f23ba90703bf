import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { utf8 } from '#domain/record-log/bytes.ts'
import { recordingContent } from '#domain/record-log/recording-content.ts'
import { type MadeLog, makeLog } from '../../../tests/support/made-log.ts'
import { command } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhaofa-verify-'))
const at = (name: string): string => join(folder, name)
const pdf = new Uint8Array(5_000).fill(37)
const event = utf8('{"seq":300,"type":"facts-recorded"}')
/** Longer than one piece that is read at a time. */
const film = new Uint8Array(3_000_000).map((_, at) => at % 251)
const record = (bytes: Uint8Array): string =>
  recordingContent({
    recording: '0200',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sm3: createHash('sm3').update(bytes).digest('hex'),
    size: bytes.length,
    device: null,
    officer: null,
    capturedAt: '2026-06-01T02:00:00.000Z',
    storedAt: '2026-06-01T03:00:00.000Z',
  })
let log: MadeLog

beforeAll(async () => {
  const others = Array.from({ length: 298 }, (_, nth) => ({
    kind: 'event' as const,
    subject: `event:0198:${nth}`,
    content: utf8(`${nth}`),
  }))
  log = await makeLog([
    ...others,
    { kind: 'event', subject: 'event:0198:300', content: event },
    { kind: 'document', subject: 'document:0199', content: pdf },
    { kind: 'recording', subject: 'recording:0200', content: utf8(record(film)) },
  ])
  log.writeTo(at('log'))
  writeFileSync(at('decision.pdf'), pdf)
  writeFileSync(at('event.json'), event)
  writeFileSync(at('document.tlog-proof'), await log.receiptOf(299))
  writeFileSync(at('film.mp4'), film)
  writeFileSync(at('film.json'), record(film))
  writeFileSync(at('film.tlog-proof'), await log.receiptOf(300))
  writeFileSync(at('event.tlog-proof'), await log.receiptOf(298))
})

afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => command.run(args, () => undefined)
const flipped = (name: string, byte: number): string => {
  const bytes = readFileSync(at(name))
  bytes[byte] = (bytes[byte] ?? 0) ^ 1
  writeFileSync(at(`flipped-${name}`), bytes)
  return at(`flipped-${name}`)
}

test('a receipt is accepted with the document it is for, and the answer says what is proved', async () => {
  const answer = await run(at('document.tlog-proof'), '--document', at('decision.pdf'), '--vkey', log.vkey)
  expect(answer.exitCode).toBe(0)
  expect(answer.text).toContain('核验通过。')
  expect(answer.text).toContain('逐字节相同')
  expect(answer.data).toMatchObject({ ok: true, kind: 'document', subject: 'document:0199', index: 299, size: 301 })
})

test('one flipped byte in receipt or document is refused with exit code 1', async () => {
  const key = ['--vkey', at('log/vkey')]
  const receipt = await run(flipped('document.tlog-proof', 200), '--document', at('decision.pdf'), ...key)
  const document = await run(at('document.tlog-proof'), '--document', flipped('decision.pdf', 4_999), ...key)
  expect([receipt.exitCode, document.exitCode]).toEqual([1, 1])
  expect(document.text).toContain('与存证的摘要不符')
})

test('a receipt of an event is no receipt of a document', async () => {
  const own = await run(at('event.tlog-proof'), '--event', at('event.json'), '--vkey', log.vkey)
  expect(own.exitCode).toBe(0)
  const other = await run(at('event.tlog-proof'), '--document', at('event.json'), '--vkey', log.vkey)
  expect(other).toMatchObject({ exitCode: 1, data: { problems: ['这张回执是办案记录的，应改用 --event。'] } })
})

test('the original of a recording is read and compared with the digest record that the receipt is for', async () => {
  const args = [at('film.tlog-proof'), '--recording', at('film.json'), '--vkey', log.vkey]
  const without = await run(...args)
  expect([without.exitCode, without.text]).toEqual([0, expect.stringContaining('没有核对音像原件本身')])
  const compared = await run(...args, '--original', at('film.mp4'))
  expect(compared.exitCode).toBe(0)
  expect(compared.text).toContain('原件共 3000000 字节，逐字节重新计算的 SHA-256 和 SM3 与存入时的摘要记录一致')
  expect(compared.text).not.toContain('没有核对音像原件本身')
  const flippedFilm = await run(...args, '--original', flipped('film.mp4', 2_999_999))
  expect([flippedFilm.exitCode, flippedFilm.text]).toEqual([1, expect.stringContaining('与存入时的')])
  expect(flippedFilm.text).not.toContain('已证明')
  const short = await run(...args, '--original', at('decision.pdf'))
  expect(short.text).toContain('原件有 5000 字节，存入时是 3000000 字节')
  await expect(run(...args, '--original', at('nowhere.mp4'))).rejects.toThrow('读不出原件')
  await expect(run(at('document.tlog-proof'), '--original', at('film.mp4'), '--vkey', log.vkey)).rejects.toThrow(
    '--original 要和 --recording 一起用',
  )
})

test('a whole log in a folder is recomputed; tampered, it is refused', async () => {
  const good = await run('log', at('log'), '--vkey', log.vkey)
  expect(good).toMatchObject({ exitCode: 0, data: { ok: true, size: 301, origin: 'nanping.example/log' } })
  expect((await run(at('log'), '--vkey', log.vkey)).exitCode).toBe(0)
  const path = at('log/tile/entries/000')
  const bytes = readFileSync(path)
  writeFileSync(
    path,
    bytes.map((byte, nth) => (nth === 700 ? byte ^ 1 : byte)),
  )
  const bad = await run('log', at('log'), '--vkey', log.vkey)
  writeFileSync(path, bytes)
  expect(bad.exitCode).toBe(1)
  expect(bad.text).toContain('第 4 条的条目与 tile/0/000 中的摘要不符')
})

test('a log on the web is mirrored, and its copy verifies by itself', async () => {
  const server = createServer((request, answer) => {
    const bytes = log.files.get((request.url ?? '').replace('/log/', ''))
    answer.writeHead(bytes ? 200 : 404).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`
  try {
    const answer = await run('log', address, '--save', at('copy'))
    expect(answer.exitCode).toBe(0)
    expect(answer.text).toContain('不证明签名者是谁')
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
  expect((await run('log', at('copy'), '--vkey', log.vkey)).exitCode).toBe(0)
  await expect(run('log', address, '--vkey', log.vkey)).rejects.toThrow('连不上')
})

test('wrong use is answered with what would be right', async () => {
  const receipt = at('document.tlog-proof')
  await expect(run()).rejects.toMatchObject({ exitCode: 2 })
  await expect(run(receipt)).rejects.toThrow('缺少 --vkey')
  await expect(run(receipt, '--vkey', 'nowhere.vkey')).rejects.toThrow('既不是公钥')
  await expect(run(at('absent'), '--vkey', log.vkey)).rejects.toThrow('没有找到文件')
  await expect(run(receipt, '--document', 'a', '--event', 'b', '--vkey', log.vkey)).rejects.toThrow('只能给出一个')
  await expect(run(folder, '--vkey', log.vkey)).rejects.toThrow('没有 checkpoint')
  await expect(run('log', at('log'), '--document', 'a', '--vkey', log.vkey)).rejects.toThrow('不用 --document')
  await expect(run('log', folder)).rejects.toThrow('没有公钥')
})

test('a "receipt" of 50 MB is not read', async () => {
  writeFileSync(at('huge.tlog-proof'), new Uint8Array(50_000_000))
  await expect(run(at('huge.tlog-proof'), '--vkey', log.vkey)).rejects.toThrow('太大')
})
