import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { digest, verifySignature } from '#verifier/cryptography.ts'
import { verifySm2 } from '#verifier/sm2.ts'
import { eventually, insertLeaves, type TestLog, testLog } from '../../../tests/support/record-log.ts'
import { readHead } from './log-rows.ts'
import { receiptOf } from './receipt-of.ts'
import { runSequencer } from './sequencer.ts'

let log: TestLog
let subject: string
beforeAll(async () => {
  log = await testLog({ LOG_SM2: '1' })
  ;[subject = ''] = await insertLeaves(log.database.app, 3)
  const sequencer = runSequencer(log.context, { pollMs: 20 })
  await eventually(async () => (await readHead(log.database.app))?.size === 3)
  await sequencer.close()
})
afterAll(() => log.close())

test('a checkpoint is signed with Ed25519 and with SM2, and a receipt is good by either key', async () => {
  const lines = readFileSync(join(log.folder, 'log/vkey'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(2)
  const receipt = (await receiptOf(log.context as never, 'event', subject))?.text ?? ''
  expect([...receipt.matchAll(/^— gs\.example\/log /gm)]).toHaveLength(2)
  const judge = (vkeys: readonly string[], text = receipt, sm2 = true) =>
    verifyReceipt({ digest, verifySignature, ...(sm2 && { verifySm2 }), vkeys, receipt: text })
  for (const vkeys of [lines, [lines[0] ?? ''], [lines[1] ?? '']]) expect(judge(vkeys).problems).toEqual([])
  expect(judge(lines).facts?.signedBy.split('、')).toHaveLength(2)
  // Who cannot verify SM2 passes the line over and stands on the other.
  expect(judge(lines, receipt, false).ok).toBe(true)
  expect(judge([lines[1] ?? ''], receipt, false).ok).toBe(false)
})

test('a changed SM2 line refuses the receipt where its key is known', async () => {
  const lines = readFileSync(join(log.folder, 'log/vkey'), 'utf8').trim().split('\n')
  const receipt = (await receiptOf(log.context as never, 'event', subject))?.text ?? ''
  const [line = ''] = receipt.match(/^— .*$/gm)?.slice(-1) ?? []
  const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64')
  bytes[20] = (bytes[20] ?? 0) ^ 1
  const altered = receipt.replace(line, `— gs.example/log ${bytes.toString('base64')}`)
  const verdict = verifyReceipt({ digest, verifySignature, verifySm2, vkeys: lines, receipt: altered })
  expect(verdict.problems).toEqual([expect.stringContaining('签名与内容不符')])
})

test('its key lies beside the other, readable by its owner alone', () => {
  expect(statSync(join(log.home, 'secrets/log-key-sm2')).mode & 0o777).toBe(0o600)
})
