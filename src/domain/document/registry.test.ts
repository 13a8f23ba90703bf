import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { DOCUMENT_KINDS, findDocumentKind, isDocumentCode } from './registry.ts'

test('a code names one kind on any day', () => {
  const codes = DOCUMENT_KINDS.map((kind) => kind.code)
  expect(new Set(codes).size).toBe(codes.length)
})

test('two kinds never share the type word of their numbers', () => {
  const words = DOCUMENT_KINDS.filter((kind) => kind.numbered).map((kind) => kind.word)
  expect(new Set(words).size).toBe(words.length)
})

test('a decision form of the new 行政复议法 is not used before that law came into force', () => {
  expect(findDocumentKind('penalty-decision', plainDate('2023-12-31'))).toBeUndefined()
  expect(findDocumentKind('penalty-decision', plainDate('2024-01-01'))?.title).toBe('行政处罚决定书')
})

test('an unknown code is no kind', () => {
  expect(isDocumentCode('penalty-decison')).toBe(false)
  expect(isDocumentCode('penalty-decision')).toBe(true)
})
