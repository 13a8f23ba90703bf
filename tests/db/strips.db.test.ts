import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PrintAnswer, PrintablePaper, PrintsAnswer } from '#contract/prints.ts'
import type { Problem } from '#contract/problem.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { DRAWN_NAME } from '../support/drawn-name.ts'
import { pdfText } from '../support/pdf-text.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let decision: string
let receipt: string
let approval: string
/** A fine of 50 yuan at a stall, and a paper of another case that stays in the office. */
beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  const other = await PenaltyRoad.open(desk)
  await other.proposeFiling()
  await other.agree('zheng', 'shen')
  approval = (await other.state('lin')).documents[0]?.id ?? ''
  road = new PenaltyRoad(desk)
  await road.meetPeople()
  const today = desk.context.clock.today()
  const opening = { 'found-on': today, place: '青石早市' }
  await road.open('lin', await road.opening({ procedure: 'penalty-summary', facts: { case: opening } }))
  road.violation = (await road.state('lin')).violations[0]?.id ?? ''
  const seen = {
    officers: road.handlers,
    'certificate-shown': true,
    'facts-found': '当事人占道摆放食品摊。',
    'informed-orally': true,
    correction: '当场改正',
  }
  const act = { 'act-ended-on': today, fine: '50' }
  await road.take('lin', 'decide', { case: seen, party: { [road.party]: {} }, violation: { [road.violation]: act } })
  await road.deliver()
  const { documents } = await road.state('lin')
  const idOf = (code: string) => documents.find((each) => each.code === code)?.id ?? ''
  decision = idOf('summary-decision')
  receipt = idOf('delivery-receipt')
})
afterAll(() => desk.close())

type Wanted = { readonly document: string; readonly copies?: number; readonly reason?: string }
const print = async (login: string, papers: readonly Wanted[], more: object) =>
  (await desk.as(login)).send('POST', '/api/prints', {
    papers: papers.map((paper) => ({ copies: 1, ...paper })),
    ...more,
  })
const open = async (id: string) => (await desk.as('lin')).get(`/api/prints/${id}/file`)
const look = async (document: string) =>
  (await (await desk.as('lin')).get(`/api/prints/papers/${document}`)).json<PrintablePaper>()
const waiting = async () =>
  (await (await desk.as('lin')).get('/api/prints?tab=mine')).json<PrintsAnswer>().rows.map(({ id }) => id)
const idOf = (answer: { json<T>(): T }) => answer.json<PrintAnswer>().id
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const widths = async (pdf: Uint8Array) =>
  (await PDFDocument.load(pdf)).getPages().map((page) => Math.round((page.getWidth() * 25.4) / 72))
const sentences = (answer: { json<T>(): T }) => {
  const { errors = [], detail } = answer.json<Problem>()
  return [...errors.map(({ pointer, sentence }) => `${pointer} ${sentence}`), detail].filter(Boolean).join('\n')
}

type Stored = { readonly round: number; readonly strip: string | null; readonly original: string | null }

async function stored(document: string) {
  const { rows } = await desk.database.owner.query<Stored>({
    text: `SELECT j.paper, p.round, p.copies, p.pages, p.reason, p.strip_sha256 AS strip, p.original_sha256 AS original
      FROM app.prints p JOIN app.print_jobs j ON j.id = p.job_id WHERE p.document_id = $1 ORDER BY p.round`,
    values: [document],
  })
  return rows
}

test('a paper that is not typeset yet has no strip either', async () => {
  const answer = await print('lin', [{ document: decision }], { paper: '80mm' })
  expect([answer.statusCode, sentences(answer)]).toEqual([
    422,
    '/papers/0/document 《当场行政处罚决定书》正在排版，排好以后再打印。',
  ])
  for (const id of [decision, receipt, approval]) await typesetIssued(desk.context, id)
})

test.each<readonly [string, () => [string, Wanted[], object], string]>([
  ['on A5', () => ['lin', [{ document: decision }], { paper: 'A5' }], '纸张应当是 A4、80mm 或者 57mm'],
  ['on both sides', () => ['lin', [{ document: decision }], { paper: '57mm', sides: 'two' }], '/sides 窄幅纸只印一面'],
  [
    'of what stays in the office',
    () => ['lin', [{ document: decision }, { document: approval }], { paper: '57mm' }],
    '/papers/1/document 《立案审批表》不是在现场交付的文书，没有窄幅打印件，请用 A4 打印。',
  ],
])('a strip %s is refused with a sentence, and nothing is written down', async (_what, order, sentence) => {
  const answer = await print(...order())
  expect([answer.statusCode, sentences(answer)]).toEqual([422, expect.stringContaining(sentence)])
  expect(await stored(decision)).toEqual([])
})

test('a strip is for those who may work on the case', async () => {
  const answers = await Promise.all(
    ['zhuo', 'zhu'].map((login) => print(login, [{ document: decision }], { paper: '80mm' })),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 404])
})

