import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { parseRange } from '#domain/discretion/parse-range.ts'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { getViolation, importViolations, loadDemoViolations, searchViolations } from './index.ts'

const HEAD = '一级,二级,情形抽取,法条依据,法条内容,类案,处罚依据,处罚种类,处罚幅度,涉刑风险,刑法依据,刑法内容'
const now = new Date('2026-11-04T02:00:00Z')

type Cells = Partial<Record<'title' | 'basis' | 'cause' | 'kinds' | 'range' | 'risk' | 'criminal', string>>
function line(cells: Cells): string {
  const { title = '乱停放', basis = '《停放办法》第五条', cause = '违反规定停放', kinds = '警告|罚款' } = cells
  const { range = '处五百元以下罚款', risk = '暂无', criminal = '' } = cells
  return ['甲类', '乙类', title, basis, '"多行\n的法条"', '无', cause, kinds, range, risk, criminal, ''].join(',')
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => database.drop())

const load = (text: string, file = 'parking.csv') =>
  importViolations(database.app, { file, domain: 'parking', stream: Readable.from([Buffer.from(text)]) }, now)
const search = (text: string, more: { domain?: string; limit?: number } = {}) =>
  searchViolations(database.app, { text, limit: 20, ...more })

describe('the import of violations', () => {
  const good = `\ufeff${HEAD}\n${line({})}\n${line({
    title: '占道堆物',
    basis: '《中华人民共和国道路法》第9条|《道路法》第十二条第一款第（二）项',
    range: '对单位处一万元以下罚款',
    risk: '【某罪】',
    criminal: '《刑法》第一百三十四条',
  })}\n${line({ title: '没有幅度', range: '暂无', kinds: '责令改正' })}\n`

  it('takes rows over several lines, keeps bases apart and parses ranges', async () => {
    const report = await load(good)
    expect(report).toMatchObject({
      rowsRead: 3,
      rowsTaken: 3,
      rowsUnchanged: 0,
      refused: [],
      statingAmount: 2,
      parsed: 2,
    })
    const { violations } = await search('占道')
    expect(violations).toMatchObject([
      {
        basisViolated: '《道路法》第九条',
        basisPenalty: '《道路法》第十二条第一款第（二）项',
        kinds: ['警告', '罚款'],
        isParsed: true,
      },
    ])
    const { rows } = await database.app.query<{ role: string; title: string; article: number }>({
      text: `SELECT v.role, b.title, b.article FROM app.violation_bases v JOIN app.bases b ON b.id = v.basis_id
        WHERE v.violation_id = $1 ORDER BY v.ordinal`,
      values: [violations[0]?.id],
    })
    expect(rows).toEqual([
      { role: 'violated', title: '道路法', article: 9 },
      { role: 'penalty', title: '道路法', article: 12 },
      { role: 'criminal', title: '刑法', article: 134 },
    ])
  })

  it('the same file again changes nothing', async () => {
    expect(await load(good, 'copy.csv')).toMatchObject({ rowsRead: 3, rowsTaken: 0, rowsUnchanged: 3, refused: [] })
  })

  it('a bad row is told by line and column and never stops the others', async () => {
    const text = [
      HEAD,
      line({ title: '' }),
      line({ title: '甲', basis: '某办法第五条' }),
      '一,二,三',
      ',,,,,,,,,,,',
      line({ title: '乙' }),
      line({ title: '丙\u0007' }),
    ].join('\n')
    const report = await load(text)
    expect(report).toMatchObject({ rowsRead: 6, rowsTaken: 1, blankLines: [7] })
    expect(report.refused).toEqual([
      { file: 'parking.csv', line: 2, column: '情形抽取', sentence: '违法情形是空的，应当写明' },
      { file: 'parking.csv', line: 4, column: '法条依据', sentence: expect.stringContaining('应当写作《…》第…条') },
      { file: 'parking.csv', line: 6, column: '情形抽取', sentence: '应当有 12 列，实有 3 列' },
      { file: 'parking.csv', line: 10, column: '情形抽取', sentence: '有控制字符，应当删去' },
    ])
    expect(report.rowsTaken + report.rowsUnchanged + report.blankLines.length + report.refused.length).toBe(
      report.rowsRead,
    )
  })

  it('a range that cannot be read is kept as text, marked and counted', async () => {
    const report = await load(`${HEAD}\n${line({ title: '怪', range: '处五万元以上一万元以下罚款' })}`)
    expect(report).toMatchObject({
      rowsTaken: 1,
      statingAmount: 1,
      parsed: 0,
      unparsed: [{ line: 2, column: '处罚幅度' }],
    })
    const { violations } = await search('怪')
    expect(violations).toMatchObject([{ rangeText: '处五万元以上一万元以下罚款', isParsed: false }])
    const detail = await getViolation(database.app, violations[0]?.id ?? '', plainDate('2026-11-04'))
    expect(detail).toMatchObject({ range: null, rangeProblem: expect.stringContaining('下限大于上限') })
  })

  it('an unclosed quotation mark is told and the rows before it are taken', async () => {
    const report = await load(`${HEAD}\n${line({ title: '丁' })}\n"没有结束,${line({})}`)
    expect(report.rowsTaken).toBe(1)
    expect(report.refused).toMatchObject([{ sentence: expect.stringContaining('引号') }])
  })

  it.each([
    ['', '没有'],
    ['甲,乙\n1,2', '缺少列'],
    [Buffer.from([0xd2, 0xbb, 0xbc, 0xb6, 0x2c, 0x0a]).toString('latin1'), 'UTF-8'],
  ])('%j is refused as a whole', async (text) => {
    const report = await load(text)
    expect(report.rowsTaken).toBe(0)
    expect(report.refused).toMatchObject([{ line: 1, sentence: expect.stringContaining('UTF-8') }])
  })

  it.each(['violations', 'bases', 'violation_bases', 'tiers'])(
    'the program cannot change or delete %s',
    async (table) => {
      await expect(database.app.query({ text: `DELETE FROM app.${table}` })).rejects.toThrow('permission denied')
      await expect(
        database.app.query({ text: `UPDATE app.${table} SET ${table === 'bases' ? 'title' : 'id'} = NULL` }),
      ).rejects.toThrow(/permission denied|column/)
    },
  )
})

