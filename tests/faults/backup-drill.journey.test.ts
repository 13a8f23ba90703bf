import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieOf, officeOf } from '../support/house-office.ts'
import { madeNoise } from '../support/made-files.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { eventually } from '../support/record-log.ts'
import { append, begin, offsetOf } from '../support/tus-exchange.ts'
import { freePort, isAlive, postmasterPid, type Running, runZhaofa, startZhaofa } from '../support/zhaofa.ts'

type Env = Record<string, string>
type Acknowledged = { readonly id: string; readonly at: number }

const folder = mkdtempSync(join(tmpdir(), 'zhaofa-drill-'))
// The database's user must be able to pass through.
chmodSync(folder, 0o711)
const place = (name: string): string => join(folder, name)
const acknowledged: Acknowledged[] = []
const whole = madeNoise(3)
const half = madeNoise(2)
const runs: Running[] = []
let backup: { asOf: string; log: { size: number } }
let uploads: { readonly wholeUrl: string; readonly halfUrl: string }

async function envFor(name: string): Promise<Env> {
  const [port, portalPort] = [await freePort(), await freePort()]
  return { ZHAOFA_HOME: place(name), PORT: String(port), PORTAL_PORT: String(portalPort), LOG_LEVEL: 'warn' }
}

const desk = (env: Env): string => `http://127.0.0.1:${env.PORT}`
const checkpointOf = async (env: Env): Promise<string> =>
  (await fetch(`http://127.0.0.1:${env.PORTAL_PORT}/log/checkpoint`)).text()
const sizeOf = (checkpoint: string): number => Number(checkpoint.split('\n')[1] ?? 0)

async function started(env: Env): Promise<Running> {
  const running = startZhaofa(['start'], env)
  runs.push(running)
  await running.says('昭法已启动')
  return running
}

/** Opens cases, one after the other, until told to stop; notes when each was acknowledged. */
async function work(env: Env, isOver: () => boolean): Promise<void> {
  const office = officeOf(desk(env))
  while (!isOver()) {
    const road = await PenaltyRoad.open(office)
    acknowledged.push({ id: road.id, at: Date.now() })
  }
}

/** One file whole, and one that is still arriving. */
async function upload(env: Env): Promise<typeof uploads> {
  const cookie = await cookieOf(desk(env), 'lin')
  const { id: caseId } = await PenaltyRoad.open(officeOf(desk(env)))
  const open = (size: number) =>
    begin({ origin: desk(env), cookie, size, metadata: { filename: '录像.mp4', caseId } }).then(({ url }) => url)
  const [wholeUrl, halfUrl] = [await open(whole.length), await open(half.length)]
  await append({ url: wholeUrl, cookie, at: 0, body: whole })
  await append({ url: halfUrl, cookie, at: 0, body: half, cutAfter: 1024 * 1024 })
  await eventually(async () => ((await offsetOf(halfUrl, cookie)) ?? 0) > 0)
  return { wholeUrl, halfUrl }
}

/** Backs up in the middle of work that goes on before and after, and then everything dies at once. */
async function workAndDie(env: Env): Promise<void> {
  const running = await started(env)
  uploads = await upload(env)
  let isOver = false
  const working = Promise.all([work(env, () => isOver), work(env, () => isOver)])
  await eventually(async () => acknowledged.length > 5)
  const made = await runZhaofa(['backup', place('backup'), '--json'], { ZHAOFA_HOME: place('first') })
  expect(made.code, made.stderr).toBe(0)
  backup = JSON.parse(made.stdout)
  const after = acknowledged.length
  await eventually(async () => acknowledged.length > after + 3)
  isOver = true
  await working
  await eventually(async () => sizeOf(await checkpointOf(env)) > backup.log.size + 20)
  writeFileSync(place('published'), await checkpointOf(env))
  running.child.kill('SIGKILL')
  const database = postmasterPid(place('first'))
  if (database === undefined) throw new Error('the database of the house is not where it should be')
  process.kill(database, 'SIGKILL')
  await running.ended
}

beforeAll(async () => workAndDie(await envFor('first')))
afterAll(async () => {
  for (const { child } of runs) child.kill('SIGKILL')
  for (const name of ['first', 'second', 'third']) {
    const pid = postmasterPid(place(name))
    if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGQUIT')
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const blobIn = (home: string, sha256: string): Buffer =>
  readFileSync(join(place(home), 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256))

/** Everything that was acknowledged before the backup's moment, asked of the restored office. */
async function expectWorkThere(env: Env): Promise<void> {
  const lin = await officeOf(desk(env)).as('lin')
  const before = acknowledged.filter(({ at }) => at < Date.parse(backup.asOf))
  expect(before.length).toBeGreaterThan(5)
  for (const { id } of before) expect((await lin.get(`/api/cases/${id}`)).statusCode).toBe(200)
}

/** The file under way goes on where its acknowledged bytes end, in the restored office. */
async function expectUploadsGoOn(env: Env): Promise<void> {
  const cookie = await cookieOf(desk(env), 'lin')
  const moved = (url: string): string => desk(env) + new URL(url).pathname
  const at = (await offsetOf(moved(uploads.halfUrl), cookie)) ?? 0
  expect(at).toBeGreaterThan(0)
  const rest = await append({ url: moved(uploads.halfUrl), cookie, at, body: half.subarray(at) })
  expect(rest?.status).toBe(204)
  for (const bytes of [whole, half]) expect(blobIn('second', hex(bytes)).equals(bytes)).toBe(true)
}

describe('a house that burnt down after a backup under load', () => {
  test('stands again elsewhere with everything acknowledged before the backup, and goes on working and signing', async () => {
    const env = await envFor('second')
    const restored = await runZhaofa(['restore', place('backup'), '--json'], { ZHAOFA_HOME: place('second') })
    expect(restored.code, restored.stdout + restored.stderr).toBe(0)
    const running = await started(env)
    await expectWorkThere(env)
    await expectUploadsGoOn(env)
    const size = sizeOf(await checkpointOf(env))
    expect(size).toBeGreaterThanOrEqual(backup.log.size)
    await PenaltyRoad.open(officeOf(desk(env)))
    await expect.poll(async () => sizeOf(await checkpointOf(env))).toBeGreaterThan(size)
    running.child.kill('SIGTERM')
    expect((await running.ended).code).toBe(0)
    const scrubbed = await runZhaofa(['log', 'scrub', '--json'], { ZHAOFA_HOME: place('second') })
    expect(JSON.parse(scrubbed.stdout)).toMatchObject({ findings: [] })
    const log = await runZhaofa(['verify', 'log', join(place('second'), 'blobs/log'), '--json'], {})
    expect(log.code, log.stdout).toBe(0)
  })

  test('is told from what was published that the backup is old, and signs nothing until somebody has decided how to go on', async () => {
    const home = { ZHAOFA_HOME: place('third') }
    const restored = await runZhaofa(['restore', place('backup'), '--published', place('published')], home)
    expect(restored.code).toBe(1)
    expect(restored.stdout).toContain('数据库比已公布的检查点旧')
    expect(restored.stdout).toMatch(/✓ case-states：\d+ 个案件的状态与事件一致/)
    const status = await runZhaofa(['log', 'status', '--json'], home)
    expect(JSON.parse(status.stdout).problem).toContain('像是从旧备份恢复的')
    const decision = ['--choose', 'new-log', '--by', '局长', '--reason', '机房失火，只有这一份备份']
    const decided = await runZhaofa(['log', 'reconcile', ...decision], home)
    expect(decided.code, decided.stderr).toBe(0)
    expect((await runZhaofa(['log', 'status'], home)).code).toBe(0)
  })
})
