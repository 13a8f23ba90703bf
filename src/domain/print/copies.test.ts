import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { DocumentKind } from '../document/document-kind.ts'
import { DOCUMENT_KINDS, findDocumentKind } from '../document/registry.ts'
import { copiesInWords, copiesOf, countOf, isSealed } from './copies.ts'

const templates = join(import.meta.dirname, '../../../templates')
const kindOf = (code: string): DocumentKind => {
  const kind = findDocumentKind(code, plainDate('2026-06-01'))
  if (!kind) throw new Error(code)
  return kind
}
const NUMERALS = ['', '一', '二', '三']

describe('the copies of a paper', () => {
  test('are as many as the paper says of itself', () => {
    const saying = DOCUMENT_KINDS.flatMap((kind) => {
      const said = /一式(.)份/.exec(readFileSync(join(templates, `${kind.template}.typ`), 'utf8'))?.[1]
      return said === undefined ? [] : [[kind, said] as const]
    })
    expect(saying.length).toBeGreaterThan(3)
    for (const [kind, said] of saying)
      expect([kind.code, NUMERALS[countOf(copiesOf(kind, 1))]]).toEqual([kind.code, said])
  })
  test('of a letter are one for the party and one for the dossier; of a letter to another body, one for that body', () => {
    expect(copiesInWords(copiesOf(kindOf('penalty-notice'), 3))).toBe('当事人 1 份、归档 1 份')
    expect(copiesInWords(copiesOf(kindOf('transfer-letter'), 1))).toBe('受文单位 1 份、归档 1 份')
  })
  test('of a list that all parties keep are one for each', () => {
    expect(copiesInWords(copiesOf(kindOf('seizure-list'), 3))).toBe('当事人 3 份、归档 1 份')
  })
  test('of what stays in the office are one', () => {
    expect(copiesInWords(copiesOf(kindOf('filing-approval'), 2))).toBe('归档 1 份')
  })
})

test('what is stamped is what is written under the red head', () => {
  expect([isSealed(kindOf('penalty-decision')), isSealed(kindOf('filing-approval'))]).toEqual([true, false])
})