let first: string
test('several strips are one file, a page as wide as the paper for each copy, and the digests of original and strip are on record', async () => {
  const answer = await print('lin', [{ document: decision, copies: 2 }, { document: receipt }], { paper: '57mm' })
  expect(answer.statusCode, answer.body).toBe(201)
  first = idOf(answer)
  expect(answer.json<PrintAnswer>()).toMatchObject({ papers: 2, copies: 3, sheets: 3 })
  const { rawPayload } = await open(first)
  expect(await widths(rawPayload)).toEqual([57, 57, 57])
  expect(await pdfText(rawPayload)).toContain('处罚款50.00元')
  const file = await (await desk.as('lin')).get(`/api/cases/${road.id}/documents/${decision}/file`)
  const [row] = await stored(decision)
  expect(row).toEqual({
    ...{ paper: '57mm', round: 1, copies: 2, pages: 1, reason: null },
    ...{ original: digest(file.rawPayload), strip: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  const { rows } = await desk.database.owner.query<{ detail: object }>({
    text: `SELECT detail FROM app.audit_entries WHERE name = 'paper-print' AND subject = $1`,
    values: [`document:${decision}`],
  })
  expect(rows.map(({ detail }) => detail)).toEqual([
    { print: first, round: 1, copies: 2, sha256: row?.original, paper: '57mm', strip: row?.strip },
  ])
})

test('the dossier still waits for the A4, whose first print needs no reason; a second strip does', async () => {
  expect(await waiting()).toContain(decision)
  const { printed, printedNarrow } = await look(decision)
  expect([printed, printedNarrow]).toMatchObject([null, { times: 1, copies: 2, by: '林一' }])
  const again = await print('lin', [{ document: decision }], { paper: '80mm' })
  expect([again.statusCode, sentences(again)]).toEqual([
    422,
    expect.stringContaining('已经打印过 2 份；再打印请写明理由'),
  ])
  const sheet = await print('lin', [{ document: decision }], {})
  expect(sheet.statusCode, sheet.body).toBe(201)
  expect(await widths((await open(idOf(sheet))).rawPayload)).toEqual(expect.arrayContaining([210]))
  expect(await waiting()).not.toContain(decision)
  expect(await stored(decision)).toMatchObject([
    { round: 1, paper: '57mm' },
    { round: 2, paper: 'A4', reason: null, strip: null, original: null },
  ])
})

test('what was signed on a screen before the print stands on the strip, what comes after does not change the print', async () => {
  const { original: sha256 } = (await stored(decision))[0] ?? {}
  const headers = { 'if-match': `"${road.version}"` }
  desk.pass(5)
  const url = `/api/cases/${road.id}/documents/${decision}/signatures`
  const body = { sha256, as: 'party', name: '赵某', capacity: '本人', strokes: DRAWN_NAME }
  const signed = await (await desk.as('lin')).send('POST', url, body, headers)
  expect(signed.statusCode, signed.body).toBe(200)
  road.version = signed.json<{ version: number }>().version
  const before = await open(first)
  expect(before.statusCode).toBe(200)
  expect(await pdfText(before.rawPayload)).not.toContain('已在屏幕上签名')
  const after = await print('lin', [{ document: decision, reason: '签名以后再打印' }], { paper: '80mm' })
  expect(await pdfText((await open(idOf(after))).rawPayload)).toContain(
    '已在屏幕上签名当事人（本人）赵某2026-03-1010:05',
  )
  expect(new Set((await stored(decision)).map(({ strip }) => strip)).size).toBe(3)
})

test('a strip of a file that the templates of today draw otherwise is refused: it could say something else', async () => {
  await desk.database.owner.query({
    text: `UPDATE app.documents SET data = jsonb_set(data, '{agency,name}', '"南屏市别的局"') WHERE id = $1`,
    values: [receipt],
  })
  const answer = await print('lin', [{ document: receipt, reason: '再送一次' }], { paper: '80mm' })
  expect([answer.statusCode, sentences(answer)]).toEqual([
    422,
    expect.stringContaining('/papers/0/document 《送达回证》是按以前的格式排版的'),
  ])
  const late = await open(first)
  expect([late.statusCode, sentences(late)]).toEqual([409, expect.stringContaining('和打印时的不再一样')])
})

test('a void paper has no strip, and a strip printed before is not opened again', async () => {
  const again = await print('lin', [{ document: decision, reason: '再送一次' }], { paper: '80mm' })
  expect((await open(idOf(again))).statusCode).toBe(200)
  await desk.database.owner.query({
    text: `UPDATE app.documents SET voided_at = now() WHERE id = $1`,
    values: [decision],
  })
  expect((await open(idOf(again))).statusCode).toBe(409)
  const refused = await print('lin', [{ document: decision, reason: '再送一次' }], { paper: '80mm' })
  expect([refused.statusCode, sentences(refused)]).toEqual([422, expect.stringContaining('已经作废，不能打印')])
})
