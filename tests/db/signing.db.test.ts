import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SigningAnswer } from '#contract/signing.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import { DEMO_PASSWORD } from '#server/features/demo/seed-demo.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { drawSignedPaper } from '#server/features/signing/index.ts'
import { examineStrokes } from '../../src/cli/doctor/examine-strokes.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { DRAWN_NAME } from '../support/drawn-name.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

type Problem = { readonly code: string; readonly detail: string }
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

let desk: TestDesk
let road: PenaltyRoad<Caller>
let inquiry = ''
let digest = ''
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  await road.investigate()
  const { documents } = await road.state('lin')
  inquiry = documents.find(({ code }) => code === 'inquiry-record')?.id ?? ''
})
afterAll(() => desk.close())

const url = (document = inquiry) => `/api/cases/${road.id}/documents/${document}`
const read = async (login = 'lin') => (await (await road.as(login)).get(`${url()}/signing`)).json<SigningAnswer>()
const party = () => ({ sha256: digest, as: 'party', name: '赵某', capacity: '本人', strokes: DRAWN_NAME })
const officer = () => ({ sha256: digest, as: 'officer', strokes: DRAWN_NAME, password: DEMO_PASSWORD })
const send = async (login: string, body: unknown, path = 'signatures', headers: Record<string, string> = {}) => {
  const caller = await road.as(login)
  const answer = await caller.send('POST', `${url()}/${path}`, body, { 'if-match': `"${road.version}"`, ...headers })
  if (answer.statusCode === 200) road.version = answer.json<{ version: number }>().version
  return answer
}

async function traces(): Promise<readonly number[]> {
  const { rows } = await desk.database.owner.query<{ n: number[] }>({
    text: `SELECT ARRAY[(SELECT count(*)::int FROM app.signatures), (SELECT count(*)::int FROM app.events WHERE type = 'document-signed'),
      (SELECT count(*)::int FROM app.leaves WHERE case_id = '${road.id}' AND kind = 'event'),
      (SELECT count(*)::int FROM app.audit_entries WHERE name = 'document-sign')] AS n`,
  })
  return rows[0]?.n ?? []
}

test('a paper is signed when its file is there, and the digest in the record is that of the file', async () => {
  digest = 'a'.repeat(64)
  const early = await send('lin', party())
  expect([early.statusCode, early.json<Problem>().detail]).toEqual([409, '这份文书正在排版，排好以后再签名'])
  await typesetIssued(desk.context, inquiry)
  const file = await (await road.as('lin')).get(`${url()}/file`)
  const shown = await read()
  expect(shown.file?.sha256).toBe(sha256(file.rawPayload))
  digest = shown.file?.sha256 ?? ''
  const before = await traces()
  const key = { 'idempotency-key': '01930000-0000-7000-8000-0000000051a0' }
  const version = road.version
  expect((await send('lin', party(), 'signatures', key)).statusCode).toBe(200)
  const again = await (await road.as('lin')).send('POST', `${url()}/signatures`, party(), {
    ...key,
    'if-match': `"${version}"`,
  })
  expect(again.statusCode).toBe(200)
  const after = await traces()
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1, 1])
  const { signatures = [] } = await road.state('lin')
  expect(signatures).toMatchObject([{ as: 'party', name: '赵某', sha256: digest, strokes: expect.any(String) }])
  const { rows } = await desk.database.owner.query<{ strokes: string; id: string }>({
    text: 'SELECT id, strokes FROM app.signatures',
  })
  expect(rows.map(({ id, strokes }) => [id, sha256(strokes)])).toEqual([[signatures[0]?.id, signatures[0]?.strokes]])
  expect(JSON.parse(rows[0]?.strokes ?? '')).toEqual(DRAWN_NAME)
})

test('a signature for another file is refused and leaves nothing', async () => {
  const before = await traces()
  const replayed = await send('lin', { ...party(), name: '钱某', sha256: 'b'.repeat(64) })
  expect(replayed.statusCode).toBe(409)
  expect(replayed.json<Problem>().detail).toBe(
    '给签名人看的不是这份文书现在的文件，签名没有记下；请重新打开文书，看过以后再签名',
  )
  const stale = await send('lin', { ...party(), name: '钱某' }, 'signatures', { 'if-match': '"1"' })
  expect(stale.statusCode).toBe(412)
  expect(await traces()).toEqual(before)
})

test('an officer signs in a session of their own and says the password once more', async () => {
  const wrong = await send('lin', { ...officer(), password: '不是密码' })
  expect([wrong.statusCode, wrong.json<Problem>().detail]).toEqual([422, expect.stringContaining('密码不对')])
  expect((await send('lin', officer())).statusCode).toBe(200)
  expect((await send('zhou', officer())).statusCode).toBe(200)
  const { given, wanting } = await read('zhou')
  expect(given.map(({ called, name }) => `${called}${name}`)).toEqual(['被询问人赵某', '询问人林一', '询问人周二'])
  expect(wanting).toEqual([])
  expect((await send('wu', officer())).statusCode).toBe(403)
})

