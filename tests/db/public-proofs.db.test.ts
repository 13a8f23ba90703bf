import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { serveLog } from '#portal/log-routes.ts'
import { serveProofs } from '#portal/proof-routes.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { publishDue } from '#server/features/disclosure/publish-due.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { newId } from '#server/ids.ts'
import { sha256, verifyEd25519 } from '#server/record-log/ed25519.ts'
import { runSequencer } from '#server/record-log/sequencer.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { documentFixture } from '../support/document-fixtures.ts'
import { eventually } from '../support/record-log.ts'

let desk: TestDesk
let portal: FastifyInstance
let firm: Published
let trader: Published
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  const { blobs, config, clock, log } = desk.context
  portal = fastify()
  const ctx = { config, db: desk.database.portal, files: blobs.named, clock, log }
  serveLog(portal, ctx)
  serveProofs(portal, ctx)
  firm = await publishDecision('organisation')
  trader = await publishDecision('person')
  const sequencer = runSequencer(desk.context, { pollMs: 20 })
  await eventually(async () => {
    await publishDue(desk.context, PROCEDURES)
    return (await get(`/decisions/${trader.id}/receipt`)).statusCode === 200
  })
  await sequencer.close()
})
afterAll(async () => {
  await portal.close()
  await desk.close()
})

type Published = { readonly id: string; readonly documentId: string }

/** A decision that is public already, with its sealed file. */
async function publishDecision(kind: 'organisation' | 'person'): Promise<Published> {
  const { db } = desk.context
  const [id, caseId, documentId] = [newId(), newId(), newId()]
  const { rows } = await db.query<{ agency: string; unit: string }>({
    text: 'SELECT agency_id AS agency, id AS unit FROM app.units LIMIT 1',
  })
  const [{ agency, unit } = { agency: '', unit: '' }] = rows
  await db.query({
    text: `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, stage, version, state,
        opened_on, updated_at, party_name, waits_for, returned_to)
      VALUES ($1, $2, $3, 'penalty-ordinary', '2021-07-15', '案', 'closed', 1, $4, '2026-06-01', now(), '', '{}', '{}')`,
    values: [caseId, agency, unit, JSON.stringify({ parties: [{ kind }] })],
  })
  await db.query({
    text: `INSERT INTO app.documents (id, case_id, code, agency_id, issued_on, data)
      VALUES ($1, $2, 'penalty-decision', $3, '2026-06-01', $4)`,
    values: [documentId, caseId, agency, JSON.stringify(documentFixture('penalty-decision'))],
  })
  await typesetIssued(desk.context, documentId)
  await db.query({
    text: `INSERT INTO app.disclosures (id, case_id, document_id, agency_id, due_on, state, record, published_at)
      VALUES ($1, $2, $3, $4, '2026-06-10', 'published', '{}', now())`,
    values: [id, caseId, documentId, agency],
  })
  await db.query({
    text: `INSERT INTO published.decisions (id, status, title, kind, agency_name, party_name, number, decided_on, published_at, body)
      VALUES ($1, 'published', '某案', '行政处罚', '南屏市青石区市场监督管理局', '', $2, '2026-06-01', now(), '{}')`,
    values: [id, `青市监罚决〔2026〕${documentId.slice(-6)}号`],
  })
  return { id, documentId }
}

const get = (url: string) => portal.inject({ method: 'GET', url })

async function verdict(receipt: string, content: Uint8Array) {
  const vkeys = (await get('/log/vkey')).body.trim().split('\n')
  return verifyReceipt({ digest: sha256, verifySignature: verifyEd25519, vkeys, receipt, content })
}

test('the portal gives receipt and original of a decision, and they hold by the published key alone', async () => {
  const [receipt, document] = [await get(`/decisions/${firm.id}/receipt`), await get(`/decisions/${firm.id}/document`)]
  expect(document.headers['content-type']).toBe('application/pdf')
  expect(receipt.headers['content-disposition']).toContain('.tlog-proof')
  const told = await verdict(receipt.body, document.rawPayload)
  expect(told).toMatchObject({ ok: true, facts: { leaf: { subject: `document:${firm.documentId}` } } })
  const flipped = Buffer.from(document.rawPayload)
  flipped[1000] = (flipped[1000] ?? 0) ^ 1
  expect((await verdict(receipt.body, flipped)).ok).toBe(false)
})

