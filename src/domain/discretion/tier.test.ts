import { describe, expect, it } from 'vitest'
import { parseRange } from './parse-range.ts'
import type { Amount, PenaltyRange } from './penalty-range.ts'
import { proposeTier, refuseTier, type Tier } from './tier.ts'

function rangeOf(text: string): PenaltyRange {
  const result = parseRange(text)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.range
}

function tier(code: string, text: string, factors: readonly string[] = []): Tier {
  const measure = rangeOf(text).clauses[0]?.measure
  if (measure?.kind !== 'fine' || measure.amount === undefined) throw new Error(text)
  const range: Amount = measure.amount
  return { code, title: code, factors, range }
}

describe('tiers of a discretion standard', () => {
  const range = rangeOf('处一万元以上三万元以下罚款；情节严重的，处货值金额二倍以上五倍以下罚款')

  it.each(['处一万元以上二万元以下罚款', '处三万元罚款', '处货值金额二倍以上三倍以下罚款'])(
    '%s lies inside',
    (text) => {
      expect(refuseTier(tier('t', text), range)).toBeUndefined()
    },
  )

  it.each([
    '处九千元以上二万元以下罚款',
    '处二万元以上罚款',
    '处二万元以下罚款',
    '处违法所得二倍罚款',
    '处货值金额六倍罚款',
  ])('%s does not', (text) => expect(refuseTier(tier('t', text), range)).toContain('不在法定幅度以内'))

  it('a range without a fine takes no tier of fines', () => {
    expect(refuseTier(tier('t', '处一元罚款'), rangeOf('给予警告'))).toContain('没有罚款')
  })

  const tiers = [
    tier('轻', '处一万元罚款', ['merit', 'coerced']),
    tier('中', '处二万元罚款'),
    tier('重', '处三万元罚款', ['harm']),
  ]

  it('the circumstances propose the tier', () => {
    expect(proposeTier(tiers, ['merit'])).toMatchObject({ tier: { code: '轻' }, matched: ['merit'], alsoMatched: [] })
    expect(proposeTier(tiers, [])).toMatchObject({ tier: { code: '中' } })
    expect(proposeTier(tiers, ['unheard-of'])).toMatchObject({ tier: { code: '中' } })
  })

  it('in doubt the lighter tier, and the choice must be explained', () => {
    const proposal = proposeTier(tiers, ['harm', 'merit'])
    expect(proposal).toMatchObject({ tier: { code: '轻' }, alsoMatched: [{ code: '重' }] })
    expect(proposal.sentence).toContain('请说明取舍')
  })

  it('nothing is proposed when nothing fits', () => {
    expect(proposeTier(tiers.slice(2), [])).toMatchObject({ tier: undefined })
  })
})
