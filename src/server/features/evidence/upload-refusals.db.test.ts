import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type EvidenceFixture,
  evidenceFixture,
  type Official,
  type RunningServer,
} from '../../../../tests/support/evidence-fixture.ts'
import { idOf, photo, sha256Of, type Uploads, uploadsOf } from '../../../../tests/support/evidence-uploads.ts'
import { lockedPdf, withTableAsStream } from '../../../../tests/support/locked-pdf.ts'
import { append, exchange, offsetOf, problemIn } from '../../../../tests/support/tus-exchange.ts'
import { takeFinishedUpload } from './take-finished-upload.ts'

let fixture: EvidenceFixture
let server: RunningServer
let mine: Official
let colleague: Official
let foreigner: Official
let uploads: Uploads

beforeAll(async () => {
  fixture = await evidenceFixture()
  server = await fixture.serve()
  ;[mine, colleague, foreigner] = fixture.officials
  uploads = uploadsOf(fixture, mine, () => server)
})

afterAll(async () => {
  await server?.close()
  await fixture?.drop()
})

describe('the right to upload', () => {
  it('ends at the agency: the case of another agency is not found', async () => {
    const reply = await uploads.open(100, { caseId: foreigner.caseId })
    expect(reply.status).toBe(404)
    expect(problemIn(reply).detail).toBe('没有这个案件，或者它不属于本机关。')
  })

  it('ends at the person: nobody asks for, goes on with or gives up the upload of another', async () => {
    const { url } = await uploads.open(1000)
    for (const { cookie } of [colleague, foreigner]) {
      expect(await offsetOf(url, cookie)).toBeUndefined()
      expect((await append({ url, cookie, at: 0, body: Buffer.alloc(10) }))?.status).toBe(404)
      expect((await exchange({ method: 'DELETE', url, cookie }))?.status).toBe(404)
    }
    expect(await offsetOf(url, mine.cookie)).toBe(0)
  })

  it('has no GET', async () => {
    const url = await uploads.whole(photo(800))
    expect((await exchange({ method: 'GET', url, cookie: mine.cookie }))?.status).toBe(404)
  })

  it('is taken into its own case by its owner, once', async () => {
    const bytes = photo(3000)
    const id = idOf(await uploads.whole(bytes))
    const take = (by: Official, caseId: string, upload = id) =>
      fixture.database.app.transaction((tx) => takeFinishedUpload(tx, upload, by, caseId))
    expect(await take(colleague, mine.caseId)).toMatchObject({ code: 'not-found' })
    expect(await take(mine, colleague.caseId)).toMatchObject({ code: 'not-found' })
    expect(await take(mine, mine.caseId)).toMatchObject({
      sha256: sha256Of(bytes),
      size: bytes.length,
      fileName: '现场.jpg',
    })
    expect(await take(mine, mine.caseId)).toMatchObject({
      code: 'conflict',
      detail: '文件“现场.jpg”已经加入本案，不必重复加入。',
    })
    const { url } = await uploads.open(10)
    expect(await take(mine, mine.caseId, idOf(url))).toMatchObject({
      detail: '文件“现场.jpg”还没有传完；请传完后再加入案件。',
    })
  })

  it('gives the application no way to change or remove a blob', async () => {
    const { app } = fixture.database
    await expect(app.query({ text: `UPDATE app.blobs SET size = 1` })).rejects.toThrow('permission denied')
    await expect(app.query({ text: 'DELETE FROM app.blobs' })).rejects.toThrow('permission denied')
    await expect(app.query({ text: 'DELETE FROM app.uploads' })).rejects.toThrow('permission denied')
    await expect(app.query({ text: 'UPDATE app.uploads SET owner_id = owner_id' })).rejects.toThrow('permission denied')
  })
})

describe('what cannot be uploaded', () => {
  it.each([
    [{ filename: '' }, '缺少文件名。'],
    [{ filename: '长'.repeat(201) }, '文件名太长（201 个字），最多 200 个字。'],
    [{ filename: '../现场.jpg' }, '文件名不能带有 /'],
    [{ filename: '现场\u202egpj.exe' }, '看不见的控制字符'],
    [{ filename: '现场\u0000.jpg' }, '看不见的控制字符'],
    [{ caseId: '一号案' }, '案件编号缺失或者格式不对'],
    [{ sha256: 'abc' }, 'SHA-256 摘要应当是 64 位十六进制数字。'],
  ])('%j gets a sentence', async (metadata, sentence) => {
    const reply = await uploads.open(100, metadata)
    expect(reply.status).toBe(422)
    expect(
      problemIn(reply)
        .errors?.map((error) => error.sentence)
        .join(),
    ).toContain(sentence)
  })

  it('an empty file, one that is too large and one that the disk cannot hold', async () => {
    expect(problemIn(await uploads.open(0)).detail).toContain('文件是空的')
    expect((await uploads.open(17 * 1024 ** 3)).status).toBe(413)
  })

  it.each([
    [{ 'tus-resumable': '' }, 400],
    [{ 'upload-length': '-1' }, 400],
    [{ 'upload-length': '1e3' }, 400],
    [{ 'upload-metadata': 'filename a b' }, 400],
  ])('a request that is not tus (%j)', async (headers, status) => {
    const url = `${server.origin}/api/uploads`
    const good = { 'upload-length': '10', 'upload-metadata': 'filename YQ==' }
    const reply = await exchange({
      method: 'POST',
      url,
      cookie: mine.cookie,
      headers: { ...good, ...headers },
      body: Buffer.alloc(0),
    })
    expect(reply?.status).toBe(status)
    expect(problemIn(reply)).toMatchObject({ status, code: 'malformed-request' })
  })

  it('a PDF with a password: nothing of it stays, and the sentence says what would be right', async () => {
    const before = await uploads.staged()
    for (const pdf of [lockedPdf(), withTableAsStream(lockedPdf())]) {
      const { url } = await uploads.open(pdf.length, { filename: '借阅的合同.pdf' })
      const reply = await append({ url, cookie: mine.cookie, at: 0, body: pdf })
      expect(reply?.status).toBe(422)
      expect(problemIn(reply).detail).toBe(
        'PDF 文件“借阅的合同.pdf”设了口令或者加了密，存进案卷以后别人打不开，没有存入。请另存为不加密的 PDF 后重新上传。',
      )
      expect(await uploads.row(url)).toMatchObject({ state: 'refused', sha256: null })
    }
    expect(await uploads.staged()).toEqual(before)
  })

  it('more bytes than were declared', async () => {
    const { url } = await uploads.open(100)
    const reply = await append({ url, cookie: mine.cookie, at: 0, body: Buffer.alloc(101) })
    expect(reply?.status).toBe(413)
    expect(await offsetOf(url, mine.cookie)).toBe(0)
  })
})
