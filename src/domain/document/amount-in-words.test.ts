import { expect, test } from 'vitest'
import { amountInFigures, amountInWords } from './amount-in-words.ts'

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [105, '壹元零伍分'],
  [210000, '贰仟壹佰元整'],
  [1000000, '壹万元整'],
  [1000500, '壹万零伍元整'],
  [10010000, '壹拾万零壹佰元整'],
  [10150000, '壹拾万壹仟伍佰元整'],
  [100000001, '壹佰万元零壹分'],
  [10000000050, '壹亿元伍角整'],
  [10000010000, '壹亿零壹佰元整'],
  [1234567890123, '壹佰贰拾叁亿肆仟伍佰陆拾柒万捌仟玖佰零壹元贰角叁分'],
])('%i fen is written in words as %s', (fen, words) => {
  expect(amountInWords(fen)).toBe(words)
})

test('an amount below zero or with parts of a fen has no words', () => {
  expect(() => amountInWords(-1)).toThrow('不小于零')
  expect(() => amountInWords(0.5)).toThrow('整数分')
})

test('figures have thousands marks and two decimals', () => {
  expect([5, 210000, 123456789].map(amountInFigures)).toEqual(['0.05', '2,100.00', '1,234,567.89'])
})
