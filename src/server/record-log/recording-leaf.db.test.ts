import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordingContent } from '#domain/record-log/recording-content.ts'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import { newId } from '#server/ids.ts'
import { digest, verifySignature } from '#verifier/cryptography.ts'
import { type TestDesk, testDesk } from '../../../tests/support/desk.ts'
import { eventually } from '../../../tests/support/record-log.ts'
import { readHead } from './log-rows.ts'
import { receiptOf } from './receipt-of.ts'
import { findRecordingContent, keepRecordingLeaf } from './recording-leaf.ts'
import { scrubLog } from './scrub-log.ts'
import { runSequencer } from './sequencer.ts'
import { readLogKeys } from './signing-key.ts'

let desk: TestDesk
let recording: string

beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  recording = await store()
  const sequencer = runSequencer(desk.context, { pollMs: 20 })
  await eventually(async () => (await readHead(desk.context.db))?.size === 1)
  await sequencer.close()
})
afterAll(() => desk.close())

/** As the intake stores a recording: the row and its leaf in one transaction. */
async function store({ hasLeaf = true } = {}): Promise<string> {
  const { db, blobs } = desk.context
  const id = newId()
  const { sha256, sm3 } = await storeBytes(blobs, newId(), Buffer.from(`video ${id}`))
  const size = `video ${id}`.length
  const [capturedAt, storedAt] = ['2026-05-31T08:12:30.250Z', '2026-06-01T02:00:00.000Z']
  await db.transaction(async (tx) => {
    await tx.query({
      text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, $3, 'video/mp4', $4)`,
      values: [sha256, sm3, size, storedAt],
    })
    await tx.query({
      text: `INSERT INTO app.recordings (id, agency_id, sha256, medium, file_name, captured_at, source, stored_at)
        SELECT $1, id, $2, 'video', '现场.mp4', $3, 'docking-station', $4 FROM app.agencies LIMIT 1`,
      values: [id, sha256, capturedAt, storedAt],
    })
    const own = { recording: id, sha256, sm3, size, device: null, officer: null, capturedAt, storedAt }
    if (hasLeaf) await keepRecordingLeaf(tx, own)
  })
  return id
}

const found = async () => (await scrubLog(desk.context, () => undefined)).findings.map(({ sentence }) => sentence)

async function whileRow<T>(change: string, back: string, look: () => Promise<T>): Promise<T> {
  await desk.database.owner.query({ text: change })
  try {
    return await look()
  } finally {
    await desk.database.owner.query({ text: back })
  }
}

test('a recording has a receipt that proves its digest record to the letter', async () => {
  const content = await findRecordingContent(desk.context.db, recording)
  if (!content) throw new Error('the recording is there')
  const receipt = (await receiptOf(desk.context, 'recording', `recording:${recording}`))?.text ?? ''
  const vkeys = readLogKeys(desk.context.config).vkeys.map(formatVkey)
  const judge = (text: string) =>
    verifyReceipt({ digest, verifySignature, vkeys, receipt, content: new TextEncoder().encode(text) })
  expect(judge(recordingContent(content))).toMatchObject({ ok: true, facts: { leaf: { kind: 'recording' } } })
  expect(judge(recordingContent({ ...content, capturedAt: '2026-05-31T08:12:30.251Z' })).ok).toBe(false)
})

test('the full comparison names a recording whose time of capture was moved, and one that came in without a leaf', async () => {
  expect(await found()).toEqual([])
  const moved = await whileRow(
    `UPDATE app.recordings SET captured_at = captured_at - interval '1 day'`,
    `UPDATE app.recordings SET captured_at = captured_at + interval '1 day'`,
    found,
  )
  expect(moved).toEqual([`音像记录 recording:${recording}：登记的内容与存证时的摘要不符，已被改动。`])
  const stranger = await store({ hasLeaf: false })
  expect(await found()).toEqual([`音像记录 recording:${stranger}：没有对应的叶，不是由本系统写入的。`])
})
