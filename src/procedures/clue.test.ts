import { expect, test } from 'vitest'
import * as clue from '../../tests/support/clue-steps.ts'
import { gatesOf, LawOffice } from '../../tests/support/law-office.ts'

test('the term of a clue is lengthened once, and not again after a dispute of jurisdiction either', () => {
  const office = clue.register(new LawOffice())
  clue.extend(office)
  const again = () => office.take('lin', 'extend-check', { case: { 'extension-reason': '还要外地核查' } })
  expect(gatesOf(again())).toEqual(['extension-once'])
  const dispute = { 'other-agency': '邻区市场监督管理局', dispute: '两地都先后立案' }
  expect(gatesOf(office.take('lin', 'report-dispute', { case: dispute }))).toEqual([])
  office.agreeAll('wu')
  const designated = { superior: '市市场监督管理局', 'designation-number': '指管〔2026〕1号' }
  expect(gatesOf(office.take('lin', 'designated-here', { case: designated }))).toEqual([])
  expect(gatesOf(again())).toEqual(['extension-once'])
})

test('the term of a clue that is over is not lengthened', () => {
  const office = clue.register(new LawOffice()).on('2026-07-01')
  const reason = { case: { 'extension-reason': '需要到外地核查' } }
  expect(gatesOf(office.take('lin', 'extend-check', reason))).toEqual(['extension-in-time'])
})
