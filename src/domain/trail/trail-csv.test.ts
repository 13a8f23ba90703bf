import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, trailCsv } from './trail-csv.ts'
import type { TrailEntry } from './trail-entry.ts'

const ENTRY: TrailEntry = {
  id: 'id-1',
  at: '2026-06-01T02:03:04.000Z',
  who: '卓一',
  agency: '青石区市场监管局',
  what: '查看案件',
  object: '某公司“经营超过保质期食品”案',
  detail: '',
  address: '127.0.0.1',
}
const rowsOf = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false })

describe('a trail as CSV', () => {
  test('begins with the mark by which spreadsheets know UTF-8, and has one line an entry', () => {
    const csv = trailCsv([ENTRY, { ...ENTRY, id: 'id-2' }])
    expect(Buffer.from(csv).subarray(0, 3).toString('hex')).toBe('efbbbf')
    const [head, first, second] = rowsOf(csv)
    expect(head?.slice(0, 3)).toEqual(['序号', '时间', '人员'])
    expect(first?.slice(0, 3)).toEqual(['1', '2026-06-01 10:03:04', '卓一'])
    expect(second?.at(-1)).toBe('id-2')
  })

  test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =cmd|x', '　=1', '＝1+1', '＋1', '－1', '＠A'])(
    'a value %j is never run by a spreadsheet',
    (nasty) => {
      const [, row] = rowsOf(trailCsv([{ ...ENTRY, object: nasty }]))
      expect(row?.[5]).toBe(`'${nasty}`)
    },
  )

  test('whatever stands in a value comes back as it was, in its own cell', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(text, text, (object, detail) => {
        const [, row, more] = rowsOf(trailCsv([{ ...ENTRY, object, detail }]))
        expect(more).toBeUndefined()
        expect([object, `'${object}`]).toContain(row?.[5])
        expect([detail, `'${detail}`]).toContain(row?.[6])
        expect(row?.[8]).toBe('id-1')
      }),
      { numRuns: 100 },
    )
  })

  test('an ordinary value is left alone', () => expect(csvCell('青市监罚决〔2026〕1号')).toBe('青市监罚决〔2026〕1号'))
})
