import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import type { PaymentLine, PaymentReport, PaymentsAnswer } from '#contract/payments.ts'
import type { CaseState } from '#domain/case/state.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { agencyOf } from '../../../../tests/support/docking-station.ts'
import { gbkOf } from '../../../../tests/support/gbk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { importPaymentsFor } from './import-payments.ts'

const DAY = 24 * 60
const HEADS = '流水号,缴款日期,金额,缴款通知书号,缴款人,附言'
let desk: TestDesk
let road: PenaltyRoad<Caller>
let notice: string
let party: string
let clerk: Caller
beforeAll(async () => {
  desk = await testDesk('2026-03-10T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.untilDecided()
  const state = await road.state('lin')
  notice = state.documents.find(({ code }) => code === 'payment-notice')?.number ?? ''
  party = state.parties[0]?.name ?? ''
  clerk = await desk.as('chuang')
})
afterAll(() => desk.close())

const send = (bytes: Buffer | string, by = clerk, more: object = {}) => {
  const content = Buffer.from(bytes as string).toString('base64')
  return by.send('POST', '/api/payment-files', { fileName: '对账.csv', content, ...more })
}
const take = async (...lines: readonly string[]): Promise<PaymentReport> => {
  const answer = await send([HEADS, ...lines].join('\r\n'))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<PaymentReport>()
}
const outcomes = ({ lines }: PaymentReport) => lines.map(({ is }) => is)
const ledger = async (): Promise<CaseState['payments']> => (await road.state('lin')).payments
const waiting = async () => (await clerk.get('/api/payments')).json<PaymentsAnswer>()
const sumOf = ({ totals }: PaymentReport) => totals.reduce((sum, { sumFen }) => sum + sumFen, 0)

async function count(table: string): Promise<number> {
  const { rows } = await desk.database.owner.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM app.${table}`,
  })
  return rows[0]?.n ?? -1
}

describe('a file from the bank', () => {
  test('keeps what comes before the decision is performed, and the case takes it later', async () => {
    const report = await take(`E1,2026-03-10,100.00,${notice},${party},`)
    expect(outcomes(report)).toEqual(['closed'])
    expect(report.lines[0]?.sentence).toContain('缴款在“')
    await road.deliver()
    await road.take('lin', 'begin-performance')
    const [line] = (await waiting()).lines
    expect(line?.candidates).toMatchObject([{ caseId: road.id, partyName: party }])
    const { caseId, partyId } = line?.candidates[0] ?? {}
    const settled = await clerk.send('POST', `/api/payments/${line?.id}/settlement`, { does: 'book', caseId, partyId })
    expect(settled.statusCode, settled.body).toBe(201)
    expect(settled.json<PaymentLine>().settled).toMatchObject({ does: 'book', caseId: road.id })
    expect(await ledger()).toMatchObject([{ amountFen: 10_000, paidOn: '2026-03-10', from: 'bank', reference: 'E1' }])
    const again = await clerk.send('POST', `/api/payments/${line?.id}/settlement`, { does: 'book', caseId, partyId })
    expect(again.statusCode).toBe(409)
    expect(await ledger()).toHaveLength(1)
  })

  test('in GBK with full-width digits books a part payment, and the same file twice books once', async () => {
    const number = notice.replace('〔', '[').replace('〕', ']')
    const bytes = gbkOf(`${HEADS}\r\nG1,2026年3月10日,"１，４００．００",,,"罚款${number}"\r\n`)
    const first = (await send(bytes)).json<PaymentReport>()
    expect(first).toMatchObject({ encoding: 'GBK', sumFen: 140_000, by: expect.any(String) })
    expect(outcomes(first)).toEqual(['part'])
    expect(first.lines[0]?.sentence).toContain('还欠 3,500.00 元')
    const second = (await send(bytes)).json<PaymentReport>()
    expect(outcomes(second)).toEqual(['known'])
    expect(await ledger()).toHaveLength(2)
  })

  test('tells line by line what became of it, and its sums add up to the file', async () => {
    const report = await take(
      `L1,2026-03-10,200.00,${notice},南青某商贸有限公司（虚构）,`,
      'L2,2026-03-10,300.00,南青市监缴〔2026〕999号,,',
      'L3,昨天,400.00,,,',
      'L4,2026-03-10,,,,',
      `G1,2026-03-10,1400.00,${notice},${party},`,
      `G1,2026-03-11,1400.00,${notice},${party},`,
      `L7,2026-03-10,-500.00,${notice},${party},`,
      `L8,2026-04-10,500.00,${notice},${party},`,
    )
    expect(outcomes(report)).toEqual([
      ...['doubtful', 'no-notice', 'broken', 'broken', 'known', 'broken', 'doubtful', 'doubtful'],
    ])
    expect(report.lines.map(({ sentence }) => sentence)).toMatchObject([
      expect.stringContaining('通知书号可能写错了'),
      expect.stringContaining('没有文号为“南青市监缴〔2026〕999号”'),
      expect.stringContaining('日期“昨天”看不懂'),
      expect.stringContaining('金额“”看不懂'),
      expect.stringContaining('没有重复登记'),
      expect.stringContaining('请向银行核实'),
      expect.stringContaining('冲正'),
      expect.stringContaining('不能晚于今天'),
    ])
    expect(sumOf(report)).toBe(report.sumFen)
    expect(report.sumFen).toBe(20_000 + 30_000 + 40_000 + 140_000 + 140_000 - 50_000 + 50_000)
    expect(await ledger()).toHaveLength(2)
    const stored = await clerk.get(`/api/payment-files/${report.id}`)
    expect(stored.json<PaymentReport>()).toEqual(report)
  })

  test('that is broken as a whole leaves nothing behind, and the sentence says what would be right', async () => {
    const before = [await count('payment_files'), await count('payment_lines'), await count('audit_entries')]
    const refusals = [
      [`${HEADS}\r\nQ1,2026-03-10,1.00,"没有关上`, '引号应当成对'],
      [`${HEADS}\r\nQ1,2026-03-10,1.00,${notice},,\r\n合计,,2.00,,,`, '文件可能不完整'],
      ['PK\u0003\u0004………', 'Excel'],
      [Buffer.from([0x81, 0x20, 0xff, 0xff]), '编码看不懂'],
      ['流水号,交易日期,入账日期,金额\r\nQ1,2026-03-10,2026-03-10,1.00', '都可以是缴款日期'],
    ] as const
    for (const [bytes, words] of refusals) {
      const answer = await send(bytes as string)
      expect(answer.statusCode, answer.body).toBe(422)
      expect(answer.body).toContain(words)
    }
    expect([await count('payment_files'), await count('payment_lines'), await count('audit_entries')]).toEqual(before)
    expect(await ledger()).toHaveLength(2)
  })

  test('is not taken in by those who fine, and shows nothing to another agency', async () => {
    expect((await send(HEADS, await desk.as('lin'))).statusCode).toBe(403)
    const [line] = (await waiting()).lines
    const foreign = await desk.as('zhu')
    const lists = await foreign.get('/api/payments')
    if (lists.statusCode === 200) expect(lists.json<PaymentsAnswer>().lines).toEqual([])
    const head = await desk.as('xu')
    const body = { does: 'set-aside', words: '误转' }
    expect([403, 404]).toContain((await head.send('POST', `/api/payments/${line?.id}/settlement`, body)).statusCode)
  })

  test('whose money was written down by an officer already asks a person', async () => {
    road.version = (await road.state('lin')).seq
    const paid = { paid: '100', 'paid-on': '2026-03-10', 'receipt-number': 'P-7', 'is-performed': false }
    await road.take('lin', 'record-performance', { party: { [road.party]: paid } })
    const report = await take(`T1,2026-03-10,100.00,${notice},${party},`)
    expect(report.lines).toMatchObject([{ is: 'doubtful', sentence: expect.stringContaining('票据号 P-7') }])
    const line = (await waiting()).lines.find(({ serial }) => serial === 'T1')
    const path = `/api/payments/${line?.id}/settlement`
    expect((await clerk.send('POST', path, { does: 'set-aside', words: '' })).statusCode).toBe(422)
    const aside = await clerk.send('POST', path, { does: 'set-aside', words: '与票据 P-7 是同一笔' })
    expect(aside.json<PaymentLine>().settled).toMatchObject({ does: 'set-aside', words: '与票据 P-7 是同一笔' })
    expect((await clerk.get('/api/payments?tab=aside')).json<PaymentsAnswer>().lines).toHaveLength(1)
  })

  test('comes by a command too, with nobody as its author; paid too much is booked and noted', async () => {
    desk.pass(2 * DAY)
    road.signInAgain()
    clerk = await desk.as('chuang')
    const bytes = Buffer.from(`${HEADS}\n\tC1,20260312,3500.00,${notice},${party},\n`)
    const agencyId = await agencyOf(desk)
    const given = { fileName: '夜间对账.csv', columns: '', bytes }
    const report = (await importPaymentsFor(desk.context, agencyId, given)) as PaymentReport
    expect(outcomes(report)).toEqual(['over'])
    expect(report.lines[0]?.sentence).toMatch(/多缴 100.00 元，应当退还/)
    const entries = await desk.database.owner.query<{ name: string; actor_id: string | null }>({
      text: `SELECT name, actor_id FROM app.audit_entries WHERE name IN ('bank-payment-booked', 'payment-file-import') ORDER BY at DESC LIMIT 2`,
    })
    expect(entries.rows.map(({ actor_id }) => actor_id)).toEqual([null, null])
    const root = (await road.state('lin')).runs[0]
    expect(root?.clocks.find(({ clock }) => clock === 'payment')?.metOn).toBe('2026-03-12')
  })
})

