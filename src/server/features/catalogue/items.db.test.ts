import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemImport, ItemsAnswer } from '#contract/items.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { TASK } from '../../../../tests/support/inspection-steps.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { importItems } from './index.ts'

const HEAD = '事项编码,事项名称,事项类别,设定依据,行使层级,公布日期,施行日期,截止日期'
const row = (code: string, name: string, more: { published?: string; from?: string; until?: string } = {}) =>
  [
    code,
    name,
    '行政检查',
    '《价格法》第三十三条',
    '县级',
    more.published ?? '2026-01-01',
    more.from ?? '2026-01-01',
    more.until ?? '',
  ].join(',')

let desk: TestDesk
let head: Caller
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  head = await desk.as('zheng')
})
afterAll(() => desk.close())

const file = (...rows: readonly string[]) => [HEAD, ...rows].join('\n')
const handIn = async (caller: Caller, text: string | Buffer, fileName = '清单.csv') =>
  caller.send('POST', '/api/item-files', { fileName, content: Buffer.from(text).toString('base64') })
const taken = async (text: string | Buffer) => (await handIn(head, text)).json<ItemImport>()
const list = async (caller: Caller, text = '') =>
  (await caller.get(`/api/items?${new URLSearchParams({ text, limit: '200' })}`)).json<ItemsAnswer>()
const only = async (text: string) => (await list(head, text)).items[0]
const { item: _, 'item-basis': __, ...BESIDE } = TASK

async function opening(item: string | undefined, facts: Record<string, unknown> = BESIDE) {
  const lin = await desk.as('lin')
  const { people } = (await lin.get('/api/people?role=handler')).json<{ people: { id: string; name: string }[] }>()
  const { parties } = (await lin.get('/api/parties?q=%E5%8D%97')).json<{ parties: { id: string }[] }>()
  return lin.send('POST', '/api/cases', {
    procedure: 'inspection',
    name: '青石某店食品安全检查',
    parties: [parties[0]?.id],
    violations: [],
    handlers: people.filter(({ name }) => ['林一', '周二'].includes(name)).map(({ id }) => id),
    facts: { case: facts },
    ...(item && { item }),
  })
}

