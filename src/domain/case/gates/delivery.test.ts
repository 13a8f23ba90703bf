import { describe, expect, test } from 'vitest'
import * as execution from '../../../../tests/support/execution-steps.ts'
import { done, gatesOf, LawOffice } from '../../../../tests/support/law-office.ts'
import { DELIVERED, deliverAll } from '../../../../tests/support/penalty-steps.ts'
import { charged } from '../../../../tests/support/scenarios/duty-scenarios.ts'

const WHY = { 'delivery-note': '当事人拒绝接收，改用邮寄' }
const posted = (office: LawOffice, more: Record<string, unknown> = {}) =>
  office.take('lin', 'deliver', {
    case: { ...DELIVERED.case, 'received-on': office.today, method: '邮寄送达', ...more },
  })

/** Decided that somebody else performs; the paper is still in the office. */
function substituteDecided(): LawOffice {
  const office = execution.urged(new LawOffice()).on('2026-07-20')
  done(execution.decideSubstitute(office))
  office.agreeAll('zheng', 'wu')
  return office
}

function levyUrged(): LawOffice {
  const office = charged(new LawOffice({ on: '2026-06-01' }), 'levy')
  deliverAll(office)
  done(office.take('lin', 'urge', { case: { 'urged-term': '十个工作日内' } }))
  return office
}

describe('what is handed over in person first', () => {
  test.each([
    ['a decision that somebody else performs', substituteDecided],
    ['what urges to pay a levy', levyUrged],
  ])('%s is not posted, unless it was refused or could not be handed over', (_what, reach) => {
    expect(gatesOf(posted(reach()))).toEqual(['direct-first'])
    done(posted(reach(), WHY))
  })

  test('the decision on a levy itself is no urging, and may be posted at once', () => {
    done(posted(charged(new LawOffice({ on: '2026-06-01' }), 'levy')))
  })
})
