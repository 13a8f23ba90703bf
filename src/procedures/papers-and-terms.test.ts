import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import {
  decidePenalty,
  draft,
  fileCase,
  investigate,
  NOTICE,
  notify,
  reconsider,
  SEVEN_POINTS,
  waive,
} from '../../tests/support/penalty-steps.ts'

function decided(notice = NOTICE): LawOffice {
  const office = new LawOffice()
  fileCase(office)
  investigate(office)
  notify(office, notice)
  waive(office)
  reconsider(office)
  draft(office)
  decidePenalty(office)
  return office
}

describe('papers that only some parties get', () => {
  test('a fine brings a payment notice with the decision', () => {
    expect(decided().case.documents.map(({ code }) => code)).toContain('payment-notice')
  })

  test('a warning alone brings none', () => {
    const warned = decided({ ...NOTICE, violation: { 'violation-1': { warning: true } } })
    const codes = warned.case.documents.map(({ code }) => code)
    expect(codes).toContain('penalty-decision')
    expect(codes).not.toContain('payment-notice')
  })
})

describe("the party's terms", () => {
  test('no longer run once what was said has been reconsidered', () => {
    const clocks = decided().case.runs[0]?.clocks ?? []
    const terms = clocks.filter(({ clock }) => clock === 'statement' || clock === 'hearing-request')
    expect(terms.map(({ metOn }) => metOn !== undefined)).toEqual([true, true])
  })
})

describe('somebody who handled the case before', () => {
  test('does not review it after another has taken over', () => {
    const office = new LawOffice()
    fileCase(office, { handlers: ['lin', 'shen'] })
    const change = { handlers: ['lin', 'zhou'], 'handlers-reason': '工作调动' }
    done(office.take('zheng', 'change-handlers', { case: change }))
    investigate(office)
    notify(office)
    waive(office)
    reconsider(office)
    draft(office)
    done(office.take('lin', 'submit-review'))
    expect(gatesOf(office.take('shen', 'pass', { case: SEVEN_POINTS }))).toEqual(['reviewer-not-handler'])
  })
})
