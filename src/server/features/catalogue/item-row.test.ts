import { describe, expect, test } from 'vitest'
import { readItemRow } from './item-row.ts'

const ROW = {
  事项编码: 'JC-001',
  事项名称: '食品经营场所食品安全检查',
  事项类别: '行政检查',
  设定依据: '《中华人民共和国食品安全法》第110条|《价格法》第三十三条第一款',
  行使层级: '县级',
  公布日期: '2025-02-01',
  施行日期: '2025-02-01',
}

describe('a row of a list of items', () => {
  test('is kept with its articles as decisions write them', () => {
    expect(readItemRow(ROW)).toMatchObject({
      kind: '行政检查',
      basis: '《食品安全法》第一百一十条、《价格法》第三十三条第一款',
      publishedOn: '2025-02-01',
      untilOn: null,
    })
  })

  test('may be unpublished, and may name its kind as lists do', () => {
    expect(readItemRow({ ...ROW, 公布日期: '', 事项类别: '检查' })).toMatchObject({
      kind: '行政检查',
      publishedOn: null,
    })
    expect(readItemRow({ ...ROW, 事项类别: '其他行政权力' })).toMatchObject({ kind: '其他' })
  })

  test.each([
    ['事项名称', '', '“事项名称”是空的'],
    ['事项名称', '检\u0000查', '控制字符'],
    ['事项名称', '检'.repeat(201), '超过 200 个字'],
    ['事项类别', '线索', '应为行政处罚、行政强制'],
    ['设定依据', '某某办法有关规定', '不是完整的依据'],
    ['设定依据', '|', '不是完整的依据'],
    ['公布日期', '2025/2/1', '应写作 2026-01-01 的样子'],
    ['截止日期', '2025-01-31', '早于“施行日期”'],
  ])('with %s as %j is refused by a sentence', (column, text, says) => {
    expect(readItemRow({ ...ROW, [column]: text })).toContain(says)
  })
})
