import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentData } from '#domain/document/merge-data.ts'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import { openFolderStore } from '#server/blobs/folder-store.ts'
import { fixedClock } from '#server/clock.ts'
import { newId } from '#server/ids.ts'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { documentFixture } from '../../../../tests/support/document-fixtures.ts'
import { type Official, seedOfficials } from '../../../../tests/support/evidence-officials.ts'
import { shippedFontFolders } from './font-folders.ts'
import { nextNumber } from './next-number.ts'
import { type TypesetContext, typesetIssued } from './typeset-issued.ts'
import { openTypesetter } from './typesetter.ts'
import { voidDocument } from './void-document.ts'

let database: TestDatabase
let official: Official
let root: string
let blobs: BlobStore
let context: TypesetContext
const series = () => ({ agencyId: official.agencyId, word: '罚决', year: 2026 })

beforeAll(async () => {
  database = await testDatabase()
  official = (await seedOfficials(database.owner))[0]
  root = await mkdtemp(join(tmpdir(), 'zhaofa-documents-'))
  blobs = await openFolderStore(root)
  const typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
  context = { db: database.app, blobs, clock: fixedClock('2026-06-03T08:00:00+08:00'), typesetter }
})
afterAll(async () => {
  await context.typesetter.close()
  await blobs.close()
  await database.drop()
  await rm(root, { recursive: true, force: true })
})

/** Issues a decision as the app role does: number and row in one transaction. */
function issue(data: DocumentData = documentFixture('penalty-decision')): Promise<{ id: string; serial: number }> {
  return database.app.transaction(async (tx) => {
    const [id, serial] = [newId(), await nextNumber(tx, series())]
    await tx.query({
      text: `INSERT INTO app.documents (id, case_id, code, number, word, year, ordinal, agency_id, issued_on, data)
             VALUES ($1, $2, 'penalty-decision', $3, '罚决', 2026, $4, $5, '2026-06-03', $6)`,
      values: [id, official.caseId, `青罚决〔2026〕${serial}号`, serial, official.agencyId, JSON.stringify(data)],
    })
    return { id, serial }
  })
}

test('an issued document is kept as a PDF under its own digest, once, however often the job runs', async () => {
  const { id } = await issue()
  expect(await typesetIssued(context, id)).toBe('kept')
  expect(await typesetIssued(context, id)).toBe('known')
  const { rows } = await database.app.query<{ sha256: string; pages: number; size: number }>({
    text: 'SELECT sha256, pages, size FROM app.document_files WHERE document_id = $1',
    values: [id],
  })
  const [file] = rows
  const bytes = await buffer(blobs.openRange(file?.sha256 ?? ''))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256)
  expect([bytes.subarray(0, 5).toString(), bytes.length]).toEqual(['%PDF-', file?.size])
  expect(file?.pages).toBeGreaterThan(1)
})

test('two workers on the same document keep one file', async () => {
  const { id } = await issue()
  const outcomes = await Promise.all([typesetIssued(context, id), typesetIssued(context, id)])
  expect(outcomes.toSorted()).toEqual(['kept', 'known'])
})

test('with the file goes one leaf for the record log: the salted digest of the very bytes', async () => {
  const { id } = await issue()
  await Promise.all([typesetIssued(context, id), typesetIssued(context, id)])
  const { rows } = await database.app.query<{ sha256: string; salt: Buffer; digest: Buffer; caseId: string }>({
    text: `SELECT f.sha256, l.salt, l.digest, l.case_id AS "caseId" FROM app.document_files f
      JOIN app.leaves l ON l.kind = 'document' AND l.subject = 'document:' || f.document_id WHERE f.document_id = $1`,
    values: [id],
  })
  const [leaf] = rows
  const bytes = await buffer(blobs.openRange(leaf?.sha256 ?? ''))
  const salted = createHash('sha256')
    .update(leaf?.salt ?? '')
    .update(bytes)
    .digest()
  expect([rows.length, leaf?.digest, leaf?.caseId]).toEqual([1, salted, official.caseId])
})

test('a kept file is never replaced: the app role may not update or delete it', async () => {
  for (const text of ['UPDATE app.document_files SET pages = 9', 'DELETE FROM app.document_files'])
    await expect(database.app.query({ text })).rejects.toThrow('permission denied')
})

test('a voided document keeps its number, and the next document takes the one after it', async () => {
  const { id, serial } = await issue()
  const voided = { documentId: id, reason: '文书内容有误，重新制作', at: new Date('2026-06-04T01:00:00Z') }
  expect(await database.app.transaction((tx) => voidDocument(tx, voided))).toBe(true)
  expect(await database.app.transaction((tx) => voidDocument(tx, voided))).toBe(false)
  expect((await issue()).serial).toBe(serial + 1)
  const { rows } = await database.app.query<{ number: string; reason: string }>({
    text: 'SELECT number, void_reason AS reason FROM app.documents WHERE id = $1',
    values: [id],
  })
  expect(rows).toEqual([{ number: `青罚决〔2026〕${serial}号`, reason: voided.reason }])
})
