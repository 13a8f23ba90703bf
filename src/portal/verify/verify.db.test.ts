import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '#server/clock.ts'
import { openLog } from '#server/log.ts'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { type MadeLog, makeLog } from '../../../tests/support/made-log.ts'
import { fillPublished, PUBLISHED } from '../../../tests/support/published-rows.ts'
import { buildPortal } from '../build-portal.ts'

const DOCUMENT_ID = '01930000-0000-7000-a000-000000000001'
const KEY = 'Zm9vYmFyYmF6cXV4cXV1eA'
const content = new TextEncoder().encode('%PDF-1.7 这是一份决定书')
const sha256 = hash('sha256', content, 'hex')
let database: TestDatabase
let portal: FastifyInstance
let log: MadeLog
let receipt: string

beforeAll(async () => {
  database = await testDatabase()
  await fillPublished(database.app)
  log = await makeLog([
    { kind: 'event', subject: 'event:1', content: new Uint8Array(3) },
    { kind: 'document', subject: `document:${DOCUMENT_ID}`, content },
  ])
  receipt = await log.receiptOf(1)
  await database.app.query({
    text: `INSERT INTO published.receipts (decision_id, document_id, receipt, index, signed_at, file_sha256, file_size)
      VALUES ($1, $2, $3, 1, now(), $4, $5)`,
    values: [PUBLISHED[0]?.id, DOCUMENT_ID, receipt, sha256, content.length],
  })
  await database.app.query({
    text: `INSERT INTO published.document_keys (key, document_id, title, number, agency_name, issued_on)
      VALUES ($1, $2, '行政处罚决定书', '青市监罚决〔2026〕131号', '南屏市青石区市场监督管理局', '2026-11-12')`,
    values: [KEY, DOCUMENT_ID],
  })
  portal = await buildPortal({
    config: { host: '127.0.0.1', portalPort: 0, portalPublicUrl: '' },
    db: database.portal,
    files: { read: async (name) => log.files.get(name.replace(/^log\//, '')) },
    clock: fixedClock('2026-11-21T02:00:00Z'),
    log: openLog('silent'),
  })
})
afterAll(async () => {
  await portal.close()
  await database.drop()
})

type Given = { receipt?: string | Uint8Array; document?: Uint8Array; key?: string }

async function hand({ receipt: proof, document, key }: Given) {
  const form = new FormData()
  if (proof !== undefined) form.set('receipt', new Blob([proof as BlobPart]), '回执.tlog-proof')
  if (document !== undefined) form.set('document', new Blob([document as BlobPart]), '决定书.pdf')
  if (key !== undefined) form.set('key', key)
  const sent = new Response(form)
  const payload = Buffer.from(await sent.arrayBuffer())
  return portal.inject({
    method: 'POST',
    url: '/verify',
    payload,
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  })
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const other = bytes.slice()
  other[at] = (other[at] ?? 0) ^ 1
  return other
}

describe('the verify page', () => {
  it('accepts receipt and document of this log, and leads to the decision', async () => {
    const { statusCode, body, headers } = await hand({ receipt, document: content })
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
    for (const words of ['核验通过', '逐字节相同', '第 2 条', '没有证明', `/decisions/${PUBLISHED[0]?.id}`])
      expect(body).toContain(words)
  })

  it('a receipt alone is accepted, and it is said that no document was compared', async () => {
    const { body } = await hand({ receipt })
    expect(body).toContain('核验通过')
    expect(body).toContain('没有核对它的内容')
  })

  it('a document alone is found by its digest; one flipped byte is not', async () => {
    expect((await hand({ document: content })).body).toContain(`/decisions/${PUBLISHED[0]?.id}`)
    expect((await hand({ document: flipped(content, 3) })).body).toContain('没有通过核验')
  })

  it('one flipped byte of the document or anywhere in the receipt is refused', async () => {
    expect((await hand({ receipt, document: flipped(content, 0) })).body).toContain('没有通过核验')
    const bytes = new TextEncoder().encode(receipt)
    for (let at = 0; at < bytes.length; at += 41) {
      const { statusCode, body } = await hand({ receipt: flipped(bytes, at), document: content })
      expect([at, statusCode, body.includes('没有通过核验')]).toEqual([at, 200, true])
    }
  })

  it('receipts of another log, of the wrong document, cut, empty or no receipt at all are refused with a sentence', async () => {
    const other = await makeLog([{ kind: 'document', subject: 'document:x', content }], 'elsewhere.example/log')
    for (const proof of [
      await other.receiptOf(0),
      await log.receiptOf(0),
      receipt.slice(0, 200),
      `${receipt}x`,
      '<script>',
      '\0\0',
      new Uint8Array(1000).fill(255),
    ]) {
      const { statusCode, body } = await hand({ receipt: proof, document: content })
      expect([statusCode, body.includes('没有通过核验')]).toEqual([200, true])
      expect(body).not.toContain('<script>')
    }
  })

  it('nothing chosen, a form that is none and another type are told so', async () => {
    expect((await hand({})).body).toContain('还没有选择文件')
    expect((await hand({ receipt: '' })).statusCode).toBe(400)
    const broken = await portal.inject({
      method: 'POST',
      url: '/verify',
      payload: 'x',
      headers: { 'content-type': 'multipart/form-data' },
    })
    expect([broken.statusCode, broken.body.includes('表单不完整')]).toEqual([400, true])
    const json = await portal.inject({
      method: 'POST',
      url: '/verify',
      payload: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(json.statusCode).toBe(400)
    const text = await portal.inject({
      method: 'POST',
      url: '/verify',
      payload: 'x',
      headers: { 'content-type': 'image/png' },
    })
    expect([text.statusCode, text.body.includes('送来的不是表单')]).toEqual([415, true])
  })

  it('a receipt above 1 MiB and a document above 30 MiB are refused with a sentence', async () => {
    const long = await hand({ receipt: new Uint8Array(1024 * 1024 + 1) })
    const large = await hand({ document: new Uint8Array(30 * 1024 * 1024 + 1) })
    for (const { statusCode, body } of [long, large])
      expect([statusCode, body.includes('文件太大')]).toEqual([413, true])
  })

  it('50 MB are read to their end without being kept, and answered with a sentence', async () => {
    const address = await portal.listen({ host: '127.0.0.1', port: 0 })
    const before = process.memoryUsage().rss
    const form = new FormData()
    form.set('receipt', new Blob([new Uint8Array(50_000_000)]), 'x')
    const answer = await fetch(`${address}/verify`, { method: 'POST', body: form })
    expect([answer.status, (await answer.text()).includes('文件太大')]).toEqual([413, true])
    // The sender is this process, too, and holds them once.
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(250)
  })

  it('the key of a QR code tells which document it is, whether it stands, and compares its file', async () => {
    const { statusCode, body } = await portal.inject(`/verify/${KEY}`)
    expect(statusCode).toBe(200)
    for (const words of ['现在有效', '青市监罚决〔2026〕131号', '公示中', `value="${KEY}"`])
      expect(body).toContain(words)
    expect((await hand({ document: content, key: KEY })).body).toContain('核验通过')
    expect((await hand({ document: flipped(content, 5), key: KEY })).body).toContain('不是同一份')
    await database.app.query({ text: `UPDATE published.document_keys SET status = 'void', reason = '文号有误'` })
    expect((await portal.inject(`/verify/${KEY}`)).body).toContain('已经作废')
    expect((await hand({ document: content, key: KEY })).body).toContain('没有通过核验')
  })

  it.each(['x', 'Zm9vYmFyYmF6cXV4cXV1eB', '..%2f..', "'", '%00'])('the key %s leads to a sentence', async (key) => {
    const { statusCode, body } = await portal.inject(`/verify/${key}`)
    expect([statusCode, body.includes('没有这个二维码')]).toEqual([404, true])
  })
})
