import { expect, test } from 'vitest'
import { MAJOR_REVIEW } from '#domain/case/reviewed-act.ts'
import { shortBasis } from './short-basis.ts'

test('a document is cited by its number, and an article of law in full', () => {
  expect(shortBasis(MAJOR_REVIEW)).toBe('国办发〔2018〕118号第四部分')
  expect(shortBasis('《行政处罚法》第五十八条')).toBe('《行政处罚法》第五十八条')
  expect(shortBasis('《某办法》（试行）第三条')).toBe('《某办法》（试行）第三条')
})
