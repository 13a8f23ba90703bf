import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { nodeDigest } from '../../../tests/support/made-log.ts'
import { eventually, insertLeaves, type TestLog, testLog } from '../../../tests/support/record-log.ts'
import { runZhaofa } from '../../../tests/support/zhaofa.ts'
import { verifyEd25519 } from './ed25519.ts'
import { readHead } from './log-rows.ts'
import { receiptOf } from './receipt-of.ts'
import { scrubLog } from './scrub-log.ts'
import { runSequencer, type Sequencer } from './sequencer.ts'

const FAST = { pollMs: 20, retryMs: 50 }
let log: TestLog
let running: Sequencer | undefined
beforeEach(async () => {
  log = await testLog()
})
afterEach(async () => {
  await stop()
  await log.close()
})

const start = (): void => {
  running = runSequencer(log.context, FAST)
}
const stop = async (): Promise<void> => {
  await running?.close()
  running = undefined
}
const published = (path = 'checkpoint'): string => {
  const file = join(log.folder, 'log', path)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
const sizeIn = (note: string): number => Number(note.split('\n')[1] ?? 0)
const reach = (size: number) =>
  eventually(async () => (await readHead(log.database.app))?.size === size && sizeIn(published()) >= size)

/** As an operator types it. */
async function reconcile(
  ...args: string[]
): Promise<{ code: number | null; data: Record<string, unknown>; stderr: string }> {
  const env = {
    ZHAOFA_HOME: log.home,
    DATABASE_URL_APP: log.database.urls.app,
    DATABASE_URL: log.database.urls.owner,
    DATABASE_URL_PORTAL: log.database.urls.portal,
    PORTAL_PUBLIC_URL: 'https://gs.example',
    LOG_LEVEL: 'silent',
  }
  const { code, stdout, stderr } = await runZhaofa(['log', 'reconcile', ...args, '--json'], env)
  return { code, data: stdout === '' ? {} : JSON.parse(stdout), stderr }
}
const decide = (choice: string) => reconcile('--choose', choice, '--by', '石主任', '--reason', '磁盘损坏，恢复昨夜备份')

/** Everything above a size is as if it had never been in the database: an old backup. */
async function restoreTo(size: number): Promise<void> {
  await log.database.owner.query({
    text: `DELETE FROM app.log_checkpoints WHERE size > ${size};
      CREATE TEMP TABLE gone AS SELECT leaf_id FROM app.log_entries WHERE index >= ${size};
      DELETE FROM app.log_entries WHERE index >= ${size};
      DELETE FROM app.leaves WHERE id IN (SELECT leaf_id FROM gone ORDER BY 1 DESC LIMIT (SELECT count(*) - 2 FROM gone)); DROP TABLE gone`,
  })
}

async function choices(): Promise<Record<string, boolean>> {
  const { data } = await reconcile()
  return Object.fromEntries(
    (data.choices as { choice: string; isOpen: boolean }[]).map(({ choice, isOpen }) => [choice, isOpen]),
  )
}

test('after an old backup the log goes on from what was published: nothing published changes, what is lost is named, receipts stay good', async () => {
  start()
  const [first = ''] = await insertLeaves(log.database.app, 20)
  await reach(20)
  await insertLeaves(log.database.app, 300)
  await reach(320)
  const receipt = (await receiptOf(log.context as never, 'event', first))?.text ?? ''
  await stop()
  cpSync(log.folder, join(log.home, 'before'), { recursive: true })
  await restoreTo(20)
  await insertLeaves(log.database.app, 3)
  const explained = await reconcile()
  expect(explained.data).toMatchObject({
    problem: { code: 'old-database' },
    database: { size: 20 },
    published: { size: 320 },
    choices: [
      { choice: 'continue', isOpen: true },
      { choice: 'new-log', isOpen: true },
    ],
  })
  const missing = explained.data.missing as { index: number; isFound: boolean }[]
  expect([missing.length, missing.filter(({ isFound }) => isFound).length]).toEqual([300, 2])
  expect(published()).toBe(readFileSync(join(log.home, 'before/log/checkpoint'), 'utf8'))
  expect(await decide('continue')).toMatchObject({
    code: 0,
    data: { choice: 'continue', fromSize: 20, toSize: 320, recovered: 2 },
  })
  start()
  // Three new ones and the decision itself.
  await reach(324)
  await stop()
  expect(readFileSync(join(log.folder, 'log/tile/0/000'))).toEqual(
    readFileSync(join(log.home, 'before/log/tile/0/000')),
  )
  const vkeys = published('vkey').trim().split('\n')
  expect(verifyReceipt({ digest: nodeDigest, verifySignature: verifyEd25519, vkeys, receipt }).ok).toBe(true)
  const verified = await runZhaofa(['verify', 'log', join(log.folder, 'log'), '--json'], {})
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, size: 324 })
  const { rows } = await log.database.app.query({
    text: `SELECT name, detail ->> 'reason' AS reason FROM app.audit_entries WHERE name = 'log-resumed'`,
  })
  expect(rows).toEqual([{ name: 'log-resumed', reason: '磁盘损坏，恢复昨夜备份' }])
  // What the decision says is lost is no finding; anything beside it is.
  const scrub = async () =>
    (await scrubLog({ ...log.context, blobs: blobs() } as never, () => undefined)).findings.filter(
      ({ kind }) => kind !== 'event',
    )
  expect(await scrub()).toEqual([])
  await log.database.owner.query({ text: `UPDATE app.log_decisions SET to_size = 100` })
  expect((await scrub()).map(({ kind }) => kind)).toContain('reconciliation')
})

const blobs = () => ({ ...log.context.blobs, verify: async () => 'sound' })

