import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { formatVkey, type Vkey } from '#domain/record-log/vkey.ts'
import { digest, verifySignature } from '#verifier/cryptography.ts'
import { eventually, insertLeaves, logContext, type TestLog, testLog } from '../../../tests/support/record-log.ts'
import { type TestWitness, testWitness } from '../../../tests/support/served-witness.ts'
import { readHead } from './log-rows.ts'
import { readLogStatus } from './log-status.ts'
import { receiptOf } from './receipt-of.ts'
import { runSequencer, type Sequencer, type SequencerContext } from './sequencer.ts'
import { makeLogKey } from './signing-key.ts'

const FAST = { pollMs: 20, retryMs: 50, besideMs: 20, patienceMs: 2000 }
let log: TestLog
let vkey: Vkey
let witnesses: TestWitness[] = []
let running: Sequencer[] = []

beforeEach(async () => {
  log = await testLog()
  const [own] = makeLogKey(log.context.config).vkeys
  if (!own) throw new Error('the log has a key')
  vkey = own
  witnesses = [await testWitness('sifa.example', [vkey]), await testWitness('gongzheng.example', [vkey])]
})
afterEach(async () => {
  await stop()
  for (const witness of witnesses) await witness.close()
  await log.close()
})

const contextWith = (lines: readonly string[], quorum: number, of: TestLog = log): SequencerContext => ({
  ...logContext(of.database.app, of.home, { LOG_WITNESSES: lines.join('; '), LOG_QUORUM: String(quorum) }),
  log: of.context.log,
})
const office = (quorum = 2, of: TestLog = log) =>
  contextWith(
    witnesses.map(({ line }) => line),
    quorum,
    of,
  )

function start(context: SequencerContext): void {
  running.push(runSequencer(context, FAST))
}
async function stop(): Promise<void> {
  await Promise.all(running.map((sequencer) => sequencer.close()))
  running = []
}

