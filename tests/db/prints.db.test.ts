import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrintAnswer, PrintablePaper, PrintsAnswer } from '#contract/prints.ts'
import type { Problem } from '#contract/problem.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { drawSignedPaper } from '#server/features/signing/index.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { DRAWN_NAME } from '../support/drawn-name.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let decision: string
let approval: string
let inquiry: string
let notice: string
beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.untilDecided()
  const { documents } = await road.state('lin')
  const idOf = (code: string) => documents.findLast((each) => each.code === code)?.id ?? ''
  decision = idOf('penalty-decision')
  approval = idOf('filing-approval')
  inquiry = idOf('inquiry-record')
  notice = idOf('penalty-notice')
})
afterAll(() => desk.close())

const ANY = '01930000-0000-7000-8000-000000000000'
type Wanted = { readonly document: string; readonly copies?: number; readonly reason?: string }
const list = async (login: string, query = '') =>
  (await (await desk.as(login)).get(`/api/prints?${query}`)).json<PrintsAnswer>()
const look = async (login: string, document: string) => (await desk.as(login)).get(`/api/prints/papers/${document}`)
const print = async (
  login: string,
  papers: readonly Wanted[],
  more: object = {},
  headers: Record<string, string> = {},
) =>
  (await desk.as(login)).send(
    'POST',
    '/api/prints',
    { papers: papers.map((paper) => ({ copies: 1, ...paper })), ...more },
    headers,
  )
const sentences = (answer: { json<T>(): T }) => {
  const { errors = [], detail } = answer.json<Problem>()
  return [...errors.map(({ pointer, sentence }) => `${pointer} ${sentence}`), detail].filter(Boolean).join('\n')
}
const open = async (login: string, id: string) => (await desk.as(login)).get(`/api/prints/${id}/file`)
const idsOf = ({ rows }: PrintsAnswer) => rows.map(({ id }) => id)

async function stored(document: string) {
  const { rows } = await desk.database.owner.query<{
    round: number
    copies: number
    reason: string | null
    sha256: string
    by: string
  }>({
    text: `SELECT p.round, p.copies, p.reason, p.sha256, w.name AS by FROM app.prints p JOIN app.print_jobs j ON j.id = p.job_id
      JOIN app.people w ON w.id = j.printed_by WHERE p.document_id = $1 ORDER BY p.round`,
    values: [document],
  })
  return rows
}

async function trailOf(document: string) {
  const { rows } = await desk.database.owner.query<{ detail: Record<string, unknown> }>({
    text: `SELECT detail FROM app.audit_entries WHERE name = 'paper-print' AND subject = 'document:' || $1::text ORDER BY at, id`,
    values: [document],
  })
  return rows.map(({ detail }) => detail)
}

const digestOf = async (document: string) => {
  const file = await (await desk.as('lin')).get(`/api/cases/${road.id}/documents/${document}/file`)
  return createHash('sha256').update(file.rawPayload).digest('hex')
}

describe('an issued paper', () => {
  test('waits to be printed by its handlers, and is not printed before it is typeset', async () => {
    const row = (await list('lin')).rows.find(({ id }) => id === decision)
    expect(row).toMatchObject({ title: '行政处罚决定书', pages: null, isMine: true, isSealed: true, printed: null })
    const answer = await print('lin', [{ document: decision }])
    expect([answer.statusCode, sentences(answer)]).toEqual([
      422,
      '/papers/0/document 《行政处罚决定书》正在排版，排好以后再打印。',
    ])
    for (const id of [decision, approval, inquiry]) await typesetIssued(desk.context, id)
    expect((await list('lin')).rows.find(({ id }) => id === decision)?.pages).toBeGreaterThan(0)
  })

  test('needs the copies of its kind', async () => {
    const rows = (await list('lin')).rows
    const copies = (wanted: string) =>
      rows
        .find(({ id }) => id === wanted)
        ?.copies.map(({ to, count }) => `${to}${count}`)
        .join()
    expect([copies(decision), copies(approval)]).toEqual(['当事人1,归档1,存根1', '归档1'])
  })

  test('is found by kind, by what is stamped, by number, and by case', async () => {
    expect(idsOf(await list('lin', 'kind=penalty-decision'))).toEqual([decision])
    const sealed = await list('lin', 'kind=sealed')
    expect(sealed.rows.length).toBeGreaterThan(1)
    expect(sealed.rows.every(({ isSealed }) => isSealed)).toBe(true)
    const { number } = sealed.rows.find(({ id }) => id === decision) ?? {}
    expect(idsOf(await list('lin', `text=${encodeURIComponent(number ?? '')}`))).toEqual([decision])
    expect(idsOf(await list('lin', `text=${encodeURIComponent('没有这件')}`))).toEqual([])
    expect(sealed.kinds.map(({ title }) => title)).toContain('立案审批表')
  })

  test('stands in the lists of those who may work on its case, and in nobody else’s', async () => {
    expect(idsOf(await list('chuang', 'tab=mine'))).toEqual([])
    expect(idsOf(await list('chuang', 'tab=all'))).toContain(decision)
    expect(idsOf(await list('zheng', 'tab=all'))).toContain(decision)
    for (const stranger of ['zhuo', 'zhu', 'xu']) expect(idsOf(await list(stranger, 'tab=all'))).not.toContain(decision)
    expect([(await look('zhuo', decision)).statusCode, (await look('zhu', decision)).statusCode]).toEqual([403, 404])
    expect((await print('zhuo', [{ document: decision }])).statusCode).toBe(403)
    const [foreign, none] = [await print('zhu', [{ document: decision }]), await print('zhu', [{ document: road.id }])]
    expect([foreign.statusCode, foreign.json<Problem>().detail]).toEqual([404, none.json<Problem>().detail])
    expect(await stored(decision)).toEqual([])
  })
})