describe('the demo catalogue', () => {
  it('is loaded once, its ranges parsed, its tiers inside the ranges', async () => {
    const first = await database.app.transaction((tx) => loadDemoViolations(tx, { food: 'market' }))
    const second = await database.app.transaction((tx) => loadDemoViolations(tx, { food: 'market' }))
    expect([first.inserted, second.inserted]).toEqual([25, 0])
    const { violations } = await search('过期 食品安全法', { domain: 'market' })
    expect(violations).toHaveLength(1)
    const detail = await getViolation(database.app, violations[0]?.id ?? '', plainDate('2026-11-04'))
    expect(detail?.tiers.map(({ code }) => code)).toEqual(['light', 'ordinary', 'heavy'])
    expect(parseRange(detail?.rangeText ?? '')).toEqual({ ok: true, range: detail?.range })
  })

  it('tiers are not in force before their day', async () => {
    const { violations } = await search('经营过期食品')
    const detail = await getViolation(database.app, violations[0]?.id ?? '', plainDate('2025-12-31'))
    expect(detail?.tiers).toEqual([])
  })

  it('a search takes signs as text, keeps to its limit and says when there is more', async () => {
    expect((await search('%')).violations).toEqual([])
    expect(await search('', { limit: 2 })).toMatchObject({ isCapped: true, violations: [{}, {}] })
    expect((await search('广告', { domain: 'health' })).violations).toEqual([])
  })

  it('an id that nobody has finds nothing', async () => {
    expect(
      await getViolation(database.app, '00000000-0000-7000-8000-000000000000', plainDate('2026-11-04')),
    ).toBeUndefined()
  })
})