const published = (name = 'checkpoint'): string => {
  const file = join(log.folder, 'log', name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
const sizeIn = (note: string): number => Number(note.split('\n')[1] ?? 0)
const signersIn = (note: string): string[] => [...note.matchAll(/^— (\S+)/gm)].map(([, name]) => name ?? '').sort()
const cosignedTo = (size: number) => eventually(async () => sizeIn(published('checkpoint.cosigned')) === size)
const statusOf = (context: SequencerContext) => readLogStatus({ ...context, blobs: { ...context.blobs } } as never)

test('the published checkpoint carries the lines of all witnesses, and receipts are good by the published policy alone', async () => {
  start(office())
  const [subject = ''] = await insertLeaves(log.database.app, 300)
  await cosignedTo(300)
  await eventually(async () => signersIn(published()).length === 3)
  expect(signersIn(published())).toEqual(['gongzheng.example', 'gs.example/log', 'sifa.example'])
  const receipt = (await receiptOf(office() as never, 'event', subject)) ?? { text: '', isWitnessed: false }
  expect(receipt.isWitnessed).toBe(true)
  const judge = (text: string) =>
    verifyReceipt({ digest, verifySignature, vkeys: [], policy: published('policy'), receipt: text })
  expect(judge(receipt.text).proved.join()).toMatch(/2 家见证方会签.*至迟在北京时间/)
  const alone = receipt.text.replace(/— sifa.*\n/, '')
  expect(judge(alone).problems).toEqual([expect.stringMatching(/只有 gongzheng.example 会签，见证规则要求.*都会签/)])
  // The same witnesses go on from what they have signed.
  await insertLeaves(log.database.app, 5)
  await cosignedTo(305)
  expect(await statusOf(office())).toMatchObject({ cosignedSize: 305, problem: undefined })
})

test('a witness that is away stops nothing, and signs again when it is back', async () => {
  await witnesses[0]?.stop()
  start(office(1))
  await insertLeaves(log.database.app, 3)
  await cosignedTo(3)
  await insertLeaves(log.database.app, 4)
  await eventually(async () => sizeIn(published()) === 7)
  await witnesses[0]?.start()
  await eventually(async () => signersIn(published()).length === 3)
  expect(log.problems()).toEqual([])
})

test('database and files put back together from an old copy are known by the witness: nothing more is signed', async () => {
  start(office())
  await insertLeaves(log.database.app, 4)
  await cosignedTo(4)
  await stop()
  // The copy: another database with the same first leaves would do as well; here the newer rows are taken back.
  cpSync(log.folder, join(log.home, 'copy'), { recursive: true })
  start(office())
  await insertLeaves(log.database.app, 5)
  await cosignedTo(9)
  await stop()
  await log.database.owner.query({
    text: `DELETE FROM app.log_cosignatures WHERE size > 4; DELETE FROM app.log_checkpoints WHERE size > 4;
      DELETE FROM app.log_entries WHERE index >= 4; DELETE FROM app.leaves l WHERE NOT EXISTS (SELECT FROM app.log_entries e WHERE e.leaf_id = l.id)`,
  })
  rmSync(log.folder, { recursive: true })
  cpSync(join(log.home, 'copy'), log.folder, { recursive: true })
  await insertLeaves(log.database.app, 1)
  start(office())
  await eventually(async () => log.problems().length > 0)
  await stop()
  expect(log.problems()).toEqual(['witness'])
  expect((await readHead(log.database.app))?.size).toBe(4)
  expect((await statusOf(office())).problem).toMatch(/会签过到第 9 条，而本库只到第 4 条.*log reconcile/)
})

test('a second log under the same key and name is refused by the witness, and stops', async () => {
  start(office())
  await insertLeaves(log.database.app, 6)
  await cosignedTo(6)
  await stop()
  const second = await testLog()
  try {
    cpSync(join(log.home, 'secrets'), join(second.home, 'secrets'), { recursive: true })
    const forked = office(2, second)
    start(forked)
    await insertLeaves(second.database.app, 8)
    await eventually(async () => second.problems().includes('witness'))
    expect((await statusOf(forked)).problem).toMatch(/记录已经分叉.*log reconcile/)
    await stop()
  } finally {
    await second.close()
  }
})

describe('a witness that answers beside the protocol', () => {
  const answers: readonly [string, number, (body: string) => string][] = [
    ['with words', 200, () => 'gladly'],
    ['with a signature of somebody else', 200, (body) => `${body.slice(body.indexOf('— '))}`],
    ['with a fault', 500, () => ''],
    ['with a conflict that names no size', 409, () => 'elsewhere'],
    ['without end', 200, () => 'x'.repeat(3_000_000)],
  ]
  test.each(answers)('%s is as one that is away', async (_, status, answerTo) => {
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk)).on('end', () => response.writeHead(status).end(answerTo(body)))
    }).listen(0, '127.0.0.1')
    try {
      await eventually(async () => server.listening)
      const { port } = server.address() as AddressInfo
      const liar = `${witnesses[0]?.line.split(' ')[0]} http://127.0.0.1:${port}`
      start(contextWith([liar, witnesses[1]?.line ?? ''], 1))
      await insertLeaves(log.database.app, 3)
      await cosignedTo(3)
      expect(signersIn(published('checkpoint.cosigned'))).toEqual(['gongzheng.example', 'gs.example/log'])
      expect(log.problems()).toEqual([])
      await stop()
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})

test('the policy that is published names the log, its witnesses and the quorum, and no address', async () => {
  start(office(1))
  await eventually(async () => published('policy') !== '')
  expect(published('policy')).toBe(
    [
      `log ${formatVkey(vkey)}`,
      ...witnesses.map((witness) => `witness ${witness.vkey.name} ${formatVkey(witness.vkey)}`),
      'group witnesses 1 sifa.example gongzheng.example',
      'quorum witnesses',
      '',
    ].join('\n'),
  )
})
