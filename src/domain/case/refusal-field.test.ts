import { expect, test } from 'vitest'
import { LawOffice } from '../../../tests/support/law-office.ts'
import {
  fileCase,
  inquiry,
  investigate,
  NOTICE,
  notify,
  reconsider,
  waive,
} from '../../../tests/support/penalty-steps.ts'
import type { Decision } from './command.ts'

const fieldsOf = (decision: Decision) => (decision.ok ? [] : decision.refusals.map(({ field }) => field))

test('a refusal of something typed in names its field', () => {
  const office = new LawOffice()
  fileCase(office)
  expect(fieldsOf(office.take('lin', 'inquire', inquiry(office, { officers: ['lin'] })))).toEqual(['officers'])
  expect(fieldsOf(office.take('lin', 'inquire', inquiry(office, { 'certificate-shown': false })))).toEqual([
    'certificate-shown',
  ])
  investigate(office)
  notify(office, NOTICE)
  waive(office)
  reconsider(office)
  const raised = {
    case: { 'decision-reasons': '理由', correction: '改正' },
    violation: { 'violation-1': { 'final-fine': '9000' } },
  }
  expect(fieldsOf(office.take('lin', 'draft', raised))).toContain('final-fine@violation-1')
})
