import { describe, expect, test } from 'vitest'
import { remediesOver, withinThreeMonths } from '#domain/case/gates/court.ts'
import { courtEndsOn, remedyEndsOn } from '#domain/case/obligations.ts'
import { NO_FACTS, rootRun } from '#domain/case/state.ts'
import { viewOf } from '#domain/case/view.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { COMPANY, done, gatesOf, LawOffice, PEOPLE, VIOLATION } from '../../tests/support/law-office.ts'
import * as summary from '../../tests/support/summary-steps.ts'

const clock = (office: LawOffice, name: string) => office.case.runs[0]?.clocks.findLast((item) => item.clock === name)
const at = (on = '2026-06-01') => summary.openSummary(new LawOffice({ on }))

describe('the limit of what may be decided on the spot', () => {
  test.each<readonly [string, Partial<typeof COMPANY>, string, readonly string[]]>([
    ['200 yuan of a citizen', { kind: 'person' }, '200', []],
    ['a cent more of a citizen', { kind: 'person' }, '200.01', ['summary-threshold']],
    ['200 yuan of somebody who trades under a name', { kind: 'self-employed' }, '200', []],
    ['a cent more of the same', { kind: 'self-employed' }, '200.01', ['summary-threshold']],
    ['3,000 yuan of a company', {}, '3000', []],
    ['a cent more of a company', {}, '3000.01', ['summary-threshold']],
  ])('%s', (_title, more, fine, refused) => {
    const office = summary.openSummary(new LawOffice(), { parties: [{ ...COMPANY, ...more }] })
    expect(gatesOf(summary.decide(office, { act: { fine } }))).toEqual(refused)
  })

  test.each([
    ['fines of one party add up', ['party-1', 'party-1'], ['summary-threshold']],
    ['those of two parties do not', ['party-1', 'party-2'], []],
  ] as const)('%s', (_title, owners, refused) => {
    const parties = [...new Set(owners)].map((id) => ({ ...COMPANY, id, name: `商店 ${id}` }))
    const acts = owners.map((party, index) => ({ ...VIOLATION, id: `violation-${index + 1}`, party }))
    const office = summary.openSummary(new LawOffice(), { parties, violations: acts })
    const each = { 'act-ended-on': office.today, fine: '2000' }
    const violation = { 'violation-1': each, 'violation-2': each }
    expect(gatesOf(office.take('lin', 'decide', { ...summary.summaryDecision(office), violation }))).toEqual(refused)
  })

  test('a warning needs no amount', () => {
    expect(gatesOf(summary.decide(at(), { act: { fine: '0', warning: true } }))).toEqual([])
  })
})

describe('money taken on the spot', () => {
  test('comes to the agency in two working days and to the bank in two more', () => {
    const office = summary.toPerformance(at('2026-02-12'))
    done(summary.collect(office))
    expect(clock(office, 'hand-in')?.rolledDue).toBe('2026-02-14')
    office.on('2026-02-14')
    done(office.take('lin', 'hand-in'))
    expect(clock(office, 'hand-in')?.metOn).toBe('2026-02-14')
    expect(clock(office, 'deposit')?.rolledDue).toBe('2026-02-25')
  })

  test('above a hundred yuan needs a reason that the law knows', () => {
    const fined = () => {
      const office = at()
      done(summary.decide(office, { act: { fine: '100.01' } }))
      return summary.handOver(office)
    }
    expect(gatesOf(summary.collect(fined(), { paid: '100.01' }))).toEqual(['collection-allowed'])
    expect(gatesOf(summary.collect(fined(), { paid: '100.01' }, '不当场收缴事后难以执行'))).toEqual([])
  })
})

test('a decision on the spot is reported within the term, and has no end before that', () => {
  const office = summary.toPerformance(at())
  expect(clock(office, 'filing-record')?.rolledDue).toBe('2026-06-04')
  done(office.take('lin', 'file-record'))
  expect(clock(office, 'filing-record')?.metOn).toBe('2026-06-01')
})

test('the party has fifteen days to pay, from the delivery', () => {
  expect(clock(summary.toPerformance(at()), 'payment')?.rolledDue).toBe('2026-06-16')
})