test('five wrong passwords lock the account as at the door', async () => {
  for (let count = 0; count < 5; count += 1) await send('zheng', { ...officer(), password: '猜' })
  const right = await send('zheng', officer())
  expect([right.statusCode, right.json<Problem>().detail]).toEqual([422, expect.stringContaining('密码不对')])
})

test('a refusal is kept with its reason and its proof', async () => {
  const bare = { sha256: digest, as: 'party', name: '孙某', reason: '不识字，不愿签名' }
  const unproved = await send('lin', bare, 'signature-refusals')
  expect([unproved.statusCode, unproved.json<Problem>().detail]).toEqual([422, expect.stringContaining('见证人')])
  const proved = { ...bare, witness: { name: '居委会李某', strokes: DRAWN_NAME } }
  expect((await send('lin', proved, 'signature-refusals')).statusCode).toBe(200)
  const { given } = await read()
  expect(given.at(-1)).toMatchObject({
    name: '孙某',
    refusal: { reason: '不识字，不愿签名', proof: '见证人居委会李某' },
  })
})

test('the signed copy is a file of its own that names its parent; the original keeps its bytes', async () => {
  const lin = await road.as('lin')
  const original = (await lin.get(`${url()}/file`)).rawPayload
  expect((await lin.get(`${url()}/signed`)).statusCode).toBe(404)
  expect(await drawSignedPaper(desk.context, inquiry)).toBe('kept')
  expect(await drawSignedPaper(desk.context, inquiry)).toBe('known')
  const copy = (await lin.get(`${url()}/signed`)).rawPayload
  const { rows } = await desk.database.owner.query<Record<string, unknown>>({
    text: `SELECT parent_sha256 AS parent, sha256, size, recipe FROM app.signed_papers`,
  })
  const own = { parent: digest, sha256: sha256(copy), size: copy.length }
  expect(rows).toMatchObject([{ ...own, recipe: { kind: 'signed', signatures: [{}, {}, {}], refusals: [{}] } }])
  expect(sha256((await lin.get(`${url()}/file`)).rawPayload)).toBe(sha256(original))
  expect(await desk.context.blobs.verify(sha256(copy))).toBe('sound')
  expect((await read()).copy).toEqual({ sha256: sha256(copy), pages: expect.any(Number), signatures: 4 })
})

test('strokes that are not those of the event are told, and strokes that are gone', async () => {
  const { owner } = desk.database
  const told = async () => (await examineStrokes(desk.context)).map(({ state, sentence }) => `${state} ${sentence}`)
  expect(await told()).toEqual(['good 4 个屏幕签名的笔迹与事件里的摘要一致。'])
  const { rows } = await owner.query<{ id: string; strokes: string }>({
    text: `SELECT id, strokes FROM app.signatures ORDER BY id LIMIT 1`,
  })
  const [{ id, strokes } = { id: '', strokes: '' }] = rows
  const set = (text: string) =>
    owner.query({
      text: `UPDATE app.signatures SET strokes = $2, strokes_sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex') WHERE id = $1`,
      values: [id, text],
    })
  await set(strokes.replace('M', 'M1'))
  expect(await told()).toEqual([`wanting 1 个屏幕签名的笔迹不在，或者与事件里的摘要不一致：${id}。`])
  await set(strokes)
  const { rows: gone } = await owner.query<Record<string, unknown>>({
    text: 'DELETE FROM app.signatures WHERE id = $1 RETURNING *',
    values: [id],
  })
  expect(await told()).toEqual([expect.stringContaining(`不在，或者与事件里的摘要不一致：${id}`)])
  await owner.query({
    text: 'INSERT INTO app.signatures SELECT * FROM jsonb_populate_record(NULL::app.signatures, $1)',
    values: [JSON.stringify(gone[0])],
  })
  expect((await told()).join()).toContain('good')
})

test('pages are shown as drawings, to those who work on the case alone', async () => {
  const lin = await road.as('lin')
  const page = await lin.get(`${url()}/pages/1`)
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect((await lin.get(`${url()}/pages/99`)).statusCode).toBe(404)
  expect((await (await road.as('zhuo')).get(`${url()}/signing`)).statusCode).toBe(403)
  const [filing] = (await road.state('lin')).documents
  expect((await lin.get(`${url(filing?.id)}/signing`)).json<Problem>().detail).toContain('不用在屏幕上签名')
})

test('the stored case is what its events fold to', async () => {
  expect((await compareRefold(desk.context)).differing).toEqual([])
})