test('where a person is a party the receipt is public and the original is not', async () => {
  expect((await get(`/decisions/${trader.id}/receipt`)).statusCode).toBe(200)
  expect((await get(`/decisions/${trader.id}/document`)).statusCode).toBe(404)
  expect(await desk.context.blobs.named.read(`decisions/${trader.id}.pdf`)).toBeUndefined()
})

test('an original that was changed behind the back is not handed out', async () => {
  const name = `decisions/${firm.id}.pdf`
  const kept = await desk.context.blobs.named.read(name)
  await desk.context.blobs.named.replace({ name, bytes: Buffer.from('%PDF-1.7 something else') })
  expect((await get(`/decisions/${firm.id}/document`)).statusCode).toBe(404)
  await desk.context.blobs.named.replace({ name, bytes: kept ?? Buffer.of() })
  expect((await get(`/decisions/${firm.id}/document`)).statusCode).toBe(200)
})

describe('the log under /log/', () => {
  test('is read as C2SP tlog-tiles: the head is asked for each time', async () => {
    const head = await get('/log/checkpoint')
    expect([head.statusCode, head.headers['cache-control']]).toEqual([200, 'no-cache'])
    const size = Number(head.body.split('\n')[1])
    expect(size).toBeGreaterThan(1)
    for (const level of ['0', 'entries']) {
      const tile = await get(`/log/tile/${level}/000.p/${size}`)
      expect([tile.statusCode, tile.headers['content-type']]).toEqual([200, 'application/octet-stream'])
    }
  })

  test('keeps whole tiles for good in every cache', async () => {
    await desk.context.blobs.named.replace({ name: 'log/tile/0/x001/234', bytes: Buffer.alloc(8192) })
    const tile = await get('/log/tile/0/x001/234')
    expect([tile.statusCode, tile.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  test.each([
    '/log/tile/0/000.p/0',
    '/log/tile/0/000.p/256',
    '/log/tile/0/000.p/999',
    '/log/tile/64/000',
    '/log/tile/0/0',
    '/log/tile/..%2f..%2f..%2fsecrets/log-key',
    '/log/tile/0/%00',
    '/log/tile/entries/x999/x999/x999/x999/x999/x999/999',
    `/log/tile/0/${'x001/'.repeat(300)}001`,
    '/log/secrets',
    '/decisions/..%2f..%2fsecrets%2flog-key/document',
    `/decisions/${newId()}/receipt`,
    '/decisions/%E2%80%8B/receipt',
  ])('%s is not there', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })
})

test('a withdrawn decision takes receipt and original with it', async () => {
  await desk.database.owner.query({
    text: `UPDATE app.documents SET voided_at = now(), void_reason = '决定书内容有误' WHERE id = $1`,
    values: [firm.documentId],
  })
  await publishDue(desk.context, PROCEDURES)
  for (const part of ['receipt', 'document']) {
    expect((await get(`/decisions/${firm.id}/${part}`)).statusCode).toBe(404)
  }
  expect(await desk.context.blobs.named.read(`decisions/${firm.id}.pdf`)).toBeUndefined()
  await publishDue(desk.context, PROCEDURES)
  expect((await get(`/decisions/${firm.id}/receipt`)).statusCode).toBe(404)
})

test('the portal role reads receipts and changes none', async () => {
  const { portal: role } = desk.database
  for (const text of ['DELETE FROM published.receipts', 'UPDATE published.receipts SET index = 0']) {
    await expect(role.query({ text })).rejects.toThrow('permission denied')
  }
  await expect(role.query({ text: 'SELECT salt FROM app.leaves' })).rejects.toThrow('permission denied')
})