describe('a print', () => {
  let job: PrintAnswer

  test('of several papers is one file in the order chosen, with as many copies as asked, and each is written down', async () => {
    const papers = [{ document: inquiry }, { document: decision, copies: 3 }]
    const answer = await print('lin', papers)
    expect(answer.statusCode, answer.body).toBe(201)
    job = answer.json<PrintAnswer>()
    const [one, three] = await Promise.all(
      [inquiry, decision].map(async (id) => (await look('lin', id)).json<PrintablePaper>().pages ?? 0),
    )
    expect(job).toMatchObject({ papers: 2, copies: 4, sheets: (one ?? 0) + 3 * (three ?? 0) })
    const pdf = await PDFDocument.load((await open('lin', job.id)).rawPayload)
    expect(pdf.getPageCount()).toBe(job.sheets)
    expect(await stored(decision)).toEqual([
      { round: 1, copies: 3, reason: null, sha256: await digestOf(decision), by: '林一' },
    ])
    expect(await trailOf(decision)).toEqual([{ print: job.id, round: 1, copies: 3, sha256: await digestOf(decision) }])
    expect((await trailOf(inquiry)).length).toBe(1)
  })

  test('is off the list of what waits, and on the other with who has it', async () => {
    expect(idsOf(await list('lin'))).not.toContain(decision)
    const row = (await list('zhou', 'tab=printed')).rows.find(({ id }) => id === decision)
    expect(row?.printed).toMatchObject({ times: 1, copies: 3, by: '林一', isCurrent: true })
  })

  test('is opened by whoever printed it, and for an hour', async () => {
    expect((await open('zhou', job.id)).statusCode).toBe(404)
    expect((await open('zhu', job.id)).statusCode).toBe(404)
    desk.pass(61)
    const late = await open('lin', job.id)
    expect([late.statusCode, sentences(late)]).toEqual([409, expect.stringContaining('一小时之内')])
  })

  test('once more asks why, and is told apart', async () => {
    const silent = await print('zhou', [{ document: approval }, { document: decision }])
    expect([silent.statusCode, sentences(silent)]).toEqual([
      422,
      '/papers/1/reason 林一 3月10日 10:00 已经打印过 3 份；再打印请写明理由，至少两个字。',
    ])
    expect(await stored(approval)).toEqual([])
    expect((await print('zhou', [{ document: decision, copies: 2, reason: '打印机卡纸' }])).statusCode).toBe(201)
    expect(await stored(decision)).toMatchObject([
      { round: 1 },
      { round: 2, copies: 2, reason: '打印机卡纸', by: '周二' },
    ])
    expect((await trailOf(decision)).at(-1)).toMatchObject({ round: 2, reason: '打印机卡纸' })
    expect((await look('lin', decision)).json<PrintablePaper>().printed).toMatchObject({
      times: 2,
      copies: 5,
      by: '周二',
    })
  })

  test('is done once for one key, and by one of two who print at once', async () => {
    const key = { 'idempotency-key': '01930000-0000-7000-8000-0000000059a0' }
    const first = await print('lin', [{ document: approval }], {}, key)
    const again = await print('lin', [{ document: approval }], {}, key)
    expect([first.statusCode, again.json()]).toEqual([201, first.json()])
    expect((await stored(approval)).length).toBe(1)
    await typesetIssued(desk.context, notice)
    const both = await Promise.all(['lin', 'zhou'].map((login) => print(login, [{ document: notice }])))
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422])
    expect((await stored(notice)).length).toBe(1)
  })

  test('on both sides begins each copy on a sheet of its own', async () => {
    const { pages } = (await look('lin', inquiry)).json<PrintablePaper>()
    expect(pages).toBe(1)
    const answer = await print('lin', [{ document: inquiry, copies: 3, reason: '补送' }], { sides: 'two' })
    const { id } = answer.json<PrintAnswer>()
    expect((await PDFDocument.load((await open('lin', id)).rawPayload)).getPageCount()).toBe(5)
  })

  test('of a paper that was signed on the screen is of the copy that bears the signature', async () => {
    const sha256 = await digestOf(inquiry)
    const signature = { sha256, as: 'party', name: '赵某', capacity: '本人', strokes: DRAWN_NAME }
    const headers = { 'if-match': `"${road.version}"` }
    const url = `/api/cases/${road.id}/documents/${inquiry}/signatures`
    const signed = await (await desk.as('lin')).send('POST', url, signature, headers)
    expect(signed.statusCode, signed.body).toBe(200)
    road.version = signed.json<{ version: number }>().version
    await drawSignedPaper(desk.context, inquiry)
    const shown = (await look('lin', inquiry)).json<PrintablePaper>()
    expect(shown).toMatchObject({ isSigned: true, printed: { times: 2, isCurrent: false } })
    expect((await print('lin', [{ document: inquiry, reason: '签名以后打印' }])).statusCode).toBe(201)
    const [before, , after] = await stored(inquiry)
    expect([before?.sha256 === sha256, after?.sha256 === sha256]).toEqual([true, false])
    expect((await look('lin', inquiry)).json<PrintablePaper>().printed).toMatchObject({ isCurrent: true })
  })

  test.each<readonly [string, object, string]>([
    ['nothing', { papers: [] }, '请选择要打印的文书'],
    ['no copies', { papers: [{ document: ANY, copies: 0 }] }, '至少打印 1 份'],
    ['half a copy', { papers: [{ document: ANY, copies: 1.5 }] }, '份数应当是整数'],
    ['a whole stack', { papers: [{ document: ANY, copies: 51 }] }, '最多打印 50 份'],
  ])('of %s is refused with a sentence', async (_what, body, sentence) => {
    const answer = await (await desk.as('lin')).send('POST', '/api/prints', body)
    expect([answer.statusCode, sentences(answer)]).toEqual([422, expect.stringContaining(sentence)])
  })

  test('of one paper twice is refused', async () => {
    const answer = await print('lin', [{ document: approval }, { document: approval }])
    expect([answer.statusCode, sentences(answer)]).toEqual([422, expect.stringContaining('选了两次')])
  })
})

