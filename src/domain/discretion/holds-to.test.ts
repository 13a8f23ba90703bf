import { describe, expect, it } from 'vitest'
import { explainFine } from './explain-fine.ts'
import { type Fine, holdsTo, yuanDigits } from './holds-to.ts'
import { parseRange } from './parse-range.ts'
import type { PenaltyRange } from './penalty-range.ts'

function rangeOf(text: string): PenaltyRange {
  const result = parseRange(text)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.range
}

const yuan = (amount: number) => Math.round(amount * 100)
const judge = (text: string, fineYuan: number, facts: Omit<Fine, 'fineFen'> = {}) =>
  holdsTo(rangeOf(text), { fineFen: yuan(fineYuan), ...facts })
const verdict = (...args: Parameters<typeof judge>) => judge(...args).verdict

const food =
  '货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款'
const serious = '处一万元以上三万元以下罚款；情节严重的，处三万元以上十万元以下罚款'
const persons = '对单位处五万元以下罚款，对个人处二千元以下罚款'

describe('a fine is held to its range', () => {
  it.each([
    [10_000, 'within'],
    [30_000, 'within'],
    [30_000.01, 'above'],
    [9_999.99, 'below'],
  ])('the ends belong to the range: %d is %s', (fine, expected) => {
    expect(verdict('处一万元以上三万元以下罚款', fine)).toBe(expected)
  })

  it('不足 leaves the number out', () => {
    expect(verdict('处不足三万元的罚款', 30_000)).toBe('above')
    expect(verdict('处不足三万元的罚款', 29_999.99)).toBe('within')
  })

  it('a fixed amount is the only one', () => {
    expect(['1999', '2000', '2001'].map((fine) => verdict('处二千元罚款', Number(fine)))).toEqual([
      'below',
      'within',
      'above',
    ])
  })

  it('above the range the sentence names the limit and the basis', () => {
    expect(judge('处三万元以下罚款', 30_001)).toMatchObject({
      maxFen: yuan(30_000),
      basis: '《行政处罚法》第四条、第三十八条第一款',
      sentence: '罚款 30,001 元超过法定上限 30,000 元（处三万元以下罚款），应当不高于 30,000 元',
    })
  })

  it('below the range a ground of mitigation is asked for (《行政处罚法》第三十条、第三十二条)', () => {
    expect(judge('处一万元以上三万元以下罚款', 5_000)).toMatchObject({
      verdict: 'below',
      minFen: yuan(10_000),
      basis: '《行政处罚法》第三十条、第三十二条',
    })
  })

  it('可以 leaves no fine at all inside the range, 处 does not', () => {
    expect(verdict('可以处一万元以上三万元以下罚款', 0)).toBe('within')
    expect(verdict('处一万元以上三万元以下罚款', 0)).toBe('below')
  })

  it('the value decides the tier, exactly at its limit', () => {
    expect(verdict(food, 100_000, { baseFen: yuan(9_999.99) })).toBe('within')
    expect(verdict(food, 100_000.01, { baseFen: yuan(9_999.99) })).toBe('above')
    expect(verdict(food, 99_999, { baseFen: yuan(10_000) })).toBe('below')
    expect(verdict(food, 200_000, { baseFen: yuan(10_000) })).toBe('within')
    expect(verdict(food, 200_000.01, { baseFen: yuan(10_000) })).toBe('above')
  })

  it('without the value nothing is judged, and it says what to fill in', () => {
    expect(judge(food, 60_000)).toMatchObject({
      verdict: 'cannot-judge',
      sentence: expect.stringContaining('请先填写货值金额'),
    })
    expect(judge('处违法所得三倍以下罚款', 1)).toMatchObject({ verdict: 'cannot-judge', needs: 'base' })
    expect(judge('处每人五百元罚款', 500)).toMatchObject({ verdict: 'cannot-judge', needs: 'count' })
    expect(verdict('处每人五百元罚款', 1_500, { count: 3 })).toBe('within')
  })

  it('no unlawful gain is its own tier', () => {
    const text = '处违法所得一倍以上五倍以下罚款；没有违法所得的，处一万元以下罚款'
    expect(verdict(text, 10_000, { baseFen: 0 })).toBe('within')
    expect(verdict(text, 10_001, { baseFen: 0 })).toBe('above')
    expect(verdict(text, 10_001, { baseFen: yuan(5_000) })).toBe('within')
  })

  it('a value below the floor counts as the floor', () => {
    const text = '处货值金额十倍以上二十倍以下罚款；货值金额不足十万元的，按十万元计算'
    expect(verdict(text, 999_999, { baseFen: yuan(20_000) })).toBe('below')
    expect(verdict(text, 1_000_000, { baseFen: yuan(20_000) })).toBe('within')
  })

  it('a cap stands over a multiple', () => {
    expect(verdict('处违法所得三倍以下但最高不超过三万元的罚款', 30_001, { baseFen: yuan(50_000) })).toBe('above')
    expect(verdict('每吨处五百元罚款，最高不超过三万元', 30_001, { count: 100 })).toBe('above')
    expect(verdict('每吨处五百元罚款，最高不超过三万元', 30_000, { count: 100 })).toBe('within')
  })

  it('a heavier part of the range is open only when its circumstance is chosen', () => {
    expect(judge(serious, 50_000)).toMatchObject({ verdict: 'cannot-judge', needs: 'circumstance' })
    expect(verdict(serious, 50_000, { circumstances: ['情节严重'] })).toBe('within')
    expect(verdict(serious, 50_000, { circumstances: [] })).toBe('above')
    expect(verdict(serious, 20_000, { circumstances: ['情节严重'] })).toBe('below')
    expect(verdict(serious, 100_001)).toBe('above')
    expect(verdict(serious, 9_999)).toBe('below')
  })

  it('an organisation and a person each have their own clause', () => {
    expect(verdict(persons, 50_000, { subject: 'organisation' })).toBe('within')
    expect(verdict(persons, 50_000, { subject: 'person' })).toBe('above')
    expect(verdict(persons, 2_000, { subject: 'person' })).toBe('within')
    expect(verdict('处十万元以下罚款；对直接负责的主管人员处一万元以下罚款', 20_000, { subject: 'responsible' })).toBe(
      'above',
    )
  })

  it('a clause for persons alone does not reach an organisation, nor the other way round', () => {
    expect(verdict('对个人处二千元以下罚款', 100, { subject: 'organisation' })).toBe('cannot-judge')
    expect(verdict('对单位处二千元以下罚款', 100, { subject: 'person' })).toBe('cannot-judge')
  })

  it('a range without a fine cannot hold one', () => {
    expect(judge('给予警告', 100)).toMatchObject({ verdict: 'cannot-judge', needs: 'amount' })
  })
})

