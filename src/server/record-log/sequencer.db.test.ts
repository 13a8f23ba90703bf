import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually, insertLeaves, type TestLog, testLog } from '../../../tests/support/record-log.ts'
import { examineLog } from './examine-log.ts'
import { STEPS } from './integrate.ts'
import { readHead } from './log-rows.ts'
import { runSequencer, type Sequencer, type SequencerOptions } from './sequencer.ts'
import { readLogKeys } from './signing-key.ts'

let log: TestLog
let running: Sequencer[] = []
beforeEach(async () => {
  log = await testLog()
})
afterEach(async () => {
  await stop()
  await log.close()
})

const FAST: SequencerOptions = { pollMs: 20, retryMs: 50 }

function start(options: SequencerOptions = FAST): void {
  running.push(runSequencer(log.context, options))
}

async function stop(): Promise<void> {
  await Promise.all(running.map((sequencer) => sequencer.close()))
  running = []
}

const size = async (): Promise<number> => (await readHead(log.database.owner))?.size ?? 0
const reach = (count: number) => eventually(async () => (await size()) === count)

/** Compares database, tiles, key and published checkpoint as the next start would. */
const examine = () =>
  examineLog({ db: log.database.app, files: log.context.blobs.named, keys: readLogKeys(log.context.config) })

const published = (): string | undefined => {
  const file = join(log.folder, 'log/checkpoint')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n')[1] : undefined
}

/** A whole log of that size, on which nothing runs any more. */
async function signedLog(count: number): Promise<void> {
  await insertLeaves(log.database.app, count)
  start()
  await reach(count)
  await eventually(async () => published() === String(count))
  await stop()
}

/** What the sequencer says when it will not sign, with leaves waiting; nothing may have been signed by then. */
async function refusal(): Promise<string | undefined> {
  const before = await size()
  await insertLeaves(log.database.app, 1)
  start()
  await eventually(async () => log.problems().length > 0)
  await stop()
  expect(await size()).toBe(before)
  const examined = await examine()
  expect(examined.ok ? undefined : examined.problem.code).toBe(log.problems()[0])
  return log.problems()[0]
}

test('every leaf is numbered once, in commit order, and the tiles give the signed root', async () => {
  start()
  const [first, second] = [await insertLeaves(log.database.app, 300), await insertLeaves(log.database.app, 500)]
  await reach(800)
  expect(await subjects()).toEqual([...first, ...second])
  expect((await examine()).ok).toBe(true)
})

test('leaves are taken in the order of their transactions, and never before an older one has ended', async () => {
  const [before] = await insertLeaves(log.database.app, 1)
  start()
  const { inside, after } = await log.database.app.transaction(async (tx) => {
    const [inside] = await insertLeaves(tx, 1)
    const [after] = await insertLeaves(log.database.owner, 1)
    await reach(1)
    return { inside, after }
  })
  await reach(3)
  expect(await subjects()).toEqual([before, inside, after])
})

test('the order of transactions is that of their numbers, not of the digits: 99 comes before 100', async () => {
  await log.database.owner.query({
    text: `INSERT INTO app.leaves (xid, kind, subject, salt, digest)
      SELECT n::text::xid8, 'event', 'event:' || n, substring(sha256('salt') FOR 16), sha256('x')
      FROM (VALUES (100), (99), (9)) AS t(n)`,
  })
  start()
  await reach(3)
  expect(await subjects()).toEqual(['event:9', 'event:99', 'event:100'])
})

test('whoever looks while leaves are being signed sees a log in order', async () => {
  start()
  const seen = new Set<boolean>()
  const inserting = (async () => {
    for (let turn = 0; turn < 20; turn += 1) await insertLeaves(log.database.owner, 50)
  })()
  while ((await size()) < 1000) seen.add((await examine()).ok)
  await inserting
  expect([...seen]).toEqual([true])
})

async function subjects(): Promise<string[]> {
  const { rows } = await log.database.app.query<{ index: number; subject: string }>({
    text: 'SELECT e.index, l.subject FROM app.log_entries e JOIN app.leaves l ON l.id = e.leaf_id ORDER BY e.index',
  })
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, index) => index))
  return rows.map(({ subject }) => subject)
}