describe('a paper that is void', () => {
  test('is in no list, is not printed, and what was printed with it is not opened again', async () => {
    const again = await print('lin', [{ document: decision, reason: '再送一次' }])
    const { id } = again.json<PrintAnswer>()
    expect((await open('lin', id)).statusCode).toBe(200)
    const url = `/api/cases/${road.id}/documents/${decision}/void`
    for (const [login, path, body] of [
      ['lin', url, { reason: '金额写错了' }],
      ['shen', `${url}/answer`, { granted: true, opinion: '同意' }],
    ] as const) {
      const answer = await (await desk.as(login)).send('POST', path, body, { 'if-match': `"${road.version}"` })
      expect(answer.statusCode, answer.body).toBe(200)
      road.version = answer.json<{ version: number }>().version
    }
    for (const tab of ['mine', 'all', 'printed']) expect(idsOf(await list('lin', `tab=${tab}`))).not.toContain(decision)
    const refused = await print('lin', [{ document: decision, reason: '再送一次' }])
    expect([refused.statusCode, sentences(refused)]).toEqual([422, expect.stringContaining('已经作废，不能打印')])
    expect((await open('lin', id)).statusCode).toBe(409)
  })
})

test('what was printed is never rewritten', async () => {
  for (const table of ['app.prints', 'app.print_jobs'])
    for (const does of ['UPDATE', 'DELETE'])
      expect(
        (
          await desk.database.owner.query<{ may: boolean }>({
            text: `SELECT has_table_privilege('zhaofa_app', $1, $2) AS may`,
            values: [table, does],
          })
        ).rows,
      ).toEqual([{ may: false }])
})
