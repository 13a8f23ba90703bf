import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually, insertLeaves, logContext, type TestLog, testLog } from '../../../tests/support/record-log.ts'
import { type TestAuthority, testAuthority } from '../../../tests/support/test-authority.ts'
import { runZhaofa } from '../../../tests/support/zhaofa.ts'
import { readHead } from './log-rows.ts'
import { readLogStatus } from './log-status.ts'
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

function start(): void {
  const context = { ...log.context, config: logContext(log.database.app, log.home, { LOG_TSA: authority.url }).config }
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
  expect(JSON.parse(verified.stdout).proved.join()).toMatch(/前 5 条至迟在北京时间 .*“Test Time Authority”/)
  // The stamp of another checkpoint in its place is refused.
  await log.context.blobs.named.replace({ name: 'log/timestamps/5.tst', bytes: Buffer.from('nothing') })
  const broken = await runZhaofa(['verify', 'log', folder, '--json'], {})
  expect(JSON.parse(broken.stdout)).toMatchObject({ ok: false, problems: [expect.stringContaining('时间戳')] })
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
