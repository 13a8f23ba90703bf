import { describe, expect, it } from 'vitest'
import { clockWords } from './clock-words.ts'

describe('a clock in words', () => {
  it.each([
    [-1, '逾期 1 天', 'late'],
    [0, '今天到期', 'late'],
    [1, '剩 1 天', 'soon'],
    [5, '剩 5 天', 'soon'],
    [6, '剩 6 天', 'calm'],
  ] as const)('says %i days as “%s” (%s)', (days, words, tone) => {
    expect(clockWords(days)).toEqual({ words, tone })
  })
  it('says that nothing runs', () => {
    expect(clockWords(null)).toEqual({ words: '无期限', tone: 'none' })
  })
})
