import { describe, expect, test } from 'vitest'
import { rootRun } from '#domain/case/state.ts'
import * as execution from '../../../../tests/support/execution-steps.ts'
import { fillIssued, LETTERHEAD, plainWords } from '../../../../tests/support/filled-documents.ts'
import { done, LawOffice } from '../../../../tests/support/law-office.ts'
import { reach } from '../../../../tests/support/penalty-steps.ts'
import { fillingOf } from './filling.ts'
import { remedyBlock } from './remedy-block.ts'

describe('execution that goes on', () => {
  test('after a broken agreement rests on the paragraph about agreements alone', () => {
    const office = execution.agreed(new LawOffice()).on('2027-06-01')
    done(office.take('lin', 'breach', { case: { 'resume-words': '没有按期缴纳' } }))
    office.agreeAll('zheng')
    const words = plainWords(fillIssued(office, 'execution-resumption'))
    expect(words).toContain('第四十二条第二款')
    expect(words).not.toContain('第三十九条')
  })

  test('after it had stopped rests on the paragraph about stopping alone', () => {
    const office = execution.stopped(new LawOffice())
    done(office.take('lin', 'resume', { case: { 'resume-words': '中止的情形已经消失' } }))
    office.agreeAll('zheng')
    const words = plainWords(fillIssued(office, 'execution-resumption'))
    expect(words).toContain('第三十九条第二款')
    expect(words).not.toContain('第四十二条')
  })
})

describe('the term of a remedy', () => {
  const clauseOf = (code: string) => {
    const office = reach(new LawOffice(), 'performance')
    const document = { id: 'doc', code, issuedOn: office.today }
    const { env, case: state } = office
    return remedyBlock(fillingOf({ env, state, run: rootRun(state), document, agency: LETTERHEAD }), '本决定').remedy
      .text
  }

  test.each([
    ['penalty-decision', '本决定书'],
    ['correction-order', '本通知书'],
    ['request-rejection', '本告知书'],
    ['fee-notice', '本通知书'],
  ])('counts from the receipt of the very paper: %s', (code, paper) => {
    expect(clauseOf(code)).toContain(`自收到${paper}之日起六十日内`)
    expect(clauseOf(code)).toContain(`自收到${paper}之日起六个月内`)
  })
})

test('a surcharge may be laid on, and is not bound to be', () => {
  const office = execution.urged(new LawOffice())
  done(office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-30' } }))
  office.agreeAll('zheng')
  expect(plainWords(fillIssued(office, 'fine-urging'))).toContain('本机关可以每日继续按')
})