describe('the computation of a fine', () => {
  it('is shown line by line', () => {
    const { lines } = explainFine(rangeOf(food), { fineFen: yuan(250_000), baseFen: yuan(20_000) })
    expect(lines.slice(1)).toEqual([
      { label: '适用部分', text: '货值金额一万元以上的，处货值金额十倍以上二十倍以下罚款' },
      { label: '货值金额', text: '20,000 元' },
      { label: '计算', text: '20,000 元 × 10 ＝ 200,000 元' },
      { label: '计算', text: '20,000 元 × 20 ＝ 400,000 元' },
      { label: '可处罚款', text: '200,000 元以上400,000 元以下' },
      { label: '拟处罚款', text: '250,000 元' },
      { label: '结论', text: '在法定幅度以内：货值金额一万元以上的，处货值金额十倍以上二十倍以下罚款' },
    ])
  })

  it('says when the fine leaves the chosen tier', () => {
    const tier = {
      code: 'light',
      title: '从轻',
      factors: [],
      range: { form: 'money', fen: { max: { value: yuan(15_000), inclusive: true } } },
    } as const
    const { isInTier, lines } = explainFine(rangeOf('处三万元以下罚款'), { fineFen: yuan(20_000) }, tier)
    expect(isInTier).toBe(false)
    expect(lines.at(-1)?.text).toContain('不在所选档次以内')
  })

  it('money is written with separators and only real cents', () => {
    expect([0, 1, 123_456_789, 5_000_000].map(yuanDigits)).toEqual(['0 元', '0.01 元', '1,234,567.89 元', '50,000 元'])
  })
})
