import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumeral, parseNumeral } from './numeral.ts'

describe('numerals', () => {
  it.each([
    ['五万', 50_000],
    ['1万', 10_000],
    ['1.5万', 15_000],
    ['2,000', 2_000],
    ['1万5千', 15_000],
    ['一百零五', 105],
    ['十五', 15],
    ['两千', 2_000],
    ['二十万', 200_000],
    ['一亿零三', 100_000_003],
    ['贰仟叁佰', 2_300],
    ['二〇二六', 2026],
    ['1.15万', 11_500],
  ])('%s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each([
    '',
    '十百',
    '万',
    '百',
    '一百一千',
    '1e9',
    '-0',
    '1,00',
    '五五五万',
    '1.2.3',
    '三百万亿亿',
    '9'.repeat(400),
  ])('%s is no numeral', (text) => expect(parseNumeral(text)).toBeUndefined())

  it('every whole number to 999,999,999 is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(parseNumeral(chineseNumeral(value))).toBe(value)
        expect(parseNumeral(String(value))).toBe(value)
        expect(parseNumeral(value.toLocaleString('en-US'))).toBe(value)
      }),
      { numRuns: 2_000 },
    )
  })

  it('places of zeros are written once', () => {
    expect([10, 110, 1_001, 10_001, 100_010, 100_000_000].map(chineseNumeral)).toEqual([
      '十',
      '一百一十',
      '一千零一',
      '一万零一',
      '十万零一十',
      '一亿',
    ])
  })
})
