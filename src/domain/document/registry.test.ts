import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { DOCUMENT_KINDS, findDocumentKind, isDocumentCode } from './registry.ts'

/** Numbers of the list whose kinds have templates of their own, and which they are. */
const OWN_TEMPLATE = new Map<number, readonly string[]>([
  [7, ['filing-approval', 'filing-refusal']],
  [8, ['filing-withdrawal']],
  [18, ['sampling-record']],
  [28, ['inquiry-record']],
  [29, ['scene-record']],
  [34, ['preservation-approval']],
  [35, ['preservation-notice', 'preservation-list']],
  [36, ['preservation-disposal-approval', 'preservation-decision', 'preservation-lift']],
  [37, ['sampling-record', 'sample-disposal-notice']],
  [38, ['test-commission']],
  [39, ['test-period-notice']],
  [43, ['extension-approval']],
  [45, ['investigation-report']],
  [46, ['coercion-approval']],
  [47, ['seizure-decision']],
  [48, ['seizure-list']],
  [49, ['coercion-record']],
  [50, ['seizure-extension-approval', 'seizure-extension']],
  [51, ['seizure-disposal']],
  [52, ['seizure-lift', 'return-list']],
  [53, ['goods-transfer-notice']],
  [55, ['early-disposal-notice', 'early-disposal-announcement']],
  [57, ['store-in-record', 'store-move-record', 'store-out-record', 'destruction-record', 'sale-record']],
  [58, ['execution-urging']],
  [60, ['fine-urging']],
  [61, ['execution-decision']],
  [62, ['substitute-urging', 'substitute-decision']],
  [63, ['demolition-term-notice', 'demolition-announcement']],
  [64, ['execution-agreement']],
  [65, ['execution-suspension', 'execution-termination', 'execution-resumption']],
  [66, ['court-application']],
  [67, ['review-submission']],
  [69, ['review-opinion']],
  [73, ['panel-record']],
  [76, ['penalty-notice']],
  [79, ['reconsideration-opinion']],
  [82, ['hearing-notice']],
  [84, ['hearing-record']],
  [88, ['summary-decision']],
  [90, ['penalty-decision']],
  [91, ['no-penalty-decision']],
  [95, ['transfer-letter']],
  [98, ['delivery-receipt']],
  [100, ['payment-notice']],
  [103, ['goods-disposal-approval', 'hand-over-record']],
  [104, ['closure-approval']],
  [105, ['dossier-cover']],
  [106, ['dossier-catalogue']],
  [107, ['dossier-notes']],
  [109, ['four-property-report']],
  [112, ['supplement-notice']],
  [113, ['acceptance-notice']],
  [114, ['rejection-notice']],
  [124, ['licence-decision']],
  [125, ['licence-refusal']],
  [129, ['delivery-receipt']],
])

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

test('every number of the list of documents has a kind, or a template of its own', () => {
  const listed = new Set(DOCUMENT_KINDS.map((kind) => kind.entry))
  const missing = Array.from({ length: 132 }, (_, index) => index + 1).filter((entry) => !listed.has(entry))
  expect(missing.filter((entry) => !OWN_TEMPLATE.has(entry))).toEqual([])
  // And nobody keeps a second, poorer form of what has a template.
  expect([...OWN_TEMPLATE.keys()].filter((entry) => listed.has(entry))).toEqual([])
  expect([...OWN_TEMPLATE.values()].flat().filter((code) => !isDocumentCode(code))).toEqual([])
})

test('a kind of the list asks something, and none asks the same twice', () => {
  for (const { code, fields } of DOCUMENT_KINDS.filter((kind) => kind.entry !== undefined)) {
    expect(fields?.length, code).toBeGreaterThan(0)
    expect(new Set(fields).size, code).toBe(fields?.length)
  }
})
