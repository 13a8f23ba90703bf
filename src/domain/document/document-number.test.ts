import { expect, test } from 'vitest'
import { formatDocumentNumber } from './document-number.ts'

test('a document number has the year in hexagonal brackets and no leading zeros', () => {
  const number = formatDocumentNumber({ agencyWord: '南青市监', word: '罚决', year: 2026, serial: 7 })
  expect(number).toBe('南青市监罚决\u30142026\u30157号')
})

test.each([0, -1, 1.5, Number.NaN])('%s is no serial of a document number', (serial) => {
  expect(() => formatDocumentNumber({ agencyWord: '南青', word: '罚决', year: 2026, serial })).toThrow('正整数')
})
