import { describe, expect, it } from 'vitest'
import { formatBasis, parseBasis } from './basis.ts'

describe('citations', () => {
  it.each([
    ['《食品安全法》第一百二十四条第一款第（五）项', '《食品安全法》第一百二十四条第一款第（五）项'],
    ['《中华人民共和国食品安全法》第124条第1款第五项', '《食品安全法》第一百二十四条第一款第（五）项'],
    [' 《道路运输条例 》第 六十三条 第(二)项　', '《道路运输条例》第六十三条第（二）项'],
    ['《刑法》第二百七十六条之一', '《刑法》第二百七十六条之一'],
  ])('%s is %s', (text, normal) => {
    const place = parseBasis(text)
    expect(place && formatBasis(place)).toBe(normal)
  })

  it.each(['', '第五条', '《价格法》', '《价格法》第条', '《价格法》第五条、第六条', '《价格法》第零条'])(
    '%s is not one citation',
    (text) => {
      expect(parseBasis(text)).toBeUndefined()
    },
  )
})
