import { expect, test } from 'vitest'
import { timesWords } from './times-words.ts'

test.each([
  [null, undefined],
  [{ promised: null, statutory: 20, actual: null }, '法定 20 个工作日'],
  [{ promised: 10, statutory: 20, actual: 10 }, '承诺 10 个工作日，法定 20 个工作日，实际 10 个工作日'],
  [
    { promised: 10, statutory: 20, actual: 11 },
    '承诺 10 个工作日，法定 20 个工作日，实际 11 个工作日（超过承诺，应当公开说明理由）',
  ],
  [{ promised: 10, statutory: 20, actual: 21 }, '承诺 10 个工作日，法定 20 个工作日，实际 21 个工作日（超过法定时间）'],
])('%o is told as %s', (times, words) => expect(timesWords(times)).toBe(words))
