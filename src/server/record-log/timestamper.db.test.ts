import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually, insertLeaves, logContext, type TestLog, testLog } from '../../../tests/support/record-log.ts'
import { stampingChains } from '../../../tests/support/stamping-chains.ts'
import { type TestAuthority, testAuthority } from '../../../tests/support/test-authority.ts'
import { runZhaofa } from '../../../tests/support/zhaofa.ts'
import { readHead } from './log-rows.ts'
import { readLogStatus } from './log-status.ts'
import { scrubLog } from './scrub-log.ts'
import { runSequencer, type Sequencer } from './sequencer.ts'
import { readNewestStamp } from './timestamp-rows.ts'

let authority: TestAuthority
let log: TestLog
let running: Sequencer | undefined
beforeAll(async () => {
  authority = await testAuthority()
})
afterAll(() => authority.close())
beforeEach(async () => {
  log = await testLog()
  authority.lie = 'none'
})
afterEach(async () => {
  await running?.close()
  await log.close()
})

const configWith = (env: Record<string, string>) => logContext(log.database.app, log.home, env).config

function start(env: Record<string, string> = {}): void {
  const context = { ...log.context, config: configWith({ LOG_TSA: authority.url, ...env }) }
  running = runSequencer(context, { pollMs: 20, besideMs: 20 })
}

test('a checkpoint is stamped, once a day, and status, verifier and folder show it', async () => {
  await insertLeaves(log.database.app, 5)
  start()
  await eventually(async () => (await readNewestStamp(log.database.app))?.size === 5)
  await insertLeaves(log.database.app, 5)
  await eventually(async () => (await readHead(log.database.app))?.size === 10)
  await running?.close()
  expect((await readNewestStamp(log.database.app))?.size).toBe(5)
  expect((await readLogStatus(log.context as never)).timestamp).toMatchObject({
    size: 5,
    signer: 'Test Time Authority',
    problem: undefined,
  })
  const folder = join(log.folder, 'log')
  const verified = await runZhaofa(['verify', 'log', folder, '--json'], {})
  const unjudged = JSON.parse(verified.stdout)
  expect(unjudged.proved.join()).toMatch(/前 5 条至迟在北京时间 .*“Test Time Authority”/)
  expect(unjudged.notProved.join()).toContain('没有给出信任的根证书，证书链没有判断')
  const judged = await verifyWith(folder, authority.authorityFile)
  expect([judged.ok, judged.proved.join()]).toEqual([true, expect.stringContaining('信任的根证书“Test CA”')])
  const chains = stampingChains()
  try {
    const stranger = await verifyWith(folder, chains.stranger)
    expect([stranger.ok, stranger.problems.join()]).toEqual([
      false,
      expect.stringContaining('没有接到任何一个信任的根'),
    ])
    expect(await stampsScrubbed({})).toEqual([[], false])
    expect(await stampsScrubbed({ LOG_TSA_ANCHORS: authority.authorityFile })).toEqual([[], true])
    expect(await stampsScrubbed({ LOG_TSA_ANCHORS: chains.stranger })).toEqual([['timestamp 5'], true])
  } finally {
    chains.close()
  }
  // The stamp of another checkpoint in its place is refused.
  await log.context.blobs.named.replace({ name: 'log/timestamps/5.tst', bytes: Buffer.from('nothing') })
  const broken = await runZhaofa(['verify', 'log', folder, '--json'], {})
  expect(JSON.parse(broken.stdout)).toMatchObject({ ok: false, problems: [expect.stringContaining('时间戳')] })
})

async function verifyWith(folder: string, anchors: string) {
  const { stdout } = await runZhaofa(['verify', 'log', folder, '--tsa-anchors', anchors, '--json'], {})
  return JSON.parse(stdout) as { ok: boolean; proved: string[]; problems: string[] }
}

/** What the full comparison says of time stamps, and whether it asked whose they are. */
async function stampsScrubbed(env: Record<string, string>): Promise<[string[], boolean]> {
  const blobs = { ...log.context.blobs, verify: async () => 'sound' }
  const report = await scrubLog({ ...log.context, blobs, config: configWith(env) } as never, () => undefined)
  const named = report.findings.filter(({ kind }) => kind === 'timestamp').map(({ kind, name }) => `${kind} ${name}`)
  return [named, report.stamps.isChainJudged]
}

test('a stamp of an authority that the office does not trust is not kept', async () => {
  const chains = stampingChains()
  try {
    const before = authority.asked
    await insertLeaves(log.database.app, 5)
    start({ LOG_TSA_ANCHORS: chains.stranger })
    await eventually(async () => authority.asked > before)
    await insertLeaves(log.database.app, 1)
    await eventually(async () => (await readHead(log.database.app))?.size === 6)
    await running?.close()
    expect(await readNewestStamp(log.database.app)).toBeUndefined()
  } finally {
    chains.close()
  }
})

test('an authority that lies or is away stops nothing, and nothing of it is kept', async () => {
  authority.lie = 'other-digest'
  const before = authority.asked
  await insertLeaves(log.database.app, 5)
  start()
  await eventually(async () => (await readHead(log.database.app))?.size === 5)
  await eventually(async () => authority.asked > before)
  await insertLeaves(log.database.app, 5)
  await eventually(async () => (await readHead(log.database.app))?.size === 10)
  await running?.close()
  expect(await readNewestStamp(log.database.app)).toBeUndefined()
  expect(log.problems()).toEqual([])
})