test('of several processes one signs, and another takes over when its connection ends', async () => {
  start()
  start()
  start()
  await insertLeaves(log.database.app, 10)
  await reach(10)
  const holders = await log.database.owner.query<{ pid: number }>({
    text: `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = ${0x7a66_0004} AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  })
  expect(holders.rowCount).toBe(1)
  await log.database.owner.query({ text: 'SELECT pg_terminate_backend($1)', values: [holders.rows[0]?.pid] })
  await insertLeaves(log.database.app, 10)
  await reach(20)
  expect((await examine()).ok).toBe(true)
})

describe('a process killed between two steps', () => {
  test.each(STEPS)('after "%s" loses no leaf and numbers none twice', async (step) => {
    await signedLog(250)
    await insertLeaves(log.database.app, 20)
    const program = join(import.meta.dirname, '../../../tests/support/sequence-until.ts')
    const child = spawn(process.execPath, [program, log.database.urls.app, log.home, step], { stdio: 'inherit' })
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
    await insertLeaves(log.database.app, 7)
    start()
    await reach(277)
    await eventually(async () => published() === '277')
    expect((await examine()).ok).toBe(true)
  })
})

test('a database older than the published checkpoint is not signed on: it was restored from an old backup', async () => {
  await signedLog(5)
  const old = await testLog()
  try {
    for (const part of ['secrets', 'blobs']) cpSync(join(log.home, part), join(old.home, part), { recursive: true })
    const newer = log
    log = old
    expect(await refusal()).toBe('old-database')
    expect(published()).toBe('5')
    log = newer
  } finally {
    await old.close()
  }
})

test('a database whose tree has another root at the published size is a fork and is not signed on', async () => {
  await signedLog(5)
  const home = log.home
  const other = await testLog()
  try {
    await insertLeaves(other.database.app, 5)
    cpSync(join(home, 'secrets'), join(other.home, 'secrets'), { recursive: true })
    const sequencer = runSequencer(other.context, FAST)
    await eventually(async () => (await readHead(other.database.app))?.size === 5)
    await sequencer.close()
    cpSync(join(other.folder, 'log/checkpoint'), join(log.folder, 'log/checkpoint'))
    expect(await refusal()).toBe('fork')
  } finally {
    await other.close()
  }
})

test('a checkpoint that was changed after it was published stops the signing', async () => {
  await signedLog(5)
  const file = join(log.folder, 'log/checkpoint')
  writeFileSync(file, readFileSync(file, 'utf8').replace('\n5\n', '\n4\n'))
  expect(await refusal()).toBe('foreign-key')
})

test('a changed tile at the edge stops the signing', async () => {
  await signedLog(5)
  const file = join(log.folder, 'log/tile/0/000.p/5')
  const bytes = readFileSync(file)
  bytes[3] = (bytes[3] ?? 0) ^ 1
  writeFileSync(file, bytes)
  expect(await refusal()).toBe('tiles')
})

test('a lost key is not replaced in silence', async () => {
  await signedLog(5)
  rmSync(join(log.home, 'secrets/log-key'))
  expect(await refusal()).toBe('no-key')
})

test('a key that was put aside is followed by a new one under the same name, and both are published', async () => {
  await signedLog(5)
  const [old] = readLogKeys(log.context.config).vkeys
  cpSync(join(log.home, 'secrets/log-key'), join(log.home, 'secrets/log-key.2026-03'))
  rmSync(join(log.home, 'secrets/log-key'))
  await insertLeaves(log.database.app, 1)
  start()
  await reach(6)
  const { vkeys } = readLogKeys(log.context.config)
  expect(vkeys.map(({ name }) => name)).toEqual(['gs.example/log', 'gs.example/log'])
  expect(vkeys[1]?.keyId).toEqual(old?.keyId)
  expect(readFileSync(join(log.folder, 'log/vkey'), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('the key lies outside the database, readable by its owner alone', async () => {
  await signedLog(1)
  expect(statSync(join(log.home, 'secrets/log-key')).mode & 0o777).toBe(0o600)
})

test('the app role may add entries and checkpoints and never change, remove or empty them', async () => {
  await signedLog(3)
  for (const table of ['app.leaves', 'app.log_entries', 'app.log_checkpoints']) {
    const column = table === 'app.log_checkpoints' ? 'size' : table === 'app.leaves' ? 'seq' : 'index'
    for (const text of [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(log.database.app.query({ text }), text).rejects.toThrow('permission denied')
    }
  }
})

test('the parts of a tile go when the whole tile is published', async () => {
  await signedLog(200)
  start()
  await insertLeaves(log.database.app, 100)
  await reach(300)
  const gone = (name: string) => log.context.blobs.named.read(name).then((bytes) => bytes === undefined)
  await eventually(() => gone('log/tile/0/000.p/200'))
  await eventually(() => gone('log/tile/entries/000.p/200'))
  expect((await examine()).ok).toBe(true)
})