describe('against what was decided on the spot a review comes first', () => {
  const remedies = (on: string, ...disputes: LawOffice['disputes']) => {
    const office = summary.toPerformance(at()).on(on)
    office.disputes = disputes
    const subject = { env: office.env, state: office.case }
    return [remedyEndsOn(subject, COMPANY.id), courtEndsOn(subject, COMPANY.id)]
  }

  test('so nobody can contest it after sixty days, and the three months for the court begin there', () => {
    const office = summary.toPerformance(at())
    expect(clock(office, 'litigation')).toBeUndefined()
    expect(clock(office, 'review-application')?.rolledDue).toBe('2026-07-31')
    expect(clock(office, 'court-application')).toMatchObject({ startOn: '2026-07-31', rawDue: '2026-10-31' })
    expect(remedies('2026-08-01')).toEqual(['2026-07-31', '2026-10-31'])
  })

  test('and the way to the court is open on the day after, and closed again after the three months', () => {
    const asked = (on: string) => {
      const office = summary.toPerformance(at()).on(on)
      const what = { action: 'open-court-execution', facts: NO_FACTS, evidence: [] }
      const view = viewOf({
        env: office.env,
        state: office.case,
        run: rootRun(office.case),
        actor: PEOPLE.lin,
        ...what,
      })
      return [remediesOver, withinThreeMonths].map((gate) => gate.refuse(view))
    }
    expect(asked('2026-07-31')[0]).toContain('期限到 2026-07-31')
    expect(asked('2026-08-01')).toEqual([undefined, undefined])
    expect(asked('2026-11-01')).toEqual([undefined, expect.stringContaining('2026-10-31 已经届满')])
  })

  test('who has asked for one has fifteen days for a lawsuit from its decision', () => {
    const office = dispute.openReview(new LawOffice({ on: '2026-06-20' }))
    done(
      office.take('lin', 'take-notice', { case: { 'notice-number': '青复答〔2026〕1号', 'notice-on': '2026-06-20' } }),
    )
    done(office.take('lin', 'answer', { case: dispute.DEFENCE }))
    office.agreeAll('zheng', 'wu')
    done(
      office
        .on('2026-08-20')
        .take('lin', 'decision-stands', { case: { ...dispute.RESULT, result: '维持', 'result-on': '2026-08-20' } }),
    )
    expect(remedies('2026-08-21', office.case)).toEqual(['2026-09-04', '2026-12-04'])
  })
})

describe('the paper', () => {
  const decided = (more = {}) => {
    const office = at()
    done(summary.decide(office, more))
    return fillIssued(office, 'summary-decision')
  }

  test('sends the party to reconsideration first, and to court within fifteen days of its outcome', () => {
    const { remedy } = decided()
    expect(remedy?.text).toMatch(/六十日内，先向.+申请行政复议.+十五日内/)
    expect(remedy?.isReviewFirst).toBe(true)
  })

  test('says whether the party spoke, and the answer; what was said stays in the office', () => {
    expect(decided().decision?.ground).toBe('当事人没有提出陈述、申辩。')
    const data = decided({ party: { statement: '家里有病人', heard: '不影响违法事实的认定' } })
    expect(data.decision?.ground).toContain('不影响违法事实的认定')
    expect(JSON.stringify(data)).not.toContain('家里有病人')
  })

  test('is numbered, and its number is that of the case', () => {
    const office = at()
    done(summary.decide(office))
    expect(office.events.find((event) => event.type === 'document-issued')).toMatchObject({ numbersCase: true })
  })
})

test('from the stall to the dossier', () => {
  const office = summary.settle(summary.toPerformance(at()))
  done(summary.close(office))
  done(office.agree('zheng'))
  done(office.take('lin', 'make-dossier', { case: { retention: '10年' } }))
  expect(office.case.runs[0]?.outcome).toBe('penalty')
  expect(office.refold()).toEqual(office.case)
})

test('what is too heavy for the spot is turned over to the ordinary procedure', () => {
  const office = at()
  done(office.take('lin', 'turn-to-ordinary', { case: { 'turn-reason': '货值超过一万元' } }))
  expect(office.case.runs[0]?.outcome).toBe('turned-to-ordinary')
})