test('a fork cannot be gone on with: only a new log under a new name and key, and the old one stays where it was', async () => {
  start()
  const [first = ''] = await insertLeaves(log.database.app, 5)
  await reach(5)
  const receipt = (await receiptOf(log.context as never, 'event', first))?.text ?? ''
  await stop()
  const other = await testLog()
  try {
    await insertLeaves(other.database.app, 7)
    cpSync(join(log.home, 'secrets'), join(other.home, 'secrets'), { recursive: true })
    const second = runSequencer(other.context, FAST)
    await eventually(async () => existsSync(join(other.folder, 'log/checkpoint')))
    await second.close()
    rmSync(log.folder, { recursive: true })
    cpSync(other.folder, log.folder, { recursive: true })
  } finally {
    await other.close()
  }
  expect(await choices()).toEqual({ continue: false, 'new-log': true })
  expect((await decide('continue')).code).toBe(1)
  const old = published()
  expect(await decide('new-log')).toMatchObject({ code: 0, data: { origin: 'gs.example/log/2', epoch: 1 } })
  start()
  await eventually(async () => sizeIn(published('2/checkpoint')) === 6)
  await stop()
  expect(published()).toBe(old)
  expect(published('2/checkpoint')).toMatch(/^gs\.example\/log\/2\n6\n/)
  const vkeys = published('vkey').trim().split('\n')
  expect(vkeys.map((line) => line.split('+')[0])).toEqual(['gs.example/log/2', 'gs.example/log'])
  const judge = (text: string) =>
    verifyReceipt({ digest: nodeDigest, verifySignature: verifyEd25519, vkeys, receipt: text })
  expect(judge(receipt).ok).toBe(true)
  expect(judge((await receiptOf(log.context as never, 'event', first))?.text ?? '').facts?.checkpoint.origin).toBe(
    'gs.example/log/2',
  )
  const verified = await runZhaofa(['verify', 'log', join(log.folder, 'log/2'), '--json'], {})
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, size: 6, origin: 'gs.example/log/2' })
  await expectEarlierScrubbed()
})

const scrubbed = async () =>
  (await scrubLog({ ...log.context, blobs: blobs() } as never, () => undefined)).findings
    .filter(({ kind }) => kind !== 'event')
    .map(({ kind, name }) => `${kind} ${name}`)

/** The log before the new one is compared as well: its rows with their signatures, its files with theirs. */
async function expectEarlierScrubbed(): Promise<void> {
  expect(await scrubbed()).toEqual([])
  const changed = async (change: string, back: string) => {
    await log.database.owner.query({ text: change })
    const found = await scrubbed()
    await log.database.owner.query({ text: back })
    return found
  }
  const flip = (column: string) => `set_bit(${column}, 3, 1 - get_bit(${column}, 3))`
  const entry = `UPDATE app.log_entries SET entry_hash = ${flip('entry_hash')} WHERE epoch = 0 AND index = 2`
  expect(await changed(entry, entry)).toEqual(['entry 2', 'checkpoint 5'])
  const gone =
    'CREATE TABLE public.gone AS SELECT * FROM app.log_entries WHERE epoch = 0 AND index = 4; DELETE FROM app.log_entries WHERE epoch = 0 AND index = 4'
  const back = 'INSERT INTO app.log_entries SELECT * FROM public.gone; DROP TABLE public.gone'
  expect(await changed(gone, back)).toEqual(['entry 4', 'checkpoint 5'])
  const root = `UPDATE app.log_checkpoints SET root = ${flip('root')} WHERE epoch = 0`
  expect(await changed(root, root)).toEqual(['checkpoint 5'])
  for (const [file, named] of [
    ['tile/0/000.p/7', ['tile log/tile/0/000.p/7']],
    ['tile/entries/000.p/7', ['bundle log/tile/entries/000.p/7']],
    ['checkpoint', ['checkpoint log/checkpoint']],
  ] as const) {
    const path = join(log.folder, 'log', file)
    const bytes = readFileSync(path)
    writeFileSync(path, Buffer.from(bytes.map((byte, at) => (at === 20 ? byte ^ 4 : byte))))
    expect(await scrubbed(), file).toEqual(named)
    writeFileSync(path, bytes)
  }
  expect(await scrubbed()).toEqual([])
}

test('a database put back from a dump, whose transactions count anew, goes on with the same log', async () => {
  start()
  await insertLeaves(log.database.app, 10)
  await reach(10)
  await stop()
  // Rows of a cluster that was far ahead: numbered ones and two that wait.
  await log.database.owner.query({ text: `UPDATE app.leaves SET xid = ((xid::text)::bigint + 1000000000)::text::xid8` })
  await insertLeaves(log.database.app, 2)
  await log.database.owner.query({
    text: `UPDATE app.leaves SET xid = '900000000' WHERE id = (SELECT max(id) FROM app.leaves)`,
  })
  expect((await reconcile()).data).toMatchObject({
    problem: { code: 'foreign-rows' },
    missing: [],
    choices: [{ choice: 'continue', isOpen: true }, {}],
  })
  expect((await decide('continue')).code).toBe(0)
  start()
  await reach(13)
  await insertLeaves(log.database.app, 4)
  await reach(17)
  await stop()
  expect((await reconcile()).data).toMatchObject({ choices: [{ isOpen: false }, { isOpen: false }] })
})

test('without a decision nothing changes, and a log that signs needs none', async () => {
  start()
  await insertLeaves(log.database.app, 3)
  await reach(3)
  expect(await choices()).toEqual({ continue: false, 'new-log': false })
  await stop()
  const refused = await decide('new-log')
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('不需要另起')
  expect((await reconcile('--choose', 'continue')).code).toBe(2)
  const { rowCount } = await log.database.app.query({ text: 'SELECT FROM app.log_decisions' })
  expect(rowCount).toBe(0)
})