describe('a line that was booked by mistake', () => {
  const why = { 'reversal-reason': '误登到本案，实为另一案件的缴款' }
  const takeBack = async (reference: string) => {
    const state = await road.state('lin')
    road.version = state.seq
    const entry = state.payments?.findLast((item) => item.reference === reference)
    await road.take('lin', 'reverse-payment', { case: { ...why, 'reversed-payment': entry?.id } })
    await road.agree('zheng', 'shen')
  }
  const lineOf = async (serial: string, tab = 'waiting') =>
    (await clerk.get(`/api/payments?tab=${tab}`)).json<PaymentsAnswer>().lines.find((line) => line.serial === serial)
  const settle = async (serial: string, body: object) =>
    clerk.send('POST', `/api/payments/${(await lineOf(serial))?.id}/settlement`, body)

  test('stands on the list again once the case has taken it back, with the reason and who agreed', async () => {
    expect((await lineOf('C1', 'booked'))?.settled).toMatchObject({ does: 'book' })
    const { counts } = await waiting()
    await takeBack('C1')
    expect((await waiting()).counts).toEqual({ ...counts, waiting: counts.waiting + 1, booked: counts.booked - 1 })
    const line = await lineOf('C1')
    expect(line?.settled).toMatchObject({ does: 'reversed', words: why['reversal-reason'], caseId: road.id })
    expect(line?.settled?.by).toBeTruthy()
    expect(line?.candidates).toMatchObject([{ caseId: road.id }])
    const { performance } = await road.read('lin')
    expect(performance[0]).toMatchObject({ balanceFen: 340_000 })
    expect(performance[0]?.payments.slice(-2)).toMatchObject([
      { amountFen: 350_000, takenBack: { reason: why['reversal-reason'] } },
      { amountFen: -350_000, paidOn: '2026-03-12', reference: 'C1' },
    ])
    const root = (await road.state('lin')).runs[0]
    expect(root?.clocks.find(({ clock }) => clock === 'payment')?.metOn).toBeUndefined()
  })

  test('is known to the file that brings it again, and counts for nothing until somebody has settled it', async () => {
    const report = await take(`C1,2026-03-12,3500.00,${notice},${party},`)
    expect(report.lines).toMatchObject([{ is: 'known', sentence: expect.stringContaining('又冲销了，还在待处理') }])
    expect((await settle('C1', { does: 'set-aside', words: '先查清是哪个案件的' })).statusCode).toBe(201)
    expect((await lineOf('C1', 'aside'))?.settled).toMatchObject({ does: 'set-aside' })
  })

  test('is booked once more, by the same number, and may be taken back once more', async () => {
    const line = await lineOf('C1', 'aside')
    const body = { does: 'book', caseId: road.id, partyId: road.party }
    const path = `/api/payments/${line?.id}/settlement`
    expect((await clerk.send('POST', path, body)).statusCode).toBe(201)
    const twice = await clerk.send('POST', path, body)
    expect([twice.statusCode, twice.body]).toEqual([409, expect.stringContaining('先在那个案件里冲销')])
    expect((await road.read('lin')).performance[0]).toMatchObject({ balanceFen: -10_000 })
    await takeBack('C1')
    expect((await settle('C1', body)).statusCode).toBe(201)
    const { rows } = await desk.database.owner.query<{ does: string; round: number }>({
      text: 'SELECT does, round FROM app.payment_settlements WHERE line_id = $1 ORDER BY round, settled_at, id',
      values: [line?.id],
    })
    expect(rows.map(({ does, round }) => `${round} ${does}`).toSorted()).toEqual([
      ...['1 book', '1 reversed', '2 book', '2 reversed', '2 set-aside', '3 book'],
    ])
    const again = {
      text: `INSERT INTO app.payment_settlements (id, line_id, round, does, words, case_id, party_id, settled_at)
      SELECT gen_random_uuid(), line_id, round, does, words, case_id, party_id, settled_at FROM app.payment_settlements
      WHERE line_id = $1 AND round = 2 AND does = $2`,
      values: [line?.id],
    }
    for (const does of ['book', 'reversed'])
      await expect(desk.database.owner.query({ ...again, values: [line?.id, does] })).rejects.toThrow(/duplicate key/)
  })

  test('that an officer had typed leaves the list of the bank as it is', async () => {
    const before = await count('payment_settlements')
    await takeBack('P-7')
    expect(await count('payment_settlements')).toBe(before)
    expect((await road.read('lin')).performance[0]).toMatchObject({ balanceFen: 0 })
  })
})

