import { describe, expect, test } from 'vitest'
import { lastDayOf } from '#domain/case/clock.ts'
import { rootRun } from '#domain/case/state.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import * as dispute from '../../tests/support/jurisdiction-steps.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'

const lastDay = ({ case: state }: LawOffice) => {
  const clock = rootRun(state).clocks.findLast(({ clock: name }) => name === 'decision')
  if (!clock) throw new Error('no term runs')
  return lastDayOf(clock)
}

/** A dispute of ten days that ends here. */
function disputedTenDays(office: LawOffice): LawOffice {
  dispute.reportUp(office)
  office.on('2026-06-11')
  done(office.take('lin', 'designated-here', { case: dispute.DESIGNATED(office.today) }))
  return office
}

describe('a dispute of jurisdiction about a running case', () => {
  test('does not stop the inquiry, and the case goes on where it was when it is designated here', () => {
    const office = dispute.reportUp(new LawOffice())
    done(office.take('lin', 'inquire', steps.inquiry(office)))
    done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
    expect(gatesOf(office.take('lin', 'report', { case: steps.REPORT }))).toEqual(['jurisdiction-settled'])
    done(office.take('lin', 'designated-here', { case: dispute.DESIGNATED(office.today) }))
    done(office.take('lin', 'report', { case: steps.REPORT }))
    office.agreeAll('zheng')
    expect(rootRun(office.case).stage).toBe('notice')
  })

  test('is reported to the common superior by the head of the agency, on a form', () => {
    const office = dispute.reportUp(new LawOffice())
    const words = plainWords(fillIssued(office, 'matter-approval'))
    for (const said of ['协商不成，报请指定管辖', '协商不成。', dispute.SUPERIOR]) expect(words).toContain(said)
  })

  test('may also be settled by the superior at once, without consultation', () => {
    const office = dispute.consult(new LawOffice())
    done(office.take('lin', 'designated-here', { case: dispute.DESIGNATED(office.today) }))
    expect(office.child('jurisdiction').outcome).toBe('here')
  })

  test('leaves the term of the decision alone, until the rule of a field says otherwise', () => {
    const undisputed = lastDay(steps.reach(new LawOffice(), 'investigation'))
    expect(lastDay(disputedTenDays(new LawOffice()))).toBe(undisputed)
    const parameters = valuesWith({ 'decision.deductible-grounds': ['管辖争议'] })
    expect(lastDay(disputedTenDays(new LawOffice({ parameters }))) > undisputed).toBe(true)
  })

  test('that turns out to be none changes nothing of what was designated before', () => {
    const office = dispute.designateElsewhere(new LawOffice(), 'notice')
    done(office.take('lin', 'open-dispute'))
    done(office.take('lin', 'drop', { case: { 'drop-reason': '误登' } }))
    expect(gatesOf(office.take('lin', 'issue-notice', steps.NOTICE))).toEqual(['jurisdiction-settled'])
  })
})

describe('a case that belongs to another agency', () => {
  test('goes there after both heads have agreed, with a letter that says whose it is; the case and its term are over', () => {
    const office = dispute.designateElsewhere(new LawOffice())
    done(office.take('lin', 'refer', dispute.referral()))
    office.agreeAll('zheng', 'wu')
    expect(office.case.endedOn).toBe(office.today)
    expect(rootRun(office.case).outcome).toBe('referred')
    expect(rootRun(office.case).clocks.filter(({ metOn, clock }) => clock === 'decision' && !metOn)).toEqual([])
    const letter = plainWords(fillIssued(office, 'referral-letter'))
    expect(letter).toContain(`${dispute.SUPERIOR}已经指定本案由${dispute.OTHER_AGENCY}管辖（指管〔2026〕1号）。`)
    expect(letter).toContain('不属于本机关管辖')
  })

  test('may be handed over without a dispute, as soon as that is seen', () => {
    const office = steps.reach(new LawOffice(), 'investigation')
    done(office.take('lin', 'refer', dispute.referral('某机关（虚构）')))
    office.agreeAll('zheng', 'wu')
    expect(rootRun(office.case).outcome).toBe('referred')
    expect(plainWords(fillIssued(office, 'referral-letter'))).not.toContain('协商')
  })

  test('goes by agreement of the two where they agree', () => {
    const office = dispute.consult(new LawOffice())
    const facts = { ...dispute.AGREED(office.today), 'competent-agency': dispute.OTHER_AGENCY }
    done(office.take('lin', 'agree-elsewhere', { case: facts }))
    office.agreeAll('zheng')
    done(office.take('lin', 'refer', dispute.referral()))
    office.agreeAll('zheng', 'wu')
    const letter = plainWords(fillIssued(office, 'referral-letter'))
    expect(letter).toContain(`经双方协商，本案由${dispute.OTHER_AGENCY}管辖。`)
  })
})
