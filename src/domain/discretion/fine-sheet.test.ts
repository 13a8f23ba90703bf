import { describe, expect, test } from 'vitest'
import { type FineAsked, fineSheet, fineTotals } from './fine-sheet.ts'
import { parseRange } from './parse-range.ts'

const asked = (text: string, more: Partial<FineAsked> = {}): FineAsked => {
  const parsed = parseRange(text)
  return {
    basisPenalty: '《某法》第八条',
    rangeText: text,
    ...(parsed.ok ? { range: parsed.range } : {}),
    subject: 'organisation',
    ...more,
  }
}
const labels = (more: FineAsked) => fineSheet(more).map(({ label, text }) => `${label}：${text}`)
const MONEY = '处五千元以上五万元以下罚款'

describe('the computation of a fine', () => {
  test('names range, amount and result, each with its rule', () => {
    const lines = fineSheet(asked(MONEY, { fineFen: 800_000 }))
    expect(lines.find(({ label }) => label === '罚款')).toEqual({ label: '罚款', text: '8,000 元', tone: 'result' })
    expect(lines[0]).toMatchObject({ label: '法定幅度', basis: '《某法》第八条' })
    expect(lines.at(-1)).toMatchObject({ label: '结论' })
    expect(lines.filter(({ label, basis }) => label !== '罚款' && basis === undefined)).toEqual([])
  })

  test('multiplies the base, and says when a fen was cut', () => {
    const multiple = '处货值金额百分之五以上百分之三十以下罚款'
    expect(labels(asked(multiple, { baseFen: 10_000, fineFen: 20_000 }))).toContain('计算：100 元 × 0.05 ＝ 5 元')
    expect(labels(asked(multiple, { baseFen: 10_000 })).join()).not.toContain('取整')
    expect(labels(asked(multiple, { baseFen: 10_001 })).join()).toContain('下限进到分')
  })

  test('waits for what is missing', () => {
    expect(fineSheet(asked(MONEY)).at(-1)).toEqual({ label: '罚款', text: '还没有填', tone: 'care' })
    expect(fineSheet(asked('处货值金额五倍以上十倍以下罚款', { fineFen: 100 })).at(-1)?.text).toContain(
      '请先填写货值金额',
    )
  })

  test('below the range only with a circumstance, which is cited by its clause and wants its reason', () => {
    const below = { fineFen: 100_000 }
    expect(fineSheet(asked(MONEY, below)).at(-1)).toMatchObject({ tone: 'care' })
    const mitigated = fineSheet(asked(MONEY, { ...below, mitigation: '配合行政机关查处违法行为有立功表现' }))
    expect(mitigated.find(({ label }) => label === '情节')).toMatchObject({
      basis: '《行政处罚法》第三十二条第四项',
      text: expect.stringContaining('减轻：可以低于法定下限'),
    })
    expect(mitigated.find(({ label }) => label === '理由')?.tone).toBe('care')
  })

  test('shows the tier that is named in what was written, with its range', () => {
    const range = {
      form: 'money',
      fen: { min: { value: 500_000, inclusive: true }, max: { value: 1_000_000, inclusive: true } },
    } as const
    const tiers = [{ code: 'light', title: '从轻', factors: [], range }]
    const lines = labels(asked(MONEY, { fineFen: 800_000, tiers, tierText: '适用从轻档，首次被查' }))
    expect(lines.join('\n')).toContain('裁量档次：从轻')
    expect(lines.join('\n')).toContain('本档罚款')
  })

  test('is held to what was notified', () => {
    const sheet = (fineFen: number) => fineSheet(asked(MONEY, { fineFen, notifiedFen: 800_000 }))
    expect(sheet(800_000).find(({ label }) => label === '告知的罚款')?.tone).toBeUndefined()
    expect(sheet(800_001).find(({ label }) => label === '告知的罚款')).toMatchObject({ tone: 'care' })
  })

  test('a range that cannot be read is shown as it stands, and nobody is fined by a guess', () => {
    const { range: _, ...unread } = asked(MONEY)
    expect(fineSheet({ ...unread, rangeText: '按有关规定处罚' }).map(({ label }) => label)).toEqual([
      '法定幅度',
      '说明',
    ])
  })
})

test('the acts of each party are put together, and what is not known is no zero', () => {
  expect(
    fineTotals([
      { party: 'p', fineFen: 500_000 },
      { party: 'p', fineFen: 100 },
      { party: 'q', fineFen: undefined },
    ]),
  ).toEqual([{ party: 'p', acts: 2, fineFen: 500_100 }])
})
