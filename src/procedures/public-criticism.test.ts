import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { publicRecordOf } from '#domain/disclosure/public-record.ts'
import { proposeTier } from '#domain/disclosure/publicity-term.ts'
import { sanctionKindsOf } from '#domain/disclosure/sanction-kinds.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { PROCEDURES } from './index.ts'

/** Nothing else is decided, and the decision has been delivered. */
function only(...sanctions: readonly ('warning' | 'criticism')[]): LawOffice {
  const facts = Object.fromEntries(sanctions.map((name) => [name, true]))
  const notice = { case: { 'facts-found': '当事人没有明码标价。' }, violation: { 'violation-1': facts } }
  const office = steps.reach(new LawOffice(), 'delivery', notice)
  steps.deliverAll(office)
  return office
}

function recordOf(office: LawOffice, publishesWarningOnly = false) {
  return publicRecordOf({
    state: office.case,
    procedures: PROCEDURES,
    documentId: office.case.documents.findLast(({ code }) => code === 'penalty-decision')?.id ?? '',
    agencyName: '青石区市场监督管理局',
    dueOn: plainDate('2026-06-10'),
    today: plainDate('2026-06-02'),
    publishesWarningOnly,
  })
}
const sanctionsOf = (office: LawOffice) => {
  const answer = recordOf(office, true)
  return answer.ok ? answer.record.sanctions : [answer.reason]
}

describe('通报批评, which is a penalty of its own beside 警告 (处罚法第九条第一项)', () => {
  const criticism = only('criticism')

  test('is decided alone, and neither notice nor decision speaks of a warning', () => {
    for (const code of ['penalty-notice', 'penalty-decision']) {
      const data = fillIssued(criticism, code)
      expect(data.violations.flatMap(({ otherPenalties }) => otherPenalties)).toEqual(['给予通报批评'])
      expect(plainWords(data)).not.toContain('警告')
    }
  })

  test('a warning alone says nothing of it, and both together are two', () => {
    expect(sanctionsOf(only('warning'))).toEqual(['警告'])
    expect(sanctionsOf(criticism)).toEqual(['通报批评'])
    expect(sanctionsOf(only('warning', 'criticism'))).toEqual(['警告', '通报批评'])
  })

  test('is made public where a mere warning is not', () => {
    expect(recordOf(only('warning'))).toMatchObject({ ok: false, when: 'never', reason: '仅给予警告的处罚不公示' })
    expect(recordOf(criticism)).toMatchObject({ ok: true })
    expect(recordOf(only('warning', 'criticism'))).toMatchObject({ ok: true })
  })

  test('weighs as lightly as a warning, and is searched for with it', () => {
    expect(proposeTier(['通报批评'])).toBe('minor')
    expect(proposeTier(['警告', '通报批评'])).toBe('minor')
    expect(proposeTier(['通报批评', '罚款 100.00 元'])).toBe('general')
    expect(sanctionKindsOf(['通报批评'], '行政处罚')).toEqual(['warning'])
  })
})