describe('a fee', () => {
  test('is paid through the bank as a fine is, by the number of its notice, and its account says so', async () => {
    const charged = new PenaltyRoad(desk)
    await charged.meetPeople()
    const facts = {
      item: '污水处理费',
      'item-basis': '《某排水条例》第三十二条',
      'in-catalogue': true,
      standard: '每立方米一元四角',
    }
    const { party: payer, handlers } = charged
    const body = { procedure: 'fee', name: '污水处理费', parties: [payer], handlers, facts: { case: facts } }
    await charged.open('lin', body)
    await charged.take('lin', 'charge', { case: { ground: '二月用水' }, party: { [payer]: { due: '3000' } } })
    await charged.agree('zheng')
    const number = (await charged.state('lin')).documents.find(({ code }) => code === 'fee-notice')?.number
    const report = await take(
      `F1,2026-03-12,1000.00,${number},${party},`,
      `F2,2026-03-12,2000.00,,${party},水费${number}`,
    )
    expect(report.lines).toMatchObject([
      { is: 'part', caseId: charged.id, sentence: expect.stringContaining('还欠 2,000.00 元') },
      { is: 'booked', sentence: expect.stringContaining('已缴清') },
    ])
    const { performance, state } = await charged.read('lin')
    expect(performance).toMatchObject([{ chargedFen: 300_000, balanceFen: 0, payments: [{}, { amountFen: 200_000 }] }])
    charged.version = state.seq
    await charged.take('lin', 'finish')
  })
})

describe('a review that this agency answers', () => {
  test('is known to the case of the decision, and stands in its account', async () => {
    const lin = await desk.as('lin')
    const facts = { case: { contested: '行政处罚决定书', 'applied-on': '2026-03-12', claim: '请求撤销' } }
    const origin = { kind: 'case', id: road.id }
    const body = {
      procedure: 'admin-review',
      name: '对处罚决定的行政复议',
      parties: [road.party],
      handlers: road.handlers,
    }
    const opened = await lin.send('POST', '/api/cases', { ...body, facts, origin })
    expect(opened.statusCode, opened.body).toBe(201)
    const { performance } = (await lin.get(`/api/cases/${road.id}`)).json<CaseAnswer>()
    const caseId = opened.json<{ id: string }>().id
    expect(performance).toMatchObject([
      { pauses: [{ kind: '行政复议', fromOn: '2026-03-12', caseId }], remedyEndsOn: null, balanceFen: 0 },
    ])
  })
})
