import { expect, test } from 'vitest'
import * as execution from '../../tests/support/execution-steps.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { done, LawOffice } from '../../tests/support/law-office.ts'
import { ofEveryParty } from '../../tests/support/penalty-steps.ts'

test('an order that was performed is closed in words that speak of a decision, for it was no penalty', () => {
  const office = execution.executionFiled(new LawOffice({ on: '2026-03-10' }))
  const party = ofEveryParty(office, { 'is-performed': true, 'performance-note': '自行拆除' })
  done(office.take('lin', 'record-performance', { party }))
  done(office.take('lin', 'close', { case: { 'closure-note': '已经履行' } }))
  office.agreeAll('zheng', 'wu')
  const words = plainWords(fillIssued(office, 'closure-approval'))
  expect(words).toContain('自行拆除；决定的内容已全部履行')
  expect(words).not.toContain('处罚内容')
})