describe('the list of an agency', () => {
  it('is taken from a file, the same file again changes nothing, and a new text is a new version', async () => {
    expect(await taken(file(row('X-1', '甲检查'), row('X-2', '乙检查')))).toMatchObject({ rowsRead: 2, rowsTaken: 2 })
    expect(await taken(file(row('X-1', '甲检查'), row('X-2', '乙检查')))).toMatchObject({
      rowsTaken: 0,
      rowsUnchanged: 2,
    })
    expect(await taken(file(row('X-1', '甲检查（改）')))).toMatchObject({ rowsTaken: 1 })
    expect(await only('X-1')).toMatchObject({ name: '甲检查（改）', version: 2 })
    expect(await taken(file(row('X-1', '甲检查')))).toMatchObject({ rowsTaken: 1 })
    expect(await only('X-1')).toMatchObject({ name: '甲检查', version: 3 })
  })

  it('keeps what holds until the day on which the next text begins', async () => {
    await taken(file(row('X-3', '丙检查'), row('X-3', '丙检查（新）', { from: '2026-07-01' })))
    expect(await only('X-3')).toMatchObject({ name: '丙检查', version: 1 })
    await taken(file(row('X-4', '丁检查', { until: '2026-05-31' })))
    expect(await only('X-4')).toBeUndefined()
  })

  it('tells a bad row by its line and takes the others; the list of another agency is not touched', async () => {
    const text = [
      `${HEAD},实施机关`,
      `${row('X-5', '')},`,
      `${row('X-6', '戊检查')},`,
      `${row('X-7', '己检查')},南屏市青石区城市管理局`,
    ]
    const report = await taken(text.join('\n'))
    expect(report).toMatchObject({ rowsRead: 3, rowsTaken: 1 })
    expect(report.refused).toEqual([
      { line: 2, sentence: '“事项名称”是空的，应当写明' },
      { line: 4, sentence: '“南屏市青石区城市管理局”是其他机关，这里只导入本机关的事项' },
    ])
    expect((await list(await desk.as('zhu'), '检查')).items.every(({ code }) => code.startsWith('QS-CG'))).toBe(true)
  })

  it.each([
    ['an empty list', HEAD, '没有事项'],
    ['other columns', '甲,乙\n1,2', '缺少：事项编码'],
    ['an open quotation mark', `${HEAD}\n"没有结束`, '引号'],
  ])('is refused as a whole for %s', async (_title, text, says) => {
    const report = await taken(text)
    expect(report.rowsTaken).toBe(0)
    expect(report.refused[0]?.sentence).toContain(says)
  })

  it('is read in GBK as well, and a workbook is no list', async () => {
    // 检查 in GBK; the heads are ASCII-free, so a list in it would be refused by its columns, which have been read.
    const gbk = Buffer.from([0xbc, 0xec, 0xb2, 0xe9, 0x2c, 0x31, 0x0a, 0x31, 0x2c, 0x32])
    expect((await taken(gbk)).refused[0]?.sentence).toContain('缺少')
    const workbook = await handIn(head, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]))
    expect([workbook.statusCode, workbook.body]).toEqual([422, expect.stringContaining('另存为 CSV')])
  })

  it('is handed in by a command for every agency that the file names', async () => {
    const text = [
      `${HEAD},实施机关`,
      `${row('Y-1', '甲检查')},南屏市青石区城市管理局`,
      `${row('Y-2', '乙检查')},`,
    ].join('\n')
    const report = await importItems(
      desk.database.app,
      { file: 'a.csv', text },
      undefined,
      new Date('2026-06-01T02:00:00Z'),
    )
    expect(report).toMatchObject({
      rowsTaken: 1,
      refused: [{ line: 3, sentence: expect.stringContaining('实施机关') }],
    })
    expect((await list(await desk.as('zhu'), 'Y-1')).items).toMatchObject([{ name: '甲检查' }])
  })

  it('stands in the audit with what was taken', async () => {
    const { rows } = await desk.database.owner.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM app.audit_entries WHERE name = 'items-imported' AND detail->>'rowsTaken' = '2'`,
    })
    expect(rows[0]?.n).toBeGreaterThan(0)
  })
})

describe('a case under an item', () => {
  it('keeps the version with which it was opened, with every article', async () => {
    const item = await only('QS-SC-JC-002')
    const opened = await opening(item?.id)
    expect(opened.statusCode).toBe(201)
    await taken(file(row('QS-SC-JC-002', '明码标价检查（改）')))
    const answer = await (await desk.as('lin')).get(`/api/cases/${opened.json<{ id: string }>().id}`)
    const { state } = answer.json<{ state: { item: object; runs: [{ facts: { case: object } }] } }>()
    expect(state.item).toMatchObject({ id: item?.id, version: 1, name: '明码标价情况检查' })
    expect(state.runs[0].facts.case).toMatchObject({ 'item-basis': '《价格法》第三十三条、《价格法》第三十四条' })
    const old = await opening(item?.id)
    expect([old.statusCode, old.body]).toEqual([409, expect.stringContaining('已经有了新的一版')])
  })

  it('is refused where the list has it unpublished, where it is another agency’s, and where it was typed in', async () => {
    const unpublished = await opening((await only('QS-SC-JC-004'))?.id)
    expect([unpublished.statusCode, unpublished.body]).toEqual([409, expect.stringContaining('还没有公布')])
    const [theirs] = (await list(await desk.as('zhu'), 'QS-CG-JC-001')).items
    const foreign = await opening(theirs?.id)
    expect([foreign.statusCode, foreign.body]).toEqual([409, expect.stringContaining('其他机关的事项')])
    expect(foreign.body).toContain('国办发〔2024〕54号')
    const typed = await opening(undefined, TASK)
    expect([typed.statusCode, typed.body]).toEqual([409, expect.stringContaining('请从清单里选择')])
    const nobodys = await opening('00000000-0000-7000-8000-000000000000')
    expect(nobodys.statusCode).toBe(404)
    expect((await head.get(`/api/items/${theirs?.id}`)).statusCode).toBe(404)
  })

  it('is not approved any more once the item is taken from the list', async () => {
    const item = await only('QS-SC-JC-003')
    const road = await PenaltyRoad.open<Caller>(desk, {
      procedure: 'inspection',
      name: '青石某厂特种设备检查',
      violations: [],
      facts: { case: BESIDE },
      item: item?.id,
    })
    await taken(file(row('QS-SC-JC-003', '特种设备使用单位安全检查', { from: '2026-05-01', until: '2026-05-31' })))
    const facts = {
      case: {
        'planned-on': '2026-06-01',
        'approved-officers': road.handlers,
        'plan-content': '查看',
        'item-published': true,
      },
    }
    const refused = await road.trial('lin', 'ask', { run: 'main', facts, scenes: {} })
    expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('停止施行')])
  })
})
